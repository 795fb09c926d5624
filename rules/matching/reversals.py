"""Outcomes that undo what a claim says: "cleared of bribery" after "took a bribe", "lifted" after "imposed sanctions".

They have the claim's own words in them, so that by its words alone such a report would back the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rules.facets.words import FacetWords
from rules.matching.words import Words
from rules.model import Record, Stance
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCases, any_of

FILE = "en/reversals.yaml"
_CLAUSE = re.compile(r"[.,;:!?]")
_BEFORE = 40  # characters


class Outcome(Record, frozen=True, kw_only=True):
    """A wording of an outcome; `what` in the pattern is what it undoes, if that is said."""

    id: str
    stance: Stance
    pattern: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]


class ReversalTable(Record, frozen=True, kw_only=True):
    """`en/reversals.yaml`; the comments there say what each list is for."""

    patterns: tuple[Outcome, ...]
    unreal: tuple[str, ...]
    steps: frozenset[str]
    general: frozenset[str]
    wrongs: tuple[tuple[str, ...], ...]


class Reversal(Record, frozen=True, kw_only=True):
    """The stance that an outcome means for a claim, and its words.

    Where it discredits footage, `shown` has the stems by which a text rests on that: if any other does, it is a denial.
    """

    stance: Stance
    words: str
    shown: frozenset[str] = frozenset()


class Reversals:
    """Finds what a report says came of what a claim tells."""

    def __init__(self, rulebook: Rulebook) -> None:
        data = rulebook.table(FILE, ReversalTable)
        self._words = rulebook.part(Words)
        self._patterns = AnyCases((entry, entry.pattern) for entry in data.patterns)
        self._unreal = re.compile(rf"(?:\b|(?<=n))(?:{any_of(data.unreal)})\b", re.IGNORECASE)
        self._steps, self._general = self._stems(" ".join(data.steps)), self._stems(" ".join(data.general))
        self._footage = self._stems(" ".join(rulebook.part(FacetWords).footage))
        self._wrongs = [[self._row(phrase) for phrase in group] for group in data.wrongs]

    def of(self, claim: str, said: str) -> Reversal | None:
        """The stance of a report that tells of an outcome which undoes the claim; None where none does.

        >>> Reversals(Rulebook()).of("The mayor of Orvik took a bribe.", "The mayor was cleared of bribery.").words
        'cleared of bribery'
        """
        found = [(entry, match) for entry, match in self.outcomes(said) if self._undoes(entry, match, claim)]
        if not found or any(self.outcomes(claim)):
            return None
        entry, match = found[0]
        return self._reversal(entry, match, claim)

    def _reversal(self, entry: Outcome, match: re.Match[str], claim: str) -> Reversal:
        """What the outcome means.

        An outcome after a mere step of a case, such as an arrest, is an update; what rests on discredited footage is
        denied.
        """
        about, words = self._stems(claim), match[0].strip()
        if entry.stance is Stance.DENIES and not self._steps.isdisjoint(about):
            return Reversal(stance=Stance.UPDATES, words=words)
        if entry.stance is not Stance.CANNOT_VERIFY:
            return Reversal(stance=entry.stance, words=words)
        shown = self._footage | self._stems(match["what"])  # a clip for one, a video for another
        if shown.isdisjoint(about):
            return Reversal(stance=entry.stance, words=words, shown=shown)
        return Reversal(stance=Stance.DENIES, words=words)

    def others_rest(self, own: str, shown: frozenset[str], texts: Iterable[str]) -> bool:
        """Whether any text but `own` rests on footage that is known by the stems `shown`."""
        return not all(text == own or shown.isdisjoint(self._stems(text)) for text in texts)

    def outcomes(self, text: str) -> Iterator[tuple[Outcome, re.Match[str]]]:
        """The outcomes that a text tells of as having come about."""
        for entry, pattern in self._patterns.likely(text):
            for match in pattern.finditer(text):
                before = _CLAUSE.split(text[max(0, match.start() - _BEFORE) : match.start()])[-1]
                if not self._unreal.search(before):
                    yield entry, match

    def _undoes(self, entry: Outcome, match: re.Match[str], claim: str) -> bool:
        """Whether the outcome undoes what the claim tells of; a verdict that names no deed applies to any."""
        what, about = self._stems(match["what"] or ""), self._stems(claim)
        if entry.stance is Stance.CANNOT_VERIFY:
            return True
        if entry.stance is Stance.UPDATES:
            return not what.isdisjoint(about)
        deeds, told = self._kinds(match["what"] or ""), self._kinds(claim)
        if deeds or what - self._general:
            return not (deeds.isdisjoint(told) and what.isdisjoint(about))
        return bool(told) or not self._steps.isdisjoint(about)

    def _kinds(self, text: str) -> set[int]:
        """The groups of wrongs that a text names."""
        row = self._row(text)
        return {n for n, group in enumerate(self._wrongs) if any(phrase in row for phrase in group)}

    def _row(self, text: str) -> str:
        """The stems of all words in a row, each between spaces."""
        return "".join([" ", *(f"{word.stem} " for word in self._words.split(text))])

    def _stems(self, text: str) -> frozenset[str]:
        return frozenset(word.stem for word in self._words.content(text))
