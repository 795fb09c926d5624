"""The day that a page prints: it dates an article that came without one, and is no part of what it says."""

from __future__ import annotations

import pytest

import rules
from rules.linking import Read
from rules.model import Document, Reading

RULEBOOK = rules.load_rulebook()
ARTICLE = "Two dead as mill burns\n{line}\n\nThe mayor of Ostwick said on Monday that two people had died."
DAY = "2023-05-24T00:00:00Z"


def told(line: str, published_at: str | None = None) -> Reading:
    return rules.read(Document(text=ARTICLE.format(line=line), published_at=published_at), RULEBOOK)


@pytest.mark.parametrize(
    "line",
    [
        "24 May 2023",
        "Wednesday, May 24, 2023",
        "Wed 24 May 2023 16.49 BST",
        "May 24th, 2023, 5:00 PM EDT",
        "May 24, 2023 / 5:00 PM / Orm News",
        "4 min read · May 24, 2023",
        "24/05/2023 14:10",
        "24.05.2023",
        "2023-05-24T10:00:00Z",
        "Date: 24 May 2023",
        "Published 12:04 GMT, 24 May 2023",
        "Last updated at 9 p.m. on 24 May 2023",
        "By Ana Dovik, 24 May 2023",
        "By Ana Dovik and Ron Calloway | Published: May 24, 2023 | 9:15",
        "Updated May 26, 2023\nPublished May 24, 2023",
    ],
)
def test_a_line_that_dates_the_page_is_left_out_and_dates_what_it_says(line: str) -> None:
    reading = told(line)
    assert reading.published_at == DAY
    assert [report.claim.text for report in reading.reports] == ["Two dead as mill burns", "two people had died"]
    time = reading.reports[-1].facets["time"]
    assert (time.text, time.value) == ("Monday", "2023-05-22")


@pytest.mark.parametrize(
    "line",
    [
        "12/03/24",  # 12 March, or 3 December
        "May 24",
        "The mill was built on 24 May 1923 by two brothers.",
        "Published maps of 24 May 2023 show no mill there.",
        "Mill Fire Trial, 24 May 2023",
        "Above, the mill in flames on Wednesday,\nMay 24, 2023.",
        "24 May 2023\nThe first fire.\n2 June 2023\nThe second fire.",
        "31 June 2023",
    ],
)
def test_what_does_not_date_the_page_for_certain_dates_nothing(line: str) -> None:
    assert told(line).published_at is None


def test_the_day_in_the_dateline_of_an_agency_counts_and_is_no_time_of_the_event() -> None:
    reading = rules.read(Document(text="OSTWICK, May 24, 2023 (Northwire) - The mill burned down on Monday."), RULEBOOK)
    assert reading.published_at == DAY
    assert [(report.claim.text, report.facets["time"].value) for report in reading.reports] == [
        ("The mill burned down on Monday.", "2023-05-22")]


def test_what_the_sender_says_goes_before_what_is_printed() -> None:
    assert told("24 May 2023", "2023-05-30T12:00:00Z").published_at == "2023-05-30T12:00:00Z"


def test_a_printed_day_keeps_two_raids_apart_like_one_that_is_sent() -> None:
    raid = "{day}\n\nMilitants crossed the river at Ostry Brod, the army said."
    documents = [Document(text=raid.format(day=day)) for day in ("22 May 2023", "23 May 2023", "12 March 2024")]
    cases = rules.link([Read.of(document, rules.read(document, RULEBOOK)) for document in documents], RULEBOOK)
    months = [{str(member.report.published_at)[:7] for member in case.members} for case in cases]
    assert sorted(map(sorted, months)) == [["2023-05"], ["2024-03"]]
