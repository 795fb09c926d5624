"""Reads a claim for who does what to whom, as far as interest needs it: effects and the sides beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.provenance.effects import MARKS, ClaimReading, InterestWords
from rules.provenance.governments import Governments
from rules.provenance.lexicon import Lexicon, Phrase
from rules.provenance.names import NameKeys
from rules.provenance.phrases import PhraseFinder
from rules.provenance.scene import STAND_INS, Found, Scene
from rules.rulebook import Rulebook


class ClaimReader:
    """Finds the events of claims."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._keys = rulebook.part(NameKeys)
        self._lexicon = rulebook.part(Lexicon)
        self._governments = rulebook.part(Governments)
        self.words = rulebook.table("en/interest.yaml", InterestWords)
        self._effects = {self._keys.of(w): effect for effect in self.words.effects for w in effect.words}
        self._effect_finder = PhraseFinder(tuple(self._effects))
        marks = [(self._keys.of(w), mark) for mark in MARKS for w in getattr(self.words, mark)]
        self._marks = tuple(mark for _, mark in marks)
        self._mark_finder = PhraseFinder(tuple(key for key, _ in marks))

    def read(self, claim: str) -> ClaimReading:
        """Who does what to whom in `claim`."""
        tokens = list(self._keys.tokens(claim))
        phrases = [p for p in self._lexicon.find(tokens) if self._side(p)]
        sides = {p.first: self._side(p) or "" for p in phrases}
        marked = self._mark_finder.find(tokens)
        marks = {first: self._marks[i] for first, _, i in marked}
        stand_ins = {p for first, last, i in marked if self._marks[i] in STAND_INS for p in range(first, last)}
        doers = {p.first for p in phrases if p.word.side or p.word.organisation}
        effects = tuple(self._effects.values())
        matches = self._effect_finder.find(tokens)
        found = [Found(effects[i], first, last) for first, last, i in matches if first not in stand_ins]
        refuted = "refutations" in marks.values()
        asserted = found if refuted else _asserted(found, marks) or found
        events = tuple(Scene(tokens, marks, sides, doers).events(asserted))
        denies = refuted or any(e.negated or e.effect.denies for e in events)
        return ClaimReading(events, frozenset(sides.values()), refuted, denies)

    def _side(self, phrase: Phrase) -> str | None:
        word = phrase.word
        if word.organisation:
            return word.organisation.side
        return word.side or (self._governments.of_place(word.place) if word.place else None)


def _asserted(found: Sequence[Found], marks: Mapping[int, str]) -> list[Found]:
    """Without what is taken for known: "the raid", "those who crossed over"."""
    starts = [0, *(f.last for f in found)]
    return [
        f
        for f, start in zip(found, starts, strict=False)
        if marks.get(f.first - 1) != "definite" and "relatives" not in [marks.get(p) for p in range(start, f.first)]
    ]
