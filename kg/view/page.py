"""The page as one file: records as JSON, the style and the scripts in it, and nothing to fetch."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from kg.view.compose import compose
from kg.view.drawing import Drawing
from kg.view.source import HasClaims

START = (
    "Choose an arrow to read the sentence that says it and the paper it cites; choose a term for "
    "its names and claims."
)


def page(graph: HasClaims, *, title: str | None = None) -> str:
    """Return the graph as an interactive page: one HTML file that works with the network off.

    title: of the page; without one, that of the article. The same graph gives the same page.
    """
    drawing = compose(graph, title=title)
    style, script = _static("page.css"), _static("page.js")
    # Without its last line, which asks the browser's developer tools for a file.
    vis = _static("vis-network.min.js").partition("\n//# sourceMappingURL")[0]
    return Template(_static("page.html")).substitute(
        policy=_policy(scripts=(vis, script), style=style),
        title=escape(drawing.title),
        subtitle=escape(drawing.subtitle),
        style=style,
        start=escape(START if drawing.claims else _without_claims(graph)),
        drawing=_json(drawing),
        vis=vis,
        script=script,
    )


def _without_claims(graph: HasClaims) -> str:
    """Say why there is nothing to see: how many sentences gave no claim."""
    sentences = list(graph.sentences())
    unread = sum(bool(sentence.not_understood) for sentence in sentences)
    read = f"{len(sentences)} sentence{'' if len(sentences) == 1 else 's'}"
    why = f" In {unread} of them a word was seen that may state one: see kg audit."
    return f"No claim was read; the graph holds {read}.{why if unread else ''}"


@cache
def _static(name: str) -> str:
    return (files("kg.view") / "static" / name).read_text(encoding="utf-8")


def _policy(*, scripts: tuple[str, ...], style: str) -> str:
    """Return a Content-Security-Policy (W3C, level 3) that lets in these texts and nothing else.

    vis-network puts style sheets of its own into the page; vis-network.csp has their hashes.
    """
    styles = (_hash(style), *_static("vis-network.csp").split())
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_hash(script) for script in scripts),
            "style-src " + " ".join(styles),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(drawing: Drawing) -> str:
    """Return JSON that can stand in a script element: no character of markup is left in it."""
    text = json.dumps(_present(asdict(drawing)), ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")


def _present(value: object) -> object:
    """Leave out what is absent, so that no page can print null."""
    if isinstance(value, dict):
        return {key: _present(kept) for key, kept in value.items() if kept is not None}
    if isinstance(value, list | tuple):
        return [_present(kept) for kept in value]
    return value
