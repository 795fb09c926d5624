"""What linking finds in five real articles of two raids; they are not part of the project, so without them it skips."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec
import pytest

import rules
from rules.linking import LinkedCase, Read
from rules.model import Assessment, Document, Status
from tests.linking.conftest import Desk

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
PUBLISHED = {
    "000": ("thesun.co.uk", "2023-05-22T18:00:00Z"),
    "001": ("telegraph.co.uk", "2024-03-12T18:00:00Z"),
    "002": ("reuters.com", "2023-05-22T18:00:00Z"),
    "003": ("newsweek.com", "2024-03-12T10:00:00Z"),
    "004": ("businessinsider.com", "2023-05-22T20:00:00Z"),
}
Find = Callable[[str, str, str], tuple[LinkedCase, Assessment]]

pytestmark = [pytest.mark.data, pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared/seeds")]


@pytest.fixture(scope="module")
def articles(desk: Desk) -> list[Read]:
    found = []
    for file in sorted(SEEDS.glob("*.txt")):
        publisher, day = PUBLISHED[file.name[:3]]
        document = Document(text=file.read_text(), publisher=publisher, published_at=day)
        found.append(Read.of(document, rules.read(document, desk.rulebook)))
    return found


@pytest.fixture(scope="module")
def cases(desk: Desk, articles: list[Read]) -> tuple[LinkedCase, ...]:
    return desk.link(*articles)


@pytest.fixture(scope="module")
def find(desk: Desk, cases: tuple[LinkedCase, ...]) -> Find:
    def largest(year: str, place: str, word: str) -> tuple[LinkedCase, Assessment]:
        """The case of a year with most reports among those with a place and a word in their reports."""
        texts = {case: " ".join(member.report.text for member in case.members) for case in cases}
        fitting = [case for case, text in texts.items() if case.case.event and place in text and word in text
                   and (case.case.event.date or "").startswith(year)]
        case = max(fitting, key=lambda case: len(case.members))
        return case, desk.assess(case)

    return largest


def test_every_order_gives_the_same_cases(desk: Desk, articles: list[Read], cases: tuple[LinkedCase, ...]) -> None:
    dice, expected = Random(2), msgspec.json.encode(cases)
    assert all(msgspec.json.encode(desk.link(*dice.sample(articles, 5))) == expected for _ in range(4))


def test_no_case_mixes_the_two_raids(cases: tuple[LinkedCase, ...]) -> None:
    years = [{(member.report.published_at or "")[:4] for member in case.members} for case in cases]
    assert sorted(set(map(tuple, years))) == [("2023",), ("2024",)]


def test_as_plain_text_without_dates_and_publishers_they_give_the_same_cases(
    desk: Desk, articles: list[Read], cases: tuple[LinkedCase, ...]
) -> None:
    plain = [desk.article(article.document.text, publisher=None, day=None) for article in articles]

    def places(read: list[Read], found: tuple[LinkedCase, ...]) -> set[frozenset[tuple[int, str]]]:
        """The cases as groups of statements, each by the place of its article and its own place there."""
        number = {article.key: place for place, article in enumerate(read)}
        groups = ((statement.rpartition("-") for statement in case.statements) for case in found)
        return {frozenset((number[key], place) for key, _, place in group) for group in groups}

    assert places(plain, desk.link(*plain)) == places(articles, cases)


def test_the_capture_has_one_claiming_side_and_is_contested(find: Find) -> None:
    case, assessment = find("2023", "Kozinka", "control")
    claiming = [origin for origin in assessment.origins if origin.stance == "supports"]
    denying = [origin for origin in assessment.origins if origin.stance == "denies"]
    assert len({member.report.publisher for member in case.members}) == 3
    assert len(claiming) == 1 and {origin.side for origin in claiming} == {"ukraine"}
    assert {origin.side for origin in denying} == {"russia"}
    assert assessment.status is Status.CONTESTED


def test_both_sides_agree_on_the_crossing_which_scores_well_above_the_capture(find: Find) -> None:
    _, capture = find("2023", "Kozinka", "control")
    _, crossing = find("2023", "Russia", "crossed the border")
    assert {"ukraine", "russia"} <= {origin.side for origin in crossing.origins if origin.stance == "supports"}
    assert crossing.score > capture.score + 0.3


def test_tolls_of_two_sources_meet_and_differ(find: Find) -> None:
    case, _ = find("2023", "", "injured")
    assert {str(member.report.stance) for member in case.members} >= {"supports", "denies"}
    assert {member.report.publisher for member in case.members} >= {"reuters.com", "businessinsider.com"}


def test_the_crossing_of_the_second_raid_is_one_case_that_three_russian_bodies_deny(
    find: Find, cases: tuple[LinkedCase, ...]
) -> None:
    case, assessment = find("2024", "Kursk", "crossed the border")
    texts = [" ".join(member.report.text for member in other.members) for other in cases if other is not case]
    assert not any("managed to enter" in text or "separatist groups entered" in text for text in texts)
    assert len({o.name for o in assessment.origins if o.stance == "denies" and o.side == "russia"}) == 3
    assert assessment.status is Status.CONTESTED


def test_the_attack_of_the_second_raid_has_a_source_of_each_side(find: Find) -> None:
    case, assessment = find("2024", "Tetkino", "attack")
    assert len({member.report.publisher for member in case.members}) == 2
    assert {origin.side for origin in assessment.origins} == {"ukraine", "russia"}


def test_the_crash_is_confirmed_by_those_whose_plane_it_was(find: Find) -> None:
    _, assessment = find("2024", "Ivanovo", "crash")
    assert assessment.score > 0.9


def test_the_evacuation_is_denied_by_its_governor(desk: Desk, cases: tuple[LinkedCase, ...]) -> None:
    (case,) = [case for case in cases if "evacuation" in case.case.text]
    assert [str(member.report.stance) for member in case.members] == ["denies"]
    assert desk.assess(case).score < 0.5
