"""Verification statements: who checked which facet, by what method, and what could not be established."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rules.facets.words import FacetWords
from rules.model import Facet, Span, Verification
from rules.reading.checks.check_words import Check, CheckOutcome, CheckWording, CheckWords
from rules.reading.checks.checked_facets import CheckedFacets, any_word
from rules.reading.checks.pointing import Pointing
from rules.reading.checks.verifiers import PASSIVE, Verifiers
from rules.reading.syntax.wording import in_full
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCases

_CLAUSE_END = re.compile(
    r"[.;!?](?:\s|$)|\b(?:but|though|while) (?=\w+ (?:was|were|could|did|ha[sdv]e?)\b)"
    r"|, (?:although|though|but|while|because) |\n"
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_BUT = re.compile(r", (?:but|although|though|while) ")
_OF_SPEAKER = "his|her|its|their|whose"
_LONG, _STEM = re.compile(r"[^\W\d_]{4,}"), 5
_RECENT = 64
"""Sentences whose checks are kept: reading looks at each a few times in a row."""
_ESTABLISHED = frozenset({CheckOutcome.REFUTED, CheckOutcome.VERIFIED})
Found = tuple[CheckWording, re.Match[str]]
"""A wording and where it stands."""


class CheckFinder:
    """Finds what a sentence says was checked.

    >>> CheckFinder(Rulebook()).find("Analysts matched the video to the village but could not date it.").verification
    Verification(facets=(<Facet.PLACE: 'place'>,), failed=(<Facet.TIME: 'time'>,), method='geolocation')
    """

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table("en/verification.yaml", CheckWords)
        ordered = sorted(in_full(rulebook, words.statements), key=lambda told: told.outcome is CheckOutcome.VERIFIED)
        self._wordings = AnyCases((wording, wording.pattern) for wording in ordered)
        self._facets_of = rulebook.part(CheckedFacets)
        self.points = rulebook.part(Pointing)
        self._filmed = re.compile(words.filmed, re.IGNORECASE)
        self._footage, self._meant = any_word(words.footage), any_word(words.statements_meant)
        self._theirs = re.compile(rf"\b(?:{_OF_SPEAKER}) (?:\w+ )?{self._meant.pattern}", re.IGNORECASE)
        self._methods = {name: _beginning(stems) for name, stems in words.methods.items()}
        self._verifiers = Verifiers(words.verifiers, rulebook.part(FacetWords).openers)
        lists = (words.footage, words.statements_meant, words.verifiers.nouns, *words.objects.values(), words.asides)
        self._words = frozenset(stem for names in lists for name in names for stem in stems(name))
        self._recent = lru_cache(maxsize=_RECENT)(self._find)

    def find(self, sentence: str) -> Check | None:
        """The check that `sentence` tells of, successes and failures together; None where it tells of none."""
        return self._recent(sentence)

    def _find(self, sentence: str) -> Check | None:
        found = self._matches(sentence)
        if not found:
            return None
        clauses, matches = _clauses(sentence, found), [match for _, match in found]
        first_told, first, text = found[0][0], matches[0], " ".join(clause for _, clause in clauses)
        outcome = _overall(wording.outcome for wording, _ in found)
        of_thing = self._footage.match(first[0]) is not None
        return Check(
            cue=Span(start=first.start(), end=first.end(), text=first[0]),
            found=_told(sentence, found),
            verifier=None if first_told.shown else self._verifiers.of(sentence, matches, named=of_thing),
            outcome=outcome,
            verification=self._verification(sentence, clauses, outcome),
            object=sentence[first.end() :] if first.end() < len(sentence.rstrip(" .")) else sentence,
            about_footage=any(w.films for w, _ in found) or any(p.search(text) for p in (self._footage, self._filmed)),
            about_speaker=self._theirs.search(sentence) is not None,
            asks=all(wording.asks and not self._meant.search(sentence, match.end()) for wording, match in found),
        )  # fmt: skip

    def _verification(
        self, sentence: str, clauses: list[tuple[CheckWording, str]], outcome: CheckOutcome
    ) -> Verification:
        """Which facets held and which did not, as those that were refuted; a method where something was established."""
        failed = self._facets(clauses, CheckOutcome.FAILED, CheckOutcome.REFUTED)
        held = tuple(f for f in self._facets(clauses, CheckOutcome.VERIFIED) if f not in failed)
        return Verification(facets=held, failed=failed,
                            method=self._method(sentence) if outcome in _ESTABLISHED else None)

    def shows_footage(self, text: str) -> bool:
        """Whether `text` speaks of a recording."""
        return self._footage.search(text) is not None

    def topic(self, text: str) -> frozenset[str]:
        """The stems of words that tell of more than of checking."""
        return stems(text) - self._words

    def _matches(self, sentence: str) -> list[Found]:
        """Wordings from left to right, apart from each other; failures win, since they contain words of success."""
        found: list[Found] = []
        for wording, pattern in self._wordings.likely(sentence):
            for match in pattern.finditer(sentence):
                if _is_quoted(sentence, match):
                    continue
                if all(match.end() <= other.start() or match.start() >= other.end() for _, other in found):
                    found.append((wording, match))
        return sorted(found, key=lambda pair: pair[1].span())

    def _facets(self, clauses: list[tuple[CheckWording, str]], *outcomes: CheckOutcome) -> tuple[Facet, ...]:
        told = [(w, clause) for w, clause in clauses if w.outcome in outcomes]
        facets = {facet for w, clause in told for facet in w.facets or self._facets_of.clause(clause, w.outcome)}
        return tuple(facet for facet in Facet if facet in facets)

    def _method(self, sentence: str) -> str | None:
        return next((name for name, pattern in self._methods.items() if pattern.search(sentence)), None)


def _is_quoted(sentence: str, match: re.Match[str]) -> bool:
    """Whether a wording is but what somebody else calls it: "the claim that it “was verified” is untrue"."""
    around = (q for q in _QUOTED.finditer(sentence) if q.start() <= match.start() and match.end() <= q.end())
    return any(sentence[: q.start()].strip() and sentence[q.end() :].strip(" .") for q in around)


def _told(sentence: str, found: Sequence[Found]) -> Span | None:
    """What the last wording says was found to be so, if it is one of those and alone."""
    wording, match = found[-1]
    text = _BUT.split(sentence[match.end() :])[0].strip().rstrip(" .")
    if not wording.tells or not text:
        return None
    start = sentence.index(text, match.end())
    return Span(start=start, end=start + len(text), text=text)


def _clauses(sentence: str, found: list[Found]) -> list[tuple[CheckWording, str]]:
    """Each wording with its clause, which ends at the latest where the next wording begins."""
    starts = [0, *(match.end() for _, match in found[:-1])]
    ends = [*(match.start() for _, match in found[1:]), len(sentence)]
    return [(wording, _clause(sentence[:end], match, start))
            for (wording, match), start, end in zip(found, starts, ends, strict=True)]


def _clause(sentence: str, match: re.Match[str], last: int) -> str:
    """The wording with what it checks: to the end of its clause, and for passives from the sentence's start.

    Where nothing follows it, what it checks stands before it, behind the `last` one: "a figure which nobody can check".
    """
    end = _CLAUSE_END.search(sentence, match.end())
    predicate = match.start("is") if "is" in match.re.groupindex else -1
    before = 0 if PASSIVE.search(match[0]) else match.start() if sentence[match.end() :].strip(" .)") else last
    start = predicate if predicate >= 0 else before
    return sentence[start : end.start() if end else len(sentence)]


def _overall(outcomes: Iterable[CheckOutcome]) -> CheckOutcome:
    """Refuted or verified where anything was, failed where something could not be, else no answer."""
    found = set(outcomes)
    return next(outcome for outcome in CheckOutcome if outcome in found)


def stems(text: str) -> frozenset[str]:
    """The first letters of longer words: `stems("ballot stuffing")` has those of "stuffed ballots"."""
    return frozenset(word[:_STEM] for word in _LONG.findall(text.lower()))


def _beginning(stems: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, stems)), re.IGNORECASE)
