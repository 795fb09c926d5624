"""Verb groups: "did not immediately deny", "have strongly denied", "went on to say"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.tokens import Token
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_PARTICIPLES = frozenset({"VBN", "VBD"})
_INSIDE, _REACH = frozenset({"IN", "DT", "JJ", "CD", "NN", "NNS", "NNP", "RB"}), 8


class VerbGroups:
    """Finds where verb groups of a sentence begin and what they are."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(clause_words)

    def start(self, tokens: Sequence[Token], verb: int) -> int:
        """Where the verb group that ends with `verb` begins: "did not immediately deny", "have strongly denied"."""
        first = self._near_start(tokens, verb)
        has = self._parted(tokens, first) if tokens[verb].tag in _PARTICIPLES else None
        return first if has is None else self._near_start(tokens, has)

    def _near_start(self, tokens: Sequence[Token], verb: int) -> int:
        """The same where nothing but helping words stands inside the group."""
        first = verb
        while first and not tokens[first - 1].quoted and self._helps(tokens, first - 1):
            first -= 1
        return first

    def _parted(self, tokens: Sequence[Token], first: int) -> int | None:
        """The auxiliary that a time or place parts from its verb: "the army | has | in the past denied it"."""
        for k in range(first - 2, max(-1, first - _REACH), -1):
            if tokens[k].lower in self._words.do_have:
                return k if tokens[k + 1].tag == "IN" else None
            if tokens[k].tag not in _INSIDE or tokens[k].quoted:
                return None
        return None

    def _helps(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word before a verb belongs to its group: an auxiliary, an adverb in -ly, "each" after "have"."""
        word = tokens[k].lower
        named = k and tokens[k].text.istitle() and tokens[k + 1].text.islower()  # "the charity Harbour Now | said"
        if tokens[k].tag == "POS" or (named and not word.endswith("ly")):  # "McDonald's | said"
            return False
        if word in self._words.floating:
            return k > 0 and tokens[k - 1].lower in self._words.do_have | self._words.be
        return word in self._words.auxiliaries or (tokens[k].tag == "RB" and word.endswith("ly"))

    def led_start(self, tokens: Sequence[Token], verb: int) -> int:
        """Where words begin that make an infinitive what is done: "went on to say", "would only say"."""
        for length in (3, 2):
            if " ".join(t.lower for t in tokens[max(0, verb - length) : verb]) in self._words.leads_on:
                return self.start(tokens, verb - length)
        return self._unwilling_start(tokens, verb) if tokens[verb].lower in self._words.withholds else verb

    def _unwilling_start(self, tokens: Sequence[Token], verb: int) -> int:
        """Where "would not (yet) confirm" or "has declined to confirm" begins, else `verb`."""
        first = self.start(tokens, verb)
        if first and tokens[first - 1].lower in self._words.unwilling and first < verb:
            return first - 1
        refuses = first > 1 and tokens[first - 1].tag == "TO" and tokens[first - 2].lower in self._words.refuses
        return self.start(tokens, first - 2) if refuses else verb

    def is_passive(self, tokens: Sequence[Token], first: int, verb: int) -> bool:
        """Whether a participle has a form of "be" before it."""
        return any(t.lower in self._words.be for t in tokens[first:verb])

    def is_finite(self, tokens: Sequence[Token], first: int, verb: int) -> bool:
        """Whether a participle or infinitive has "have" or "do" before it."""
        return any(t.lower in self._words.do_have for t in tokens[first:verb])
