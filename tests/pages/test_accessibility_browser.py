"""Every page in both themes, from a phone to a wide screen: no violation that axe-core knows, nothing cut off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from tests.pages.conftest import OpenPage

pytestmark = pytest.mark.slow
PAGES = ("/", "/?q=nothing+such+at+all", "/?score_min=2", "/distributions", "/try", "/read", "/articles", "claim",
         "hostile", "article", "/claims/none")


@pytest.fixture
def path_of(client: FlaskClient, find: Callable[[str], str]) -> Callable[[str], str]:
    def path(name: str) -> str:
        if name == "article":
            return f"/articles/{client.get('/v1/articles').get_json()['items'][0]['id']}"
        words = {"claim": "captured Kozinka", "hostile": "alert"}.get(name)
        return f"/claims/{find(words)}" if words else name

    return path


@pytest.mark.parametrize(("theme", "width"), [("light", 390), ("light", 1600), ("dark", 390)])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    open_page: OpenPage, path_of: Callable[[str], str], name: str, theme: str, width: int
) -> None:
    page = _open(open_page, path_of(name), width, theme)
    for fold in page.locator("details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(open_page: OpenPage, path_of: Callable[[str], str], name: str) -> None:
    page = _open(open_page, path_of(name), 1600, "light")
    for width in (1600, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


def _open(open_page: OpenPage, path: str, width: int, theme: str) -> Page:
    page = open_page(path, width, color_scheme=theme, reduced_motion="reduce")
    if page.locator("#distributions-body").count():
        expect(page.locator(".chart canvas")).to_have_count(4)
    return page
