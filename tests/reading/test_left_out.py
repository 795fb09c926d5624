"""Lines that are not the article, and the languages that are told apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.model import Document
from rules.reading.layout.boilerplate import Boilerplate, BoilerplateLine, blank

RULEBOOK = rules.load_rulebook()
ENTRIES = RULEBOOK.entries("en/boilerplate.yaml", BoilerplateLine)


@pytest.mark.parametrize(("entry", "line"), [(e, hit) for e in ENTRIES for hit in e.hits])
def test_a_line_that_is_not_the_article_is_left_out(entry: BoilerplateLine, line: str) -> None:
    fits = re.match(entry.pattern, line, re.IGNORECASE)
    assert fits
    left_out = fits[0] if entry.opening else line
    assert [line[e.start : e.end] for e in RULEBOOK.part(Boilerplate).find(line)] == [left_out]


@pytest.mark.parametrize("line", [miss for e in ENTRIES for miss in e.misses])
def test_a_line_of_the_article_stays(line: str) -> None:
    assert RULEBOOK.part(Boilerplate).find(line) == ()


def test_a_caption_goes_with_its_credit_and_a_sentence_does_not() -> None:
    text = "The bridge fell.\nA raider beside a car, on a day in May…\nAna Dovik/AFP via Getty Images\nMore came."
    assert [text[e.start : e.end] for e in RULEBOOK.part(Boilerplate).find(text)] == text.split("\n")[1:3]


def test_a_caption_given_twice_is_left_out_twice() -> None:
    text = "Two raiders cross the river at Lorn\nTwo raiders cross the river at Lorn - Telegram\nThey came at dawn."
    assert [text[e.start : e.end] for e in RULEBOOK.part(Boilerplate).find(text)] == text.split("\n")[:2]


@given(st.lists(st.sampled_from(["<b>", "</p>", "Read more", "The ferry sank.", "\n", "&amp;", "<", ">"])).map("".join))
def test_blanking_keeps_every_offset(text: str) -> None:
    left_out = RULEBOOK.part(Boilerplate).find(text)
    blanked = blank(text, left_out)
    assert len(blanked) == len(text)
    assert all(b == "\n" for b, c in zip(blanked, text, strict=True) if c == "\n")


def test_a_heading_is_no_part_of_the_paragraph_below_it() -> None:
    text = "<h1>Ferry sinks</h1><p>The ferry was <b>reportedly</b> old, Garva Lines said.</p>"
    found = rules.read(Document(text=text, publisher="lorn.example"), RULEBOOK)
    assert [text[r.sentence.start : r.sentence.end][:9] for r in found.reports] == ["Ferry sin", "The ferry"]


def test_rows_of_cells_are_left_out_and_a_bar_in_one_line_is_not() -> None:
    table = "Pump | Sold\n--- | ---\nP-1 | 410\n"
    text = f"The pumps are old.\n{table}\nAna Dovik | a diver | was hurt."
    assert [text[e.start : e.end] for e in RULEBOOK.part(Boilerplate).find(text)] == [table]


def test_an_entry_of_a_list_without_a_verb_states_nothing() -> None:
    text = "The pumps are old.\n- 54 fires\n• Two men hurt\n- nine people drowned"
    found = rules.read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK)
    assert [r.claim.text for r in found.reports] == ["The pumps are old.", "Two men hurt", "nine people drowned"]


def test_the_numbers_of_a_list_are_no_statements() -> None:
    text = "1. The pumps are old.\n2. The dam is new.\n\nIn all 2. Nobody knows."
    found = rules.read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK)
    assert [r.claim.text for r in found.reports][:2] == ["The pumps are old.", "The dam is new."]


def test_the_line_below_read_more_is_left_out_and_an_image_with_its_name() -> None:
    text = "The mill burned.\n\nRead more on Lorn News:\nWhy the dam broke\n\n![the mill](mill.jpg)\n\nNobody was hurt."
    reports = rules.read(Document(text=text, publisher="lorn.example", language="en"), RULEBOOK).reports
    assert [r.claim.text for r in reports] == ["The mill burned.", "Nobody was hurt."]


def test_the_last_sentence_of_a_line_may_lead_elsewhere() -> None:
    text = "The mayor called for calm. Read her full statement here.\nThe road is shut. Click here to see the map."
    left_out = [text[e.start : e.end].strip() for e in RULEBOOK.part(Boilerplate).find(text)]
    assert left_out == ["Read her full statement here.", "Click here to see the map."]
