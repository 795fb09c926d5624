"""Whether a statement serves the side that makes it.

Words of gain, loss, harm and guilt (`en/interest.yaml`) with the sides that stand beside them: what is good for the
speaker's side or bad for its opponents serves him, the reverse speaks against his interest. Denying turns it round.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rules.model import Interest, Record, Stance
from rules.provenance.alliances import Alliances
from rules.provenance.governments import Governments
from rules.provenance.lexicon import Lexicon, Phrase
from rules.provenance.names import NameKeys, Token
from rules.provenance.phrases import PhraseFinder
from rules.provenance.records import Identity
from rules.rulebook import Rulebook


class Effect(Record, frozen=True, kw_only=True):
    """A kind of event: what it means for who does it and for whom it befalls, each −1, 0 or 1.

    `intransitive`: its subject is the one it befalls ("crashed", "retreated").
    """

    id: str
    doer: int = 0
    bearer: int = 0
    intransitive: bool = False
    words: tuple[str, ...]


class _Words(Record, frozen=True, kw_only=True):
    effects: tuple[Effect, ...]
    negations: tuple[str, ...]
    refutations: tuple[str, ...]
    passives: tuple[str, ...]
    agents: tuple[str, ...]
    own: tuple[str, ...]
    enemy: tuple[str, ...]
    admissions: frozenset[str]
    accusations: frozenset[str]


class Interests:
    """Judges statements by the words of the rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._keys = rulebook.part(NameKeys)
        self._lexicon = rulebook.part(Lexicon)
        self._governments = rulebook.part(Governments)
        self._alliances = rulebook.part(Alliances)
        self._words = rulebook.table("en/interest.yaml", _Words)
        fields = ("negations", "refutations", "passives", "agents", "own", "enemy")
        entries: dict[str, Effect | str] = {self._keys.of(w): e for e in self._words.effects for w in e.words}
        entries |= {self._keys.of(w): field for field in fields for w in getattr(self._words, field)}
        self._meanings = tuple(entries.values())
        self._finder = PhraseFinder(tuple(entries))

    def of(self, claim: str, stance: Stance, identity: Identity, act: str | None) -> Interest:
        """The interest that `identity` has in taking `stance` on `claim`."""
        if identity.side is None:
            return Interest.NEUTRAL
        if act in self._words.admissions:
            return Interest.AGAINST_INTEREST
        if act in self._words.accusations:
            return Interest.SELF_SERVING
        if stance in {Stance.CANNOT_VERIFY, Stance.UNRELATED}:
            return Interest.UNKNOWN
        worth = self._worth(claim, identity.side)
        if worth is None:
            return self._of_plain_denial(claim, stance, identity.side)
        worth = -worth if stance is Stance.DENIES else worth
        return Interest.NEUTRAL if worth == 0 else Interest.SELF_SERVING if worth > 0 else Interest.AGAINST_INTEREST

    def _of_plain_denial(self, claim: str, stance: Stance, side: str) -> Interest:
        """A side that denies what is said of itself serves itself; about all else the words do not tell."""
        if stance is not Stance.DENIES:
            return Interest.UNKNOWN
        sides = self._sides(list(self._keys.tokens(claim)), side)
        return Interest.SELF_SERVING if side in sides.values() else Interest.UNKNOWN

    def _worth(self, claim: str, side: str) -> int | None:
        """What the claim, if believed, is worth to `side`; None where no word of gain or loss stands in it."""
        tokens = list(self._keys.tokens(claim))
        found = [(first, last, self._meanings[i]) for first, last, i in self._finder.find(tokens)]
        sides = self._sides(tokens, side) | {
            first: side if meaning == "own" else "enemy" for first, _, meaning in found if meaning in {"own", "enemy"}
        }
        effects = [(first, last, m) for first, last, m in found if isinstance(m, Effect)]
        if not effects:
            return None
        marks = {first: m for first, _, m in found if isinstance(m, str)}
        limits = [0, *(last for _, last, _ in effects[:-1]), len(tokens)]
        total = 0
        for (first, last, effect), (start, _) in zip(effects, pairwise(limits), strict=True):
            end = next((f for f, _, _ in effects if f >= last), len(tokens))
            before = {p: s for p, s in sides.items() if start <= p < first}
            after = {p: s for p, s in sides.items() if last <= p < end}
            sign = -1 if any(marks.get(p) == "negations" for p in range(max(start, first - 5), first)) else 1
            total += sign * self._effect(effect, before, after, marks, first, side)
        return -total if "refutations" in marks.values() else total

    def _effect(
        self, effect: Effect, before: dict[int, str], after: dict[int, str], marks: dict[int, str], at: int, side: str
    ) -> int:
        passive = any(marks.get(p) == "passives" for p in range(at - 3, at))
        doer, bearer = self._roles(effect, before, after, passive)
        if doer is None and bearer is None:  # "had taken the village": the speaker speaks of himself
            doer = bearer = side if effect.intransitive or not effect.doer else None
            return self._for(bearer, effect.bearer, side) if bearer else effect.doer
        return self._for(doer, effect.doer, side) + self._for(bearer, effect.bearer, side)

    def _roles(
        self, effect: Effect, before: dict[int, str], after: dict[int, str], passive: bool
    ) -> tuple[str | None, str | None]:
        subject = before[max(before)] if before else None
        following = after[min(after)] if after else None
        if effect.intransitive:
            return None, subject or following
        return (following, subject) if passive else (subject, following)

    def _for(self, whose: str | None, worth: int, side: str) -> int:
        if whose == side or self._alliances.allied(whose, side):
            return worth
        return -worth if whose == "enemy" or self._alliances.opposed(whose, side) else 0

    def _sides(self, tokens: Sequence[Token], side: str) -> dict[int, str]:
        """The side of every name, adjective or place among the tokens, by the token it starts at."""
        phrases = self._lexicon.find(tokens)
        return {p.first: s for p in phrases if (s := self._side_of(p))}

    def _side_of(self, phrase: Phrase) -> str | None:
        word = phrase.word
        if word.organisation:
            return word.organisation.side
        return word.side or (self._governments.of_place(word.place) if word.place else None)
