"""Takes the pictures of the page for the documentation, with the system's Chromium.

python web/pictures.py GRAPH [FOLDER]      FOLDER: docs/pictures unless given
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from kg.store import open_graph
from kg.view import page

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
CITED = "kg.state.select({ claim: kg.drawing.claims.findIndex((claim) => claim.papers.length) })"
TERM = (
    "kg.state.select({ node: kg.drawing.nodes.reduce((most, node, place, all) =>"
    " node.size > all[most].size ? place : most, 0) })"
)


class Picture(NamedTuple):
    """A view of the page: the size of its window, the system's setting, what is chosen."""

    name: str
    scheme: str
    width: int = 1440
    height: int = 900
    script: str = ""


PICTURES = (
    Picture("page-light", "light"),
    Picture("page-dark", "dark"),
    Picture("claim-light", "light", script=CITED),
    Picture("term-dark", "dark", script=TERM),
    Picture("telephone", "light", 390, 844, CITED),
)


def main() -> None:
    """Write a PNG a picture."""
    graph, *rest = map(Path, sys.argv[1:])
    folder = rest[0] if rest else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        (file := Path(place) / "page.html").write_text(page(open_graph(graph)), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in PICTURES:
            window = browser.new_page(
                viewport={"width": picture.width, "height": picture.height},
                color_scheme="dark" if picture.scheme == "dark" else "light",
            )
            window.goto(file.as_uri())
            window.wait_for_selector("canvas")
            if picture.script:
                window.evaluate(picture.script)
            window.wait_for_timeout(300)  # for the canvas to be painted
            window.screenshot(path=folder / f"{picture.name}.png")
            print(folder / f"{picture.name}.png")
        browser.close()


if __name__ == "__main__":
    main()
