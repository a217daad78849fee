"""A real browser for the tests of the page."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@dataclass
class Seen:
    """A page in the browser, with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def text(self):
        return self.page.inner_text("body")

    def run(self, script):
        return self.page.evaluate(script)

    def click_edge(self, number):
        """Click where the drawing has the edge: the middle one of the points that hit it."""
        points = self.run(f"({EDGE_POINTS})({number})")
        assert points, "the edge can be hit nowhere"
        box = self.page.locator("#graph canvas").bounding_box()
        x, y = points[len(points) // 2]
        self.page.mouse.click(box["x"] + x, box["y"] + y)


# Points well within what the edge's click takes, seen on a grid.
EDGE_POINTS = """(wanted) => {
  const { clientWidth, clientHeight } = document.getElementById("graph");
  const hit = (x, y) =>
    kg.network.getEdgeAt({ x, y }) === wanted && kg.network.getNodeAt({ x, y }) === undefined;
  const points = [];
  for (let x = 0; x < clientWidth; x += 5)
    for (let y = 0; y < clientHeight; y += 5)
      if (hit(x, y) && hit(x - 2, y) && hit(x + 2, y) && hit(x, y - 2) && hit(x, y + 2))
        points.push([x, y]);
  return points;
}"""


@pytest.fixture(scope="session")
def browser():
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, f"these tests need one of {', '.join(BROWSERS)}: see .ci/tools"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def show(browser, tmp_path):
    """Open HTML in a window of its own, with the network off."""
    contexts = []

    def open_page(html, *, width=1280, height=800, scheme="light"):
        (path := tmp_path / f"page-{len(contexts)}.html").write_text(html, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, offline=True
        )
        contexts.append(context)
        seen = Seen(context.new_page())
        seen.page.set_default_timeout(5000)
        own = path.as_uri()
        seen.page.on("request", lambda r: r.url == own or seen.requests.append(r.url))
        seen.page.on("console", lambda m: seen.complaints.append(m.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(own)
        seen.page.wait_for_selector("canvas")
        return seen

    yield open_page
    for context in contexts:
        context.close()
