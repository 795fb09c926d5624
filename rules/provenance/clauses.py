"""Reads a claim for who does what to whom, as far as interest needs it: effects and the sides beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from rules.provenance.effects import MARKS, ClaimReading, InterestWords
from rules.provenance.governments import Governments
from rules.provenance.lexicon import Lexicon, Phrase
from rules.provenance.mentions import MentionFinder
from rules.provenance.names import STOP, NameKeys, Token
from rules.provenance.phrases import PhraseFinder
from rules.provenance.scene import FORCES, QUOTES, STAND_INS, Found, Scene
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

_NOBODYS = STAND_INS - {FORCES}
_BEHIND = frozenset({"ends", "agents", "clauses"})


class ClaimReader:
    """Finds the events of claims."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._keys = rulebook.part(NameKeys)
        self._lexicon = rulebook.part(Lexicon)
        self._governments = rulebook.part(Governments)
        self._mentions = rulebook.part(MentionFinder)
        organisations = rulebook.part(Tables).organisations.values()
        self._individuals = {o.id: o.id for o in organisations if o.individual}  # his blunder is not his rivals'
        self.words = rulebook.table("en/interest.yaml", InterestWords)
        self._effects = PhraseFinder({self._keys.of(w): effect for effect in self.words.effects for w in effect.words})
        self._marks = PhraseFinder({self._keys.of(w): mark for mark in MARKS for w in getattr(self.words, mark)})
        self.read = lru_cache(maxsize=1024)(self._read)

    def _read(self, claim: str) -> ClaimReading:
        """Who does what to whom in `claim`."""
        tokens = list(self._keys.tokens(claim))
        sides, doers, covered = self._sides(claim, tokens)
        marked = self._marks.find(tokens)
        marks = {first: mark for first, _, mark in marked if mark not in _NOBODYS or first not in covered}
        if tokens and tokens[0].text.lower() in self.words.speaker:
            marks[0] = "own"
        theirs = {p for p, token in enumerate(tokens) if token.text.lower() in self.words.possessive} | sides.keys()
        forces = [p for p, mark in marks.items() if mark == FORCES]
        marks |= {p: "military" for p in forces if p in covered or _is_owned(p, marks, theirs)}
        stand_ins = {p for first, last, mark in marked if mark in STAND_INS for p in range(first, last)}
        matches = self._effects.find(tokens)
        found = [Found(effect, first, last) for first, last, effect in matches if first not in stand_ins]
        refuted = "refutations" in marks.values()
        asserted = found if refuted else _asserted(found, marks)
        reduced = {f.first for f in found if self._is_reduced(f, tokens, marks)}
        scene = Scene(tokens, marks, sides, doers, reduced)
        events = tuple(scene.events(asserted) if asserted else scene.events(found, known=True))
        denies = refuted or any(e.negated or e.effect.denies for e in events)
        return ClaimReading(events, frozenset(sides.values()), refuted, denies)

    def is_own(self, statement: str, cue: str) -> bool:
        """Whether what somebody says by `cue` is a deed of his: "she had sold it", "selling it", "confessed to" it."""
        if cue.lower() in self.words.confess:
            return True
        first = next((token.text.lower() for token in self._keys.tokens(statement)), "")
        return first in self.words.speaker or first.endswith(self.words.gerund)

    def _is_reduced(self, found: Found, tokens: Sequence[Token], marks: Mapping[int, str]) -> bool:
        """Whether a participle without "was" is passive, for no object follows: "31 drones destroyed overnight"."""
        if " ".join(t.text.lower() for t in tokens[found.first : found.last]) not in self.words.transitive:
            return False
        last = next((p for p in range(found.last, len(tokens)) if tokens[p].text not in QUOTES), len(tokens))
        return last == len(tokens) or tokens[last].key == STOP or marks.get(last) in _BEHIND

    def _sides(self, claim: str, tokens: Sequence[Token]) -> tuple[dict[int, str], set[int], set[int]]:
        """The sides by token; the tokens that may name a doer, no mere places; all tokens of names with a side."""
        phrases = self._lexicon.find(tokens)
        named = self._mentions.among(claim, tokens, phrases)
        runs = [(first, last, self._individuals.get(i.id, i.side)) for first, last, i in named if i.side]
        covered = {p for first, last, _ in runs for p in range(first, last)}
        alone = [(p, side) for p in phrases if p.first not in covered and (side := self._side(p))]
        sides = {first: side for first, _, side in runs} | {p.first: side for p, side in alone}
        places = {p.first for p, _ in alone if not (p.word.side or p.word.organisation)}
        return sides, sides.keys() - places, covered

    def _side(self, phrase: Phrase) -> str | None:
        word = phrase.word
        if word.organisation:
            return self._individuals.get(word.organisation.id, word.organisation.side)
        return word.side or (self._governments.of_place(word.place) if word.place else None)


def _is_owned(position: int, marks: Mapping[int, str], owners: Collection[int]) -> bool:
    """Whether it is said just before whose somebody is: "its soldiers", "two Lornish soldiers"."""
    return any(p in owners or marks.get(p) in {"own", "enemy"} for p in range(position - 3, position))


def _asserted(found: Sequence[Found], marks: Mapping[int, str]) -> list[Found]:
    """Without what is taken for known: "the raid", "those who crossed over"."""
    starts = [0, *(f.last for f in found)]
    return [
        f
        for f, start in zip(found, starts, strict=False)
        if marks.get(f.first - 1) != "definite" and "relatives" not in [marks.get(p) for p in range(start, f.first)]
    ]
