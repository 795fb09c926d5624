"""Does what a report says contradict the claim, though it does not speak of denying it?

Three things reverse a claim: a negation of its words ("no ferry has sunk"), the loss of its own negation, and opposites
of its words ("lost" for "won"). One of them contradicts, two cancel each other. Without any, the actions that both tell
of may differ in outcome ("rigged", "free and fair"), and without any negation the stance model may know ("the picture
is a hoax"). Hedges are left out, so that a hedge never turns a denial into support.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rules.hedging import HedgeFinder
from rules.matching.actions import Actions
from rules.matching.deed_words import DeedWords
from rules.matching.negators import Negators
from rules.matching.opposites import clash
from rules.matching.profile import Profiler
from rules.matching.stance import StanceModel
from rules.matching.words import TOKEN, Words
from rules.model import Stance
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_REACH = 2  # words that carry meaning, behind a negation, that it speaks of
_UNLIKELY, _SURE = 0.3, 0.6  # chosen on rumours that the model had not seen
_HARDLY = 0.05  # kinds of action are told so surely that the model need only not be sure of the contrary
_UNDONE = "for the claim says that not"
OPPOSITE = "going by words that exclude each other"


class Negation(NamedTuple):
    """Up to where a negation reaches in a text, and the stems that it speaks of."""

    start: int
    end: int
    stems: frozenset[str]


class Contradiction:
    """Compares a claim with what a report says of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._profile = rulebook.part(Words), rulebook.part(Profiler).profile
        self._hedges, self._stance = rulebook.part(HedgeFinder), rulebook.part(StanceModel)
        self._actions, self._deeds = rulebook.part(Actions), rulebook.part(DeedWords)
        self._idioms = rulebook.part(Negators).idioms
        self._headlined = re.compile(rf"\b(?:{any_of(self._words.headlined)})\b", re.IGNORECASE)

    def grounds(self, claim: str, said: str) -> str | None:
        """What in `said` excludes the claim, in words for an explanation; None where nothing does.

        >>> Contradiction(Rulebook()).grounds("The ferry Ilva sank off Garva.", "No ferry has sunk off Garva")
        'going by “No ferry has sunk”'
        """
        turns, likelihood = list(self._turns(claim, said)), self._likelihood(claim, said)
        if len(turns) % 2 and (_UNDONE in turns or likelihood >= _UNLIKELY):
            return turns[0]
        if not turns and likelihood >= _HARDLY and self._differ(claim, said):
            return OPPOSITE
        plain = not any(self._profile(text).negations for text in (claim, said))
        return "going by its wording" if plain and likelihood >= _SURE else None

    def _differ(self, claim: str, said: str) -> bool:
        """Whether the actions told of exclude each other, and not by words that both have: "hostages were released"."""
        told = self._actions.told
        return clash(told(claim), told(said)) > 0 and clash(told(claim), told(self._without(claim, said))) > 0

    def _without(self, claim: str, said: str) -> str:
        """What is said, without the words of the claim."""
        known = {word.stem for word in self._words.split(claim)} - set(map(self._words.stem, self._words.negations))
        return " ".join(word.text for word in self._words.split(said) if word.stem not in known)

    def _turns(self, claim: str, said: str) -> Iterator[str]:
        """What reverses the claim, in words for an explanation; two reversals cancel each other."""
        about, told = self._profile(claim), self._profile(said)
        against = (n for n in self.negations(said) if not n.stems.isdisjoint(about.weights))
        if negation := next(against, None):
            yield f"going by “{said[negation.start : negation.end]}”"
        if self.is_undone(claim, said):
            yield _UNDONE
        if clash(about.poles, told.poles) and clash(about.poles, self._profile(self._affirmed(said)).poles):
            yield OPPOSITE

    def is_undone(self, claim: str, said: str) -> bool:
        """Whether `said` affirms what the claim negates: "has resigned" for "has not resigned"."""
        denied = [n.stems for n in self.negations(claim) if n.stems]
        return bool(denied) and denied[0] <= self._profile(said).weights.keys()

    def is_same_no(self, claim: str, said: str) -> bool:
        """Whether the claim negates something and `said` is a bare "it did not"."""
        both = all(next(self.negations(text), None) for text in (claim, said))
        return both and not self._profile(said).weights

    def negations(self, text: str) -> Iterator[Negation]:
        """The negations of a text with the words that carry meaning right behind them, within the clause."""
        tokens = list(TOKEN.finditer(text))
        for at, token in enumerate(tokens):
            if self._plain(token) in self._words.negations:
                reached = list(self._behind(tokens[at + 1 :]))
                end = reached[-1].end() if reached else token.end()
                yield Negation(token.start(), end, frozenset(self._words.stem(word[0]) for word in reached))

    def _affirmed(self, text: str) -> str:
        """A text without its negated words: of "will not open" no "open" is left, nor what is an idiom."""
        for negation in reversed(list(self.negations(text))):
            text = text[: negation.start] + text[negation.end :]
        return self._idioms.sub("", text)

    def _behind(self, tokens: list[re.Match[str]]) -> Iterator[re.Match[str]]:
        left = _REACH
        for token in tokens:
            if not left or not token[0][0].isalnum() or self._plain(token) in self._words.clause_ends:
                return
            if self._plain(token) not in self._words.stop_words:
                left -= self._plain(token) not in self._words.evidence
                yield token

    def _likelihood(self, claim: str, said: str) -> float:
        """The stance model's probability of a denial, without deeds, and hedges unless they say no: "no evidence"."""
        for hedge in sorted(self._hedges.find(said), key=lambda hedge: -hedge.start):
            if hedge.text.split()[0].lower() not in self._words.negations:
                said = said[: hedge.start] + said[hedge.end :]
        said = self._headlined.sub(lambda word: self._words.headlined[word[0].lower()], said)
        return self._stance.predict(claim, self._deeds.without(said), about=True).probabilities[Stance.DENIES]

    @staticmethod
    def _plain(token: re.Match[str]) -> str:
        return token[0].lower().replace("'", "").replace("’", "")
