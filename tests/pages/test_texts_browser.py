"""Sentences and articles that somebody types, pastes or drops."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.pages.conftest import FIXTURES, HOSTILE, OpenPage

pytestmark = pytest.mark.slow
ARTICLE = "The mayor of Selno said the dam had held. Residents reportedly fled, though nobody could confirm it."


def test_a_sentence_is_scored_as_it_is_typed_and_its_cues_light_up(open_page: OpenPage) -> None:
    page = open_page("/try")
    box = page.get_by_role("textbox", name="Sentence")
    expect(box).to_be_focused()
    box.press_sequentially("The dam at Selno held, the mayor said.")
    score = page.locator(".tried .big")
    expect(page.locator(".tried-text")).to_contain_text("the mayor said.")
    before = score.inner_text()
    box.fill("The dam at Selno reportedly held.")
    expect(page.locator(".tried-text mark.m-hedge")).to_have_text("reportedly")
    expect(page.locator(".tried")).to_contain_text(f"was {before}")
    assert float(score.inner_text()) < float(before)


def test_a_sample_fills_the_box(open_page: OpenPage) -> None:
    page = open_page("/try")
    page.get_by_role("button", name="claimed").click()
    expect(page.locator(".tried-text mark", has_text="claimed")).to_be_visible()


def test_a_pasted_text_is_read_in_place(open_page: OpenPage) -> None:
    page = open_page("/read")
    page.get_by_label("Text", exact=True).fill(ARTICLE)
    page.get_by_role("button", name="Read it").click()
    text = page.locator("#article-text")
    expect(text.locator("mark.m-hedge", has_text="reportedly")).to_be_visible()
    expect(text.locator("mark.m-source", has_text="mayor")).to_be_visible()
    expect(page.locator(".notes")).to_contain_text("hearsay")
    expect(page.locator(".notes .status").first).to_be_visible()


def test_a_dropped_article_is_read_and_can_be_followed_from_span_to_note(open_page: OpenPage) -> None:
    page = open_page("/read")
    body = (FIXTURES / "articles" / "2023-video-matched-to-kozinka.json").read_text()
    transfer = page.evaluate_handle("""body => { const held = new DataTransfer();
        held.items.add(new File([body], "article.json", {type: "application/json"})); return held }""", body)
    page.dispatch_event("#drop", "drop", {"dataTransfer": transfer})
    expect(page.locator("#article-text mark.m-claim").first).to_be_visible()
    page.get_by_role("link", name="Note 1", exact=True).click()
    expect(page).to_have_url("/read#note-1")
    page.get_by_role("link", name="Back to statement 1 in the text", exact=True).click()
    expect(page).to_have_url("/read#ref-1")


def test_an_article_is_stored_and_leads_to_the_claims_it_bears_on(open_page: OpenPage) -> None:
    page = open_page("/read")
    page.get_by_label("Text", exact=True).fill(ARTICLE)
    page.get_by_label("Title").fill("The dam holds")
    page.get_by_label("Publisher").fill("selno-post.example")
    page.get_by_role("button", name="Read and store").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The dam holds")
    page.locator(".notes a[href^='/claims/']").first.click()
    expect(page.get_by_role("heading", name="From prior to score")).to_be_visible()
    page.goto("/articles")
    expect(page.get_by_role("link", name="The dam holds")).to_be_visible()


def test_an_unreadable_text_is_answered_in_a_sentence(open_page: OpenPage) -> None:
    page = open_page("/read")
    page.get_by_label("Text", exact=True).fill("Der Bürgermeister sagte, der Damm habe gehalten; niemand sei verletzt.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#reading .wrong")).to_contain_text("German")


def test_mark_up_stays_text(open_page: OpenPage) -> None:
    page = open_page("/try")
    page.get_by_role("textbox", name="Sentence").fill(HOSTILE["text"])
    expect(page.locator(".tried-text")).to_have_text(HOSTILE["text"])
