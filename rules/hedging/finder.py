"""Hedges in a text: where, how strong, whose, and what they cover."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from rules.hedging.candidates import Candidate, Candidates
from rules.hedging.context import ContextModel
from rules.hedging.cues import Cues
from rules.hedging.scope import context_words
from rules.model import Hedge, Owner
from rules.rulebook import Rulebook
from rules.text.quotes import Quotation, find_quotations

SCARE_QUOTES = "scare_quotes"
"""Category of words that the outlet puts in quotation marks to leave them to others."""
_SCARE_WORDS = 4
_TWO = frozenset({"''", "``"})
_NOUN = 24  # characters after a quotation in which the noun that bears it stands
_BOTH = 2  # a word before a nickname and one after it
# A claim is scored again with every report that joins it, and outlets reprint: short texts are worth remembering.
_REMEMBERED, _SHORT = 4096, 600
_SCARE_STRENGTH = 0.2


class HedgeFinder:
    """Finds hedges by the rulebook's cues: `rulebook.part(HedgeFinder).find("It reportedly sank.")`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._candidates = rulebook.part(Candidates)
        self._context = rulebook.part(ContextModel)
        self._bearers = frozenset(rulebook.part(context_words).bearers)
        self._uncertain = frozenset(c.id for c in rulebook.part(Cues).categories.values() if c.uncertainty)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._find)

    def find(self, text: str) -> tuple[Hedge, ...]:
        """All hedges of `text`, sorted by where they begin.

        A hedge inside quotation marks is the source's, outside them the reporter's.
        """
        return self._remembered(text) if len(text) <= _SHORT else self._find(text)

    def _find(self, text: str) -> tuple[Hedge, ...]:
        quotations = find_quotations(text)
        candidates = [c for c in self._candidates.find(text) if self._hedges_here(text, c)]
        hedges = [_hedge(text, candidate, quotations) for candidate in candidates]
        scares = (q for q in quotations if _is_scare(text, q) and not self._is_name(text, q))
        hedges += [_scare(text, quotation) for quotation in scares]
        return tuple(sorted(hedges, key=lambda hedge: (hedge.start, hedge.end, hedge.cue)))

    def _is_name(self, text: str, quotation: Quotation) -> bool:
        """Whether capitalised words are a name of what follows: the “Harbour Watch” channel, Ivan “the Oar” Orr."""
        following = text[quotation.end : quotation.end + _NOUN].split()
        words = text[slice(*_inside(text, quotation))].split()
        before = text[max(0, quotation.start - _NOUN) : quotation.start].split()[-1:]
        nickname = before + following[:1]
        if len(nickname) == _BOTH and all(word[0].isupper() and word[-1].isalpha() for word in before):
            return following[0][0].isupper() and words[-1][0].isupper()
        return following[:1] != [] and following[0].lower() in self._bearers and all(w[0].isupper() for w in words)

    def uncertain_spans(self, text: str) -> list[tuple[int, int]]:
        """Cues that leave a proposition open here, more likely than not; a text with none is not uncertain."""
        return [
            (candidate.start, candidate.end)
            for candidate in self._candidates.find(text)
            if candidate.cue.category in self._uncertain
            and self._context.probability(text, candidate) >= self._context.learnt.uncertain_from
        ]

    def _hedges_here(self, text: str, candidate: Candidate) -> bool:
        """Whether the words around a cue of uncertainty let it hedge."""
        return candidate.cue.category not in self._uncertain or not self._context.denies(text, candidate)


def _hedge(text: str, candidate: Candidate, quotations: tuple[Quotation, ...]) -> Hedge:
    cue = candidate.cue
    return Hedge(
        start=candidate.start,
        end=candidate.end,
        text=text[candidate.start : candidate.end],
        category=cue.category,
        strength=cue.strength,
        owner=_owner(candidate.start, quotations),
        cue=cue.id,
        scope=candidate.scope,
    )


def _owner(start: int, quotations: tuple[Quotation, ...]) -> Owner:
    index = bisect_right(quotations, start, key=lambda quotation: quotation.start) - 1
    return Owner.SOURCE if index >= 0 and start < quotations[index].end else Owner.REPORTER


def _inside(text: str, quotation: Quotation) -> tuple[int, int]:
    """Where what is quoted begins and ends: within one mark, or two that stand for one, at either end."""
    marks = 1 + (text[quotation.start : quotation.start + 2] in _TWO)
    return quotation.start + marks, quotation.end - marks


def _is_scare(text: str, quotation: Quotation) -> bool:
    """Whether only a few words are quoted that make no sentence: they begin small or have no full stop."""
    inner = text[slice(*_inside(text, quotation))]
    whole = inner[-1:] in ".!?,…" and not inner[:1].islower()
    return quotation.closed and 0 < len(inner.split()) <= _SCARE_WORDS and not whole


def _scare(text: str, quotation: Quotation) -> Hedge:
    return Hedge(
        start=quotation.start,
        end=quotation.end,
        text=text[quotation.start : quotation.end],
        category=SCARE_QUOTES,
        strength=_SCARE_STRENGTH,
        owner=Owner.REPORTER,
        cue=SCARE_QUOTES,
        scope=_inside(text, quotation),
    )
