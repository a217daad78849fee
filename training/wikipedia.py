"""Prose lines of a MediaWiki dump: paragraphs of sentences, no markup, no lists, no tables."""

import bz2
import html
import re
from collections.abc import Iterator
from pathlib import Path

TEXT = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
INNERMOST = re.compile(
    r"\{\{[^{}]*\}\}|\{\|[^{}]*\|\}"
)  # templates and tables, from the inside out
MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"<ref[^>]*/>|<ref[^>]*>.*?</ref>", re.DOTALL | re.IGNORECASE), ""),
    (re.compile(r"\[\[(?:File|Image|Category):(?:[^\[\]]|\[\[[^\[\]]*\]\])*\]\]"), ""),
    (re.compile(r"\[\[(?:[^|\[\]]*\|)?([^|\[\]]*)\]\]"), r"\1"),
    (re.compile(r"\[https?://\S+ ?([^\]]*)\]"), r"\1"),
    (re.compile(r"<[^>]+>"), ""),
    (re.compile(r"'{2,}"), ""),
    (re.compile(r"\(\s*[;,]*\s*\)"), ""),  # brackets that held only a template
    (re.compile(r"[ \t\u00a0]+"), " "),
    (re.compile(r" ([,.;])"), r"\1"),
)
PROSE = re.compile(r"""[A-Z"“][^{}\[\]|=<>\\]{60,}[.!?]["”]?""")


def paragraphs(dump: Path) -> Iterator[str]:
    """Yield the prose lines of every page, in the order of the dump."""
    with bz2.open(dump, "rt", encoding="utf-8") as pages:
        for source in TEXT.findall(pages.read()):
            for line in plain(html.unescape(source)).splitlines():
                if PROSE.fullmatch(line.strip()):
                    yield line.strip()


def plain(source: str) -> str:
    """Strip wiki markup; what cannot be stripped stays, and its line fails `PROSE`."""
    text = html.unescape(source)
    for pattern, replacement in MARKUP[:2]:
        text = pattern.sub(replacement, text)
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    for pattern, replacement in MARKUP[2:]:
        text = pattern.sub(replacement, text)
    return text
