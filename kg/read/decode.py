"""Bytes → text: strict UTF-8, and for everything else a guess at what it is."""

from __future__ import annotations

import codecs

from kg.errors import KgError

AS_TEXT = "save it as plain text in UTF-8"
NO_PICTURES = "kg reads text, not pictures"
BYTES_TO_FORMAT: tuple[tuple[bytes, str, str], ...] = (  # first bytes, what it is, what to do
    (b"%PDF-", "a PDF", "save its text with pdftotext"),
    (b"\x1f\x8b", "a gzip archive", "unpack it with gunzip"),
    (b"PK\x03\x04", "a ZIP archive (as .docx, .odt and .epub are)", AS_TEXT),
    (b"\xd0\xcf\x11\xe0", "an old Word file", AS_TEXT),
    (b"{\\rtf", "an RTF file", AS_TEXT),
    (b"%!PS", "PostScript", "save its text with ps2ascii"),
    (b"BZh", "a bzip2 archive", "unpack it with bunzip2"),
    (b"\xfd7zXZ", "an xz archive", "unpack it with unxz"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it with unzstd"),
    (b"\x89PNG", "a PNG image", NO_PICTURES),
    (b"\xff\xd8\xff", "a JPEG image", NO_PICTURES),
    (b"GIF8", "a GIF image", NO_PICTURES),
    (b"II*\0", "a TIFF image", NO_PICTURES),
    (b"MM\0*", "a TIFF image", NO_PICTURES),
    (b"\x7fELF", "a program", "name an article"),
    (b"SQLite format 3", "an SQLite database", "name an article"),
    (codecs.BOM_UTF32_LE, "text in UTF-32", "convert it: iconv -f UTF-32 -t UTF-8"),
    (codecs.BOM_UTF32_BE, "text in UTF-32", "convert it: iconv -f UTF-32 -t UTF-8"),
    (codecs.BOM_UTF16_LE, "text in UTF-16", "convert it: iconv -f UTF-16 -t UTF-8"),
    (codecs.BOM_UTF16_BE, "text in UTF-16", "convert it: iconv -f UTF-16 -t UTF-8"),
)
MARKUP_TO_FORMAT: tuple[tuple[str, str], ...] = (
    ("<!doctype html", "an HTML page"),
    ("<html", "an HTML page"),
    ("<?xml", "an XML file"),
)
SAMPLE = 4096  # bytes that are enough to tell UTF-16 and binary data from text
MANY_CONTROLS = 0.05  # a text has none, save for a stray one
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")


def decode(data: bytes, *, name: str) -> str:
    """Return the text of UTF-8 bytes, the byte order mark left out and nothing else changed.

    Raises KgError for what is empty, binary, in another encoding, or marked up.
    """
    for magic, what, hint in BYTES_TO_FORMAT:
        if data.startswith(magic):
            raise KgError(f"is {what}, not plain text in UTF-8", where=name, hint=hint)
    if b"\0" in data or _is_mostly_controls(data):
        what, hint = _with_zeros(data)
        raise KgError(f"looks like {what}", where=name, hint=hint)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8(body, error.start, name) from None
    if not text.strip():
        raise KgError("the article is empty", where=name, hint="it needs at least a sentence")
    start = text[:200].lstrip().lower()
    for markup, what in MARKUP_TO_FORMAT:
        if start.startswith(markup):
            raise KgError(f"looks like {what}, not plain text", where=name, hint=AS_TEXT)
    return text


def _is_mostly_controls(data: bytes) -> bool:
    """Whether control characters are too many for a text."""
    sample = data[:SAMPLE]
    return sum(b in CONTROLS for b in sample) > MANY_CONTROLS * len(sample)


def _with_zeros(data: bytes) -> tuple[str, str]:
    """Say what bytes with zeros or control characters are: UTF-16 has its zeros on one side."""
    sample = data[:SAMPLE]
    for side, encoding in ((0, "UTF-16BE"), (1, "UTF-16LE")):
        zeros, others = sample[side::2].count(0), sample[1 - side :: 2].count(0)
        if not others and 4 * zeros > len(sample):
            return "text in UTF-16", f"convert it: iconv -f {encoding} -t UTF-8"
    return "binary data, not text", AS_TEXT


def _not_utf8(data: bytes, at: int, name: str) -> KgError:
    """Say where the first byte stands that is not UTF-8, and which encoding would allow it."""
    line = data.count(b"\n", 0, at) + 1
    found = f"byte 0x{data[at]:02X} is not UTF-8"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return KgError(found, where=f"{name}:{line}", hint=AS_TEXT)
    return KgError(
        f"{found}; it looks like text in Latin-1 or Windows-1252",
        where=f"{name}:{line}",
        hint="convert it: iconv -f WINDOWS-1252 -t UTF-8",
    )
