"""Patterns in any case, found where they stand in the text as given."""

from __future__ import annotations

import re

import pytest

from rules.text.literals import literals
from rules.text.patterns import AnyCase, AnyCases

TEXTS = ["The ferry SANK.", "the İzmir ferry sank twice: it sank", "Nothing.", "", "SANK", "Ana Dovik sank it; a Sank"]
PATTERNS = [r"\bsank\b", r"(?P<what>ferry|it) sank", r"\w+\Wsank", r"(?-i:[A-Z]\w+) sank", r"^\W*the\b"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_is_found_is_what_ignoring_case_finds(pattern: str, text: str) -> None:
    plain, ours = re.compile(pattern, re.IGNORECASE), AnyCase(pattern)
    assert ours.found(text) == bool(plain.search(text))
    assert ours.spans(text) == [match.span() for match in plain.finditer(text)]
    for start in (0, 5):
        found = [(match.span(), match.groups(), match.string) for match in plain.finditer(text, start)]
        assert [(match.span(), match.groups(), match.string) for match in ours.finditer(text, start)] == found


@pytest.mark.parametrize("text", TEXTS)
def test_patterns_that_are_passed_over_would_not_have_been_found(text: str) -> None:
    found = [pattern for pattern, ours in AnyCases((p, p) for p in PATTERNS).likely(text) if ours.found(text)]
    assert found == [pattern for pattern in PATTERNS if re.search(pattern, text, re.IGNORECASE)]


def test_a_text_without_the_letters_of_a_pattern_is_not_searched_for_it() -> None:
    assert [pattern for pattern, _ in AnyCases((p, p) for p in PATTERNS).likely("It rose.")] == []


@pytest.mark.parametrize(("pattern", "needed"), [
    (r"\b(?:was|were) sunk", {" sunk"}),
    (r"(?:ferr(?:y|ies)|boat) [a-z]+", {"ferr", "boat"}),
    (r"(?:very )?cold", {"cold"}),
    (r"(?:calm ){1,2}sea", {"calm "}),
    (r"(?:calm ){0,2}\w+", set()),
    (r"(?!gone)(?<=has )left", {"left"}),
    (r"(?-i:[A-Z]\w+) Sank", {" sank"}),
    (r"(?:sunk|\d+)", set()),
    (r"(?:sunk|)", set()),
    (r"", set()),
])
def test_every_match_has_one_of_the_letters_that_its_pattern_needs(pattern: str, needed: set[str]) -> None:
    assert literals(pattern) == needed
