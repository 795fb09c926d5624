"""A claim's page as an analyst uses it, with the mouse and without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from tests.pages.conftest import OpenPage

pytestmark = pytest.mark.slow
Find = Callable[[str], str]


def test_a_row_opens_the_sentence_with_its_words_marked(open_page: OpenPage, find: Find) -> None:
    page = open_page(f"/claims/{find('captured Kozinka')}")
    row = page.locator(".step", has_text="“claimed”").first
    expect(row.locator("blockquote")).to_be_hidden()
    row.locator("summary").click()
    expect(row.locator("blockquote mark")).to_have_text("claimed")
    expect(row.get_by_role("link", name="hedging.cue_in_scope")).to_be_visible()


def test_the_rows_lead_from_the_prior_to_the_score(open_page: OpenPage, find: Find) -> None:
    page = open_page(f"/claims/{find('captured Kozinka')}")
    rows = page.locator(".waterfall > .steps").first.locator(".after").all_inner_texts()
    shown = page.locator(".figures .big").first.inner_text()
    assert page.locator(".total .after").inner_text() == shown == rows[-1]


def test_each_origin_is_one_box_in_the_colour_of_its_side(
    open_page: OpenPage, find: Find, client: FlaskClient
) -> None:
    path = f"/claims/{find('captured Kozinka')}"
    told = client.get(f"/v1{path}").get_json()["assessment"]["origins"]
    page = open_page(path)
    drawing = page.get_by_role("img", name="Outlets and the origins")
    origins = drawing.locator("g.node", has=page.locator("rect.side"))
    expect(origins).to_have_count(len(told))
    colours = origins.locator("rect.side").evaluate_all("boxes => boxes.map(b => getComputedStyle(b).fill)")
    assert len(set(colours)) == len({origin["side"] for origin in told}) > 1
    page.locator("summary", has_text="As a table").click()
    expect(page.get_by_role("cell", name="Freedom of Russia Legion").first).to_be_visible()


def test_what_is_written_from_right_to_left_is_read_so_and_turns_nothing_round_it(
    open_page: OpenPage, client: FlaskClient
) -> None:
    text = "قال متحدث باسم المجلس إن الجسر مغلق."
    stored = client.post("/v1/claims", json={"text": text, "event": {"place": "عين الماء", "date": "2026-11"}})
    page = open_page(f"/claims/{stored.get_json()['id']}")
    for shown in (page.get_by_role("heading", level=1), page.locator(".reports .text")):
        expect(shown).to_have_text(text)
        expect(shown).to_have_css("direction", "rtl")
    place, date = page.locator(".claim-head bdi"), page.locator(".claim-head").get_by_text("2026-11")
    expect(place).to_have_text("عين الماء")
    expect(date).to_have_css("direction", "ltr")


def test_a_review_is_stored_beside_the_score(open_page: OpenPage, find: Find, client: FlaskClient) -> None:
    claim = find("earthquake")
    page = open_page(f"/claims/{claim}")
    score = page.locator(".figures .big").first.inner_text()
    page.get_by_label("Verdict").select_option("contested")
    page.get_by_label("Your name").fill("<b>M. Iwu</b>")
    page.get_by_label("Reason").fill("Two offices count differently.")
    page.get_by_role("button", name="Store the review").click()
    expect(page.get_by_role("status").filter(has_text="The review is stored.")).to_be_visible()
    expect(page.locator(".review-list")).to_contain_text("<b>M. Iwu</b>")
    assert client.get(f"/v1/claims/{claim}").get_json()["reviews"][-1]["verdict"] == "contested"
    assert page.locator(".figures .big").first.inner_text() == score


def test_a_review_that_says_nothing_is_refused_with_the_field(open_page: OpenPage, find: Find) -> None:
    page = open_page(f"/claims/{find('earthquake')}")
    page.get_by_label("Your name").fill("M. Iwu")
    page.get_by_label("Reason").fill("I looked at it.")
    page.get_by_role("button", name="Store the review").click()
    expect(page.get_by_role("alert")).to_contain_text("verdict")
    expect(page.get_by_label("Verdict")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Reason")).to_have_value("I looked at it.")


def test_a_change_elsewhere_is_offered_not_forced(open_page: OpenPage, find: Find, client: FlaskClient) -> None:
    claim = find("Lukoil plant")
    page = open_page(f"/claims/{claim}")
    expect(page.locator("#live")).to_have_text("live")
    client.post(f"/v1/claims/{claim}/reports", json={"reports": [
        {"text": "The plant stands.", "source": {"name": "Plant office", "class": "official"}, "stance": "denies"}]})
    page.get_by_role("button", name="This claim changed: show it").click()
    expect(page.get_by_role("region", name="Assessments over time").locator(".history > li")).to_have_count(2)


def test_from_the_list_to_a_stored_review_by_keyboard_alone(open_page: OpenPage, client: FlaskClient) -> None:
    page = open_page("/?q=earthquake")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    reach(page, page.locator("#list .claim-link").first.inner_text())
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/claims/"))
    reach(page, "origin")
    page.keyboard.press("Enter")
    expect(page.locator(".step details[open]")).to_have_count(1)
    reach(page, "verdict")
    page.keyboard.press("c")
    reach(page, "author")
    page.keyboard.type("Keys Only")
    page.keyboard.press("Tab")
    page.keyboard.type("Typed without a mouse.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".review-list")).to_contain_text("Keys Only")


def reach(page: Page, words: str) -> None:
    """Press Tab until what is focused has these words, or this name; it must be seen to be focused."""
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate("""() => { const at = document.activeElement, style = getComputedStyle(at);
            return [at.name ?? "", at.innerText ?? "", style.outlineStyle, parseFloat(style.outlineWidth)] }""")
        if words == focused[0] or words in focused[1]:
            assert focused[2] != "none"
            assert focused[3] >= 2
            return
    raise AssertionError(f"Tab never reached “{words}”")
