"""How the claim of a case reads: one that can stand alone in its own words, any other with whoever says it."""

from __future__ import annotations

import pytest

from tests.linking.conftest import Desk

ALONE = {
    "quoted from first word to last": (
        "“The bridge is gone. We swam,” said Ola Brandt, who reached Dolny Lug.", ("The bridge is gone", "We swam")),
    "who does what": (
        "Drones hit the grain depot in Dolny Lug, the governor said.", ("Drones hit the grain depot in Dolny Lug",)),
}
INTRODUCED = {
    "of two speakers each with his own clause": (
        "The army of Orsk said on Monday it had taken the mill at Dolny Lug, while the Hill Brigade claimed to have "
        "burned two of its lorries.",
        ("The army of Orsk said on Monday it had taken the mill at Dolny Lug",
         "the Hill Brigade claimed to have burned two of its lorries.")),
    "an accusation, which is no clause": (
        "The army of Orsk accused the Hill Brigade of burning the mill at Dolny Lug.",
        ("The army of Orsk accused the Hill Brigade of burning the mill at Dolny Lug.",)),
    "some of whose men": (
        "The Hill Brigade acknowledged that several of its men had been hurt at Dolny Lug.",
        ("The Hill Brigade acknowledged that several of its men had been hurt at Dolny Lug.",)),
    "quoted in part": (
        'The Hill Brigade said it had "walked into Dolny Lug" at dawn.',
        ('The Hill Brigade said it had "walked into Dolny Lug" at dawn.',)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), [*ALONE.values(), *INTRODUCED.values()], ids=[*ALONE, *INTRODUCED])
def test_a_claim_reads_without_its_article(desk: Desk, text: str, claims: tuple[str, ...]) -> None:
    assert {case.case.text for case in desk.link(desk.article(text))} == set(claims)


def test_a_quotation_that_ends_with_the_claim_keeps_its_last_mark(desk: Desk) -> None:
    (case,) = desk.link(desk.article('The mayor of Dolny Lug called the blast at the mill "a gift to looters".'))
    assert case.case.text.count('"') == 2


def test_no_case_is_worded_by_what_would_follow_from_it(desk: Desk) -> None:
    case = desk.one("Hill Brigade", desk.article(
        "The Hill Brigade said on Monday that it had captured Dolny Lug. "
        "The capture of Dolny Lug, if confirmed, would cut the last road to Orsk."))
    assert case.case.text.startswith("The Hill Brigade said")
