"""What pages are made of: pieces that are the text again, rows that lead to the score, lines to one box per origin."""

from __future__ import annotations

from math import isclose

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.model import Assessment, Case, Document, Extent, Reading
from service.pages.article import heading, read_article_page
from service.pages.lineage import MOST, lineage
from service.pages.marks import Mark, excerpt, pieces
from service.pages.waterfall import logistic, waterfall
from service.records.articles import PlacedReport, ReadAnswer

SPANS = st.lists(st.builds(Mark, st.integers(-2, 30), st.integers(-2, 30), st.sampled_from(["claim", "hedge"])))


@given(st.text(max_size=25), SPANS)
def test_pieces_are_the_text_again_whatever_the_marks(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(st.text(min_size=1, max_size=25), SPANS)
def test_each_character_is_under_exactly_its_marks(text: str, marks: list[Mark]) -> None:
    at = 0
    for piece in pieces(text, marks):
        end = at + len(piece.text)
        held = {mark for mark in marks if 0 <= mark.start <= at and end <= mark.end <= len(text)}
        assert set(piece.marks) == held
        at = end


def test_an_excerpt_keeps_the_marked_words_and_says_that_it_is_one() -> None:
    text = "word " * 300 + "reportedly " + "word " * 300
    start = text.index("reportedly")
    found = excerpt(text, [Mark(start, start + 10, "hedge")])
    assert [piece.text for piece in found if piece.marks] == ["reportedly"]
    assert (found[0].text, found[-1].text) == ("… ", " …")
    assert sum(len(piece.text) for piece in found) < 400


def assessed(count: int) -> tuple[Assessment, Case]:
    case = msgspec.convert({"text": "The bridge at Orrin is closed.", "reports": [
        {"text": f"Police reportedly closed it, {n}.", "publisher": f"outlet-{n}.example", "via": ["Wire"],
         "stance": "denies" if n % 3 == 2 else "supports",
         "source": {"name": f"Source {n}", "class": "official", "side": f"side {n % 2}"}} for n in range(count)]}, Case)
    return rules.assess(case, RULEBOOK), case


RULEBOOK = rules.load_rulebook()


@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_rows_lead_from_the_prior_to_the_score(count: int) -> None:
    assessment, case = assessed(count)
    fall = waterfall(assessment, case.reports)
    assert isclose(fall.prior, logistic(assessment.prior))
    assert isclose([*fall.rows, *fall.rest][-1].after, assessment.score, abs_tol=1e-9)
    shown = [*fall.rows, *fall.rest, *fall.silent]
    assert len(fall.rows) + len(fall.rest) == sum(bool(c.log_odds) for c in assessment.contributions)
    assert all(0 <= row.x <= 100 and 0 <= row.end <= 100 for row in shown)


def test_marked_words_of_a_row_are_those_of_its_evidence() -> None:
    assessment, case = assessed(3)
    fall = waterfall(assessment, case.reports)
    hedged = [row for row in (*fall.rows, *fall.silent) if row.contribution.rule.startswith("hedging.")]
    assert hedged
    for row in hedged:
        marked = {piece.text for quote in row.quotes for piece in quote.pieces if piece.marks}
        assert marked == {span.text for span in row.contribution.evidence}


def test_one_box_for_each_origin_and_one_for_each_outlet() -> None:
    assessment, case = assessed(4)
    drawn = lineage(assessment, case.reports)
    by_column = {column: [node.label for node in drawn.nodes if node.column == column] for column in range(3)}
    assert sorted(by_column[2]) == sorted(origin.name for origin in assessment.origins)
    assert (len(by_column[0]), by_column[1]) == (4, ["Wire"])
    assert {node.tone for node in drawn.nodes if node.column == 2} == {1, 2}
    assert len({(node.x, node.y) for node in drawn.nodes}) == len(drawn.nodes)


def test_a_line_that_skips_a_column_keeps_a_row_of_its_own_there() -> None:
    case = msgspec.convert({"text": "The bridge at Orrin is closed.", "reports": [
        {"text": "It is.", "publisher": "a.example", "via": ["Wire"],
         "source": {"name": "Police", "class": "official"}},
        {"text": "It is.", "publisher": "b.example", "source": {"name": "Walkers", "class": "witness"}},
    ]}, Case)
    between = [node for node in lineage(rules.assess(case, RULEBOOK), case.reports).nodes if node.column == 1]
    assert sorted((node.passes, node.label == "Wire") for node in between) == [("", True), ("supports", False)]
    assert len({node.y for node in between}) == 2


def test_a_drawing_has_room_for_so_many_and_the_table_for_all() -> None:
    assessment, case = assessed(40)
    drawn = lineage(assessment, case.reports)
    assert sum(node.column == 2 for node in drawn.nodes) == MOST
    assert len(drawn.steps) == 40
    assert drawn.left_out == 40 - MOST


@pytest.mark.parametrize(("title", "called"), [("A mill burns", "A mill burns"), (None, "Mill burns in Ostwick")])
def test_an_article_without_a_title_is_called_by_the_first_line_that_is_the_article(title, called) -> None:
    text = "By Ada Holm\n\nMill burns in Ostwick\nThe mayor said nobody was hurt."
    reading = Reading(language="en", reports=(), left_out=(Extent(start=0, end=11),))
    assert heading(Document(text=text, title=title), reading) == called


@pytest.mark.parametrize(("text", "checked"), [
    ("Analysts matched the film to the bridge but could not date it.", ["place verified", "time not verified"]),
    ("Northwire could not independently verify this.", ["nothing verified"]),
])
def test_the_margin_says_what_a_check_found(text, checked) -> None:
    document = Document(text=f"The mayor said a film showed the bridge. {text}", publisher="northwire.example")
    reports = [PlacedReport.of(report, None) for report in rules.read(document, RULEBOOK).reports]
    found = ReadAnswer(language="en", published_at=None, reports=reports, cases=[], left_out=())
    notes = read_article_page(document, found).notes
    assert [note.checked[: len(checked)] for note in notes if note.checked] == [checked]
