"""Every wording of stance and verification finds its hits and leaves its misses."""

import re

import pytest

from rules import load_rulebook
from rules.model import Span
from rules.reading.check_words import CheckWords
from rules.reading.refuted import Refuted
from rules.reading.stance import StanceReader, StanceWording
from rules.reading.trials import TrialWording, TrialWords
from rules.reading.verification import CheckFinder
from rules.reading.wording import Wording, wordings
from rules.text.patterns import AnyCase

RULEBOOK = load_rulebook()
ENTRIES = (
    *wordings(RULEBOOK, "en/stance.yaml", StanceWording),
    *RULEBOOK.table("en/verification.yaml", CheckWords).statements,
)
REFUTED = wordings(RULEBOOK, "en/refuted.yaml", Wording)
TRIALS, LIVES = (RULEBOOK.table(f"en/{file}.yaml", TrialWords).wordings for file in ("trials", "lives"))


@pytest.mark.parametrize(("entry", "hit"), [(e, hit) for e in ENTRIES for hit in e.hits])
def test_a_wording_finds_its_hits(entry: StanceWording, hit: str) -> None:
    assert re.search(entry.pattern, hit, re.IGNORECASE)


@pytest.mark.parametrize(("entry", "miss"), [(e, miss) for e in ENTRIES for miss in e.misses])
def test_a_wording_leaves_its_misses(entry: StanceWording, miss: str) -> None:
    assert not re.search(entry.pattern, miss, re.IGNORECASE)


@pytest.mark.parametrize("entry", [*TRIALS, *LIVES], ids=lambda entry: entry.id)
def test_a_part_in_a_trial_or_a_life_of_ones_own_is_told_by_its_hits_alone(entry: TrialWording) -> None:
    found = AnyCase(entry.filled()).found
    assert all(map(found, entry.hits))
    assert not any(map(found, entry.misses))


@pytest.mark.parametrize("entry", REFUTED, ids=lambda entry: entry.id)
def test_what_a_denial_denies_is_found_in_its_hits_alone(entry: Wording) -> None:
    def denied(text: str) -> str:
        return RULEBOOK.part(Refuted).said(Span(start=0, end=len(text), text=text)).text

    assert all(denied(hit) != hit for hit in entry.hits)
    assert all(denied(miss) == miss for miss in entry.misses)


CHECKS = [
    ("Northwire was able to confirm the location by matching the terrain.", "verified", "place", "", "geolocation"),
    ("Northwire was not able to verify the date the clip was filmed.", "failed", "", "time", None),
    ("Analysts matched the video to the village but could not date it.", "verified", "place", "time", "geolocation"),
    ("It is not clear when and where the clips were made.", "failed", "", "place time", None),
    ("Northwire was unable to independently verify these reports.", "failed", "", "", None),
    ("The paper could not verify the footage.", "failed", "", "authenticity", None),
    ("The toll could not be independently verified.", "failed", "", "number", None),
    ("The army was not immediately available for comment.", "no_answer", "", "", None),
    ("The paper verified the video, but not when it was made.", "verified", "authenticity", "time", None),
]


@pytest.mark.parametrize(("sentence", "outcome", "facets", "failed", "method"), CHECKS)
def test_a_verification_statement_says_which_facets(
    sentence: str, outcome: str, facets: str, failed: str, method: str | None
) -> None:
    check = RULEBOOK.part(CheckFinder).find(sentence)
    assert check is not None
    held, not_held = (" ".join(which) for which in (check.verification.facets, check.verification.failed))
    assert (check.outcome, held, not_held, check.verification.method) == (outcome, facets, failed, method)


@pytest.mark.parametrize("sentence", ["The mayor confirmed the talks.", "The sky was clear.", "It was dated 1999.", ""])
def test_other_sentences_tell_of_no_check(sentence: str) -> None:
    assert RULEBOOK.part(CheckFinder).find(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "verifier"),
    [
        ("Northwire was unable to verify the date.", "Northwire"),
        ("A clip verified by Vale Lab shows a bridge.", "Vale Lab"),
        ("Independent analysts geolocated the tape.", "Independent analysts"),
        ("It is not clear when it was filmed.", None),
        ("Northwire has not seen the letter and could not confirm its contents.", "Northwire"),
    ],
)
def test_the_verifier_is_named_or_nobody(sentence: str, verifier: str | None) -> None:
    check = RULEBOOK.part(CheckFinder).find(sentence)
    assert check is not None
    assert (check.verifier.text if check.verifier else None) == verifier


def test_the_first_fitting_stance_decides() -> None:
    reader = RULEBOOK.part(StanceReader)
    assert [reader.of_cue(c).id for c in ("did not confirm", "denied", "did not deny")] == [  # type: ignore[union-attr]
        "did_not_confirm", "denial_cue", "did_not_deny",
    ]  # fmt: skip
    assert reader.of_cue("said") is None
