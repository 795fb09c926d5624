"""Two speakers in one sentence without a conjunction, and what the outlet itself says of what somebody claims."""

from __future__ import annotations

import pytest

import rules
from rules.model import Document

RULEBOOK = rules.load_rulebook()

Said = tuple[str, str, str, tuple[int, ...]]


def read(text: str) -> list[Said]:
    reports = rules.read(Document(text=text, publisher="Northwire"), RULEBOOK).reports
    return [(r.chain[-1].name, str(r.stance), r.claim.text, r.applies_to) for r in reports]


@pytest.mark.parametrize("text", [
    "The union says it closed the mill — the company denies it.",
    "The union says it closed the mill, the company denies this.",
    "The union says it closed the mill - the company disputes the claim.",
    "While the union says it closed the mill, the company denies that.",
])
def test_one_who_denies_it_answers_the_other(text: str) -> None:
    said, denied = sorted(read(text), key=lambda report: report[1], reverse=True)
    assert (said[0], said[2]) == ("The union" if text[0] == "T" else "the union", "it closed the mill")
    assert (denied[0], denied[1]) == ("the company", "denies")


@pytest.mark.parametrize("mark", [", ", " — ", " – "])
def test_one_who_says_something_else_does_not_speak_through_the_other(mark: str) -> None:
    assert read(f"The union says it closed the mill{mark}the company says it is open.") == [
        ("The union", "supports", "it closed the mill", ()), ("the company", "supports", "it is open", ()),
    ]


@pytest.mark.parametrize("text", [
    "The mill is shut, the company said.",
    "The mayor said the mill, a company says in a report, was shut.",
    "If the union says it closed the mill, the company says it will sue.",
])
def test_one_speaker_stays_one(text: str) -> None:
    assert len({name for name, *_ in read(text)}) < 3
    assert all(";" not in claim and claim.strip(" ,—") for _, _, claim, _ in read(text))


@pytest.mark.parametrize("text", [
    "The mayor has resigned. His office denies it.",
    "The mayor has resigned, but his office denies this.",
])
def test_who_denies_what_the_outlet_just_told_answers_it(text: str) -> None:
    told, denied = read(text)
    assert (told[0], told[3]) == ("Northwire", ())
    assert (denied[1], denied[3]) == ("denies", (0,))


@pytest.mark.parametrize(("text", "who"), [
    ("The army's claim that the bridge was blown up is false.", "The army"),
    ("A claim by the rebels that the bridge was blown up is simply untrue.", "the rebels"),
])
def test_a_claim_that_the_outlet_calls_wrong_is_denied_by_the_outlet(text: str, who: str) -> None:
    assert sorted(read(text)) == sorted([
        ("Northwire", "denies", "the bridge was blown up", ()), (who, "supports", "the bridge was blown up", ()),
    ])


def test_whoever_says_that_a_claim_is_wrong_denies_it() -> None:
    [report] = read("The police's account that he was armed is wrong, his family said.")
    assert report == ("his family", "denies", "he was armed", ())


@pytest.mark.parametrize(("text", "who"), [
    ("The army said the mill was empty. Villagers say the opposite.", "Villagers"),
    ("The army said the mill was empty, but villagers tell a different story.", "villagers"),
    ("The army said the mill was empty, though villagers say otherwise.", "villagers"),
    ("The army said the mill was empty. The mayor called that baseless.", "The mayor"),
])
def test_who_says_the_contrary_denies_what_was_said(text: str, who: str) -> None:
    said, denied = read(text)
    assert said == ("The army", "supports", "the mill was empty", ())
    assert (denied[0], denied[1], denied[3]) == (who, "denies", (0,))


@pytest.mark.parametrize("text", [
    "Villagers live on the opposite bank.", "The mayor, who said otherwise in May, has resigned.",
])
def test_other_opposites_deny_nothing(text: str) -> None:
    assert all(stance == "supports" for _, stance, *_ in read(text))
