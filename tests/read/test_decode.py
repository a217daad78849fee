"""What bytes are an article, and what is said of those that are none."""

import gzip

import pytest
from hypothesis import example, given, strategies as st

from kg.errors import KgError
from kg.read import load, read

NOT_TEXT = {
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "gzip": gzip.compress(b"Zinc binds insulin.", mtime=0),
    "ZIP": b"PK\x03\x04\x14\0\x06\0",
    "PNG image": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "JPEG image": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "RTF": b"{\\rtf1\\ansi Zinc binds insulin.}",
    "UTF-16": "\ufeffZinc binds insulin.".encode("utf-16-le"),
    "UTF-16 ": "Zinc binds insulin.".encode("utf-16-be"),
    "UTF-32": "\ufeffZinc binds insulin.".encode("utf-32-le"),
    "Latin-1": "Das Gefühl der Müdigkeit.".encode("latin-1"),
    "Windows-1252": "“Zinc” binds insulin – always.".encode("cp1252"),
    "binary": bytes(range(256)) * 4,
    "HTML": b"<!DOCTYPE html>\n<html><p>Zinc binds insulin.</p></html>",
    "XML": b'<?xml version="1.0"?>\n<article/>',
    "empty": b"",
    "empty ": b"\xef\xbb\xbf \r\n\t\n",
}


@pytest.mark.parametrize("kind", NOT_TEXT)
def test_what_is_no_text_is_named_with_a_hint(kind):
    with pytest.raises(KgError) as caught:
        read(NOT_TEXT[kind], name="a.txt")
    assert kind.strip().lower() in str(caught.value).lower()
    assert (caught.value.where or "").startswith("a.txt")
    assert caught.value.hint
    assert len(str(caught.value).splitlines()) == 1


def test_the_line_of_a_byte_in_another_encoding_is_told():
    with pytest.raises(KgError, match=r"a\.txt:3: byte 0xFC is not UTF-8"):
        read("Zinc\n\nMüde.".encode("latin-1"), name="a.txt")


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_the_text_is_the_source_to_the_character(break_):
    source = f"Zinc{break_}{break_}Zinc binds insulin.  {break_}It does. \t{break_}"
    assert read(source.encode(), name="a.txt").text == source


def test_a_byte_order_mark_is_no_character_of_the_text():
    article = read(b"\xef\xbb\xbfZinc binds insulin.", name="a.txt")
    assert article.text == "Zinc binds insulin."


def test_files(tmp_path):
    (tmp_path / "zinc.txt").write_bytes(b"Zinc binds insulin.")
    assert load(tmp_path / "zinc.txt").iri.endswith("/zinc")
    for path, word in ((tmp_path, "directory"), (tmp_path / "none.txt", "no such file")):
        with pytest.raises(KgError, match=word):
            load(path)


@pytest.mark.parametrize("iri", ["", "no iri", "<http://e.org>", "relative", "http://", "a:\n"])
def test_what_is_no_iri_is_refused(iri):
    with pytest.raises(KgError, match="IRI"):
        read(b"Zinc.", name="a.txt", iri=iri)


def test_a_format_that_is_not_read_is_refused():
    with pytest.raises(KgError, match="docx"):
        read(b"Zinc.", name="a.txt", format="docx")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@example(b"#")
@example(b"1.")
@example(b"References\n1.\n")
def test_any_bytes_are_read_or_refused_in_one_line(data):
    try:
        text = read(data, name="a.txt").text.encode()
    except KgError as error:
        refusal = str(error)
    else:
        refusal = ""
        assert text == data.removeprefix(b"\xef\xbb\xbf")
    assert len(refusal.splitlines()) <= 1
