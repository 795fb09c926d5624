"""A case whose reports are whole articles: of each, only what it says about the claim counts."""

from __future__ import annotations

from itertools import permutations

import pytest

import rules
from rules.linking import lineage, told
from rules.linking.excerpts import excerpts
from rules.model import Case, Report, Source, Stance, Status

RULEBOOK = rules.load_rulebook()
DAM = "The dam at Ostry Brod was blown up by saboteurs."
HERALD = (
    "Fire brigades from three districts were sent to the river on Sunday, and the railway was closed.\n\n"
    "The governor of Lorn, Ana Dovik, said that saboteurs had blown up the dam at Ostry Brod. "
    "She added that nobody had been hurt.\n\n"
    "The minister of transport apparently wants to reopen the line on Monday. Tickets stay valid, the railway said.\n"
)
COURIER = (
    "Hundreds of people spent the night in schools, according to the Red Cross.\n\n"
    "The army denied that the dam at Ostry Brod had been blown up by saboteurs, and blamed the heavy rain.\n\n"
    "Farmers said their fields were under water. The harvest may be lost, an official of their union said.\n"
)
GAZETTE = (
    "The opera house of Lorn opens its season with a new work on Saturday, its director said.\n\n"
    "Tickets cost ten crowns. The composer told reporters that he had worked on it for nine years, "
    "and that the singers had rehearsed since March. Critics were not yet admitted. "
    "The mayor hopes for guests from abroad.\n"
)


def case(*texts: str, claim: str = DAM) -> Case:
    return Case(text=claim, reports=tuple(Report(text=t, publisher=f"{n}.example") for n, t in enumerate(texts)))


def stances(found: rules.Assessment) -> dict[str, tuple[Stance, tuple[int, ...]]]:
    return {origin.name: (origin.stance, origin.reports) for origin in found.origins}


def test_each_article_stands_for_what_it_says_about_the_claim() -> None:
    found = rules.assess(case(HERALD, COURIER, GAZETTE), RULEBOOK)
    by = stances(found)
    assert by.pop("Ana Dovik") == (Stance.SUPPORTS, (0,))
    assert {stance for stance, _ in by.values()} == {Stance.DENIES, Stance.UNRELATED}
    assert found.status is Status.CONTESTED


def test_an_article_about_something_else_bears_on_nothing() -> None:
    found = rules.assess(case(GAZETTE), RULEBOOK)
    assert [origin.stance for origin in found.origins] == [Stance.UNRELATED]
    assert found.summary.startswith("No report bears on the claim")
    assert "nothing that 0.example published was found to tell of it: give its stance if it does" in found.summary
    (row,) = [row for row in found.contributions if row.rule == "corroboration.no_bearing"]
    assert "none of its statements" in row.reason
    assert not found.hedges


def test_an_article_of_no_publisher_is_told_of_as_that_of_an_unnamed_outlet() -> None:
    found = rules.assess(Case(text=DAM, reports=(Report(text=GAZETTE),)), RULEBOOK)
    assert "nothing that an unnamed outlet published was found to tell of it" in found.summary


def test_the_spans_are_those_of_the_articles_as_submitted() -> None:
    given = case(HERALD, COURIER)
    found = rules.assess(given, RULEBOOK)
    spans = [span for contribution in found.contributions for span in contribution.evidence] + list(found.hedges)
    assert spans
    assert all(given.reports[span.report].text[span.start : span.end] == span.text for span in spans)


def test_an_article_may_tell_of_what_was_long_ago() -> None:
    recalled = f"{HERALD}A fire had destroyed nine barns near Ostwick in December, the fire brigade said."
    report = Report(text=recalled, publisher="0.example", published_at="2025-03-04T12:00:00Z")
    found = rules.assess(Case(text="Nine barns near Ostwick were destroyed by a fire.", reports=(report,)), RULEBOOK)
    assert [origin.stance for origin in found.origins] == [Stance.SUPPORTS]


def test_an_article_leads_to_each_origin_that_it_quotes_for_the_claim() -> None:
    both = case(f"{HERALD}The army denied that the dam at Ostry Brod had been blown up by saboteurs.")
    found = rules.assess(both, RULEBOOK)
    assert {origin.stance for origin in found.origins} == {Stance.SUPPORTS, Stance.DENIES}
    assert {edge.source for edge in lineage(both, found).edges} == {origin.id for origin in found.origins}


def test_the_order_of_the_articles_does_not_matter() -> None:
    scores = {rules.assess(case(*texts), RULEBOOK).score for texts in permutations((HERALD, COURIER, GAZETTE))}
    assert len(scores) == 1


def test_an_article_is_read_once_however_many_join_it(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(told, "excerpts", lambda report, *rest: read.append(report.text) or excerpts(report, *rest))
    claim = "Saboteurs blew up the dam at Ostry Brod on Sunday."
    first, second = case(HERALD, claim=claim), case(HERALD, COURIER, claim=claim)
    alone, both = rules.assess(first, RULEBOOK), rules.assess(second, RULEBOOK)
    assert read == [HERALD, COURIER]
    assert (rules.assess(first, RULEBOOK), rules.assess(second, RULEBOOK)) == (alone, both)
    assert stances(both)["Ana Dovik"] == stances(alone)["Ana Dovik"]


@pytest.mark.parametrize("text", [HERALD, GAZETTE])
def test_what_the_request_says_of_an_article_holds(text: str) -> None:
    given = Report(text=text, publisher="herald.example", stance=Stance.DENIES)
    (origin,) = rules.assess(Case(text=DAM, reports=(given,)), RULEBOOK).origins
    assert origin.stance is Stance.DENIES
    sourced = Report(text=HERALD, publisher="herald.example", source=Source(name="Lorn Fire Brigade"))
    (origin,) = rules.assess(Case(text=DAM, reports=(sourced,)), RULEBOOK).origins
    assert (origin.name, origin.stance) == ("Lorn Fire Brigade", Stance.SUPPORTS)


def test_an_article_in_a_language_that_is_not_read_is_said_to_be_unread() -> None:
    text = "Die Bürgermeisterin sagte, die Brücke sei gesperrt. Niemand sei verletzt, so die Polizei. " * 4
    assert "not read" in rules.assess(case(text), RULEBOOK).summary


def test_a_claim_that_is_a_whole_article_is_told_to_be_one_statement_of_many() -> None:
    assert "read it as an article" in rules.assess(Case(text=HERALD), RULEBOOK).summary
    assert "read it as an article" not in rules.assess(Case(text=DAM), RULEBOOK).summary


def test_of_an_article_sent_as_a_claim_one_statement_is_scored_without_the_hedges_of_others() -> None:
    found = rules.assess(Case(text=HERALD), RULEBOOK)
    assert "only “The governor of Lorn, Ana Dovik, said that saboteurs had blown up" in found.summary
    assert [hedge.text for hedge in found.hedges] == []
    shown = [HERALD[e.start : e.end] for c in found.contributions for e in c.evidence]
    assert shown and set(shown) <= {"The governor of Lorn, Ana Dovik", "said"}
