"""The first page as a person uses it."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import expect

from tests.pages.conftest import OpenPage

pytestmark = pytest.mark.slow


def test_a_posted_claim_shows_up_by_itself(open_page: OpenPage, client: FlaskClient) -> None:
    page = open_page("/")
    expect(page.locator("#live")).to_have_text("live")
    report = {"text": "The ferry has sunk.", "source": {"name": "Quay Post", "class": "media"}, "stance": "supports"}
    client.post("/v1/claims", json={"text": "The ferry Aldra sank off Port Quay.", "reports": [report]})
    expect(page.locator("#desk")).to_contain_text("The ferry Aldra sank off Port Quay.")
    page.get_by_role("button", name="1 new or changed: show").click()
    expect(page.locator("#list tbody tr").first).to_contain_text("The ferry Aldra sank off Port Quay.")
    expect(page.locator("#fresh")).to_be_hidden()


def test_reports_that_come_in_move_the_claim_into_what_changed(
    open_page: OpenPage, client: FlaskClient
) -> None:
    page = open_page("/")
    expect(page.locator("#live")).to_have_text("live")
    claim = client.post("/v1/claims", json={"text": "The mill at Tamrin burnt down.", "reports": [
        {"text": "It burnt down.", "source": {"name": "Tamrin Mail", "class": "media"}, "stance": "supports"}]})
    client.post(f"/v1/claims/{claim.get_json()['id']}/reports", json={"reports": [
        {"text": "It stands.", "source": {"name": "Tamrin council", "class": "official"}, "stance": "denies"}]})
    changed = page.get_by_role("region", name="What changed")
    expect(changed).to_contain_text("The mill at Tamrin burnt down.")
    expect(changed.get_by_role("listitem").first).to_contain_text("contested")


def test_search_narrows_while_one_types_and_the_address_keeps_it(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("searchbox", name="Search").press_sequentially("earthq")
    expect(page.locator("#list tbody tr")).to_have_count(1)
    expect(page.locator("#count")).to_contain_text("1 claim")
    expect(page).to_have_url("/?q=earthq")
    page.reload()
    expect(page.locator("#list tbody tr")).to_have_count(1)
    page.go_back()
    expect(page.locator("#list tbody tr")).to_have_count(25)


def test_filters_combine_and_say_when_nothing_is_left(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("search").get_by_text("contested", exact=True).click()
    expect(page.locator("#list tbody .status:not(.s-contested)")).to_have_count(0)
    expect(page.locator("#list tbody .status").first).to_have_text("contested")
    page.get_by_text("More filters").click()
    page.get_by_label("Score from").fill("0.98")
    expect(page.locator("#count")).to_have_text("No claim passes these filters.")


def test_columns_sort_both_ways(open_page: OpenPage) -> None:
    page = open_page("/")
    for order in ("descending", "ascending"):
        page.get_by_role("link", name="Score").click()
        expect(page.locator("th.c-score")).to_have_attribute("aria-sort", order)
        scores = [float(text) for text in page.locator("#list td.c-score b").all_inner_texts()]
        assert scores == sorted(scores, reverse=order == "descending")


def test_the_order_of_a_column_stays_while_one_searches_on(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Score").click()
    expect(page.get_by_label("Order")).to_have_value("-score")
    page.get_by_role("searchbox", name="Search").press_sequentially("bala")
    expect(page).to_have_url("/?q=bala&sort=-score")
    expect(page.locator("th.c-score")).to_have_attribute("aria-sort", "descending")


def test_pages_of_the_list_go_on_where_the_last_one_ended(open_page: OpenPage) -> None:
    page = open_page("/?sort=-score")
    first = page.locator("#list td.c-claim a").evaluate_all("links => links.map(a => a.href)")
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_role("link", name="First page")).to_be_visible()
    second = page.locator("#list td.c-claim a").evaluate_all("links => links.map(a => a.href)")
    assert second
    assert not set(first) & set(second)


def test_distributions_are_drawn_from_tables_that_stay(open_page: OpenPage) -> None:
    page = open_page("/")
    expect(page.locator("#distributions canvas")).to_have_count(4)
    figure = page.locator("figure[data-kind=status]")
    figure.get_by_text("As a table").click()
    expect(figure.get_by_role("row", name="confirmed")).to_be_visible()
    assert figure.locator("canvas").evaluate("c => c.width * c.height") > 0


def test_the_theme_can_be_chosen_and_is_kept(open_page: OpenPage) -> None:
    page = open_page("/", color_scheme="light")
    button, root = page.get_by_role("button", name="Theme"), page.locator("html")
    button.click()
    button.click()
    expect(root).to_have_attribute("data-theme", "dark")
    dark = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    page.reload()
    expect(root).to_have_attribute("data-theme", "dark")
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == dark
    button.click()
    assert page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") != dark
