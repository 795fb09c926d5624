"""Patterns in any case, found where they stand in the text as given."""

from __future__ import annotations

import re

import pytest

from rules.text.patterns import AnyCase

TEXTS = ["The ferry SANK.", "the İzmir ferry sank twice: it sank", "Nothing.", "", "SANK", "Ana Dovik sank it; a Sank"]
PATTERNS = [r"\bsank\b", r"(?P<what>ferry|it) sank", r"\w+\Wsank", r"(?-i:[A-Z]\w+) sank", r"^\W*the\b"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_is_found_is_what_ignoring_case_finds(pattern: str, text: str) -> None:
    plain, ours = re.compile(pattern, re.IGNORECASE), AnyCase(pattern)
    assert ours.found(text) == bool(plain.search(text))
    for start in (0, 5):
        found = [(match.span(), match.groups(), match.string) for match in plain.finditer(text, start)]
        assert [(match.span(), match.groups(), match.string) for match in ours.finditer(text, start)] == found
