"""Hedges in a text: where, how strong, whose, and what they cover."""

from __future__ import annotations

from bisect import bisect_right

from rules.hedging.matcher import Matcher
from rules.hedging.scope import Scopes
from rules.model import Hedge, Owner
from rules.rulebook import Rulebook
from rules.text.folding import fold
from rules.text.quotes import Quotation, find_quotations

_SCARE_WORDS = 3
_SCARE_STRENGTH = 0.2


class HedgeFinder:
    """Finds hedges by the rulebook's cues: `rulebook.part(HedgeFinder).find("It reportedly sank.")`."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._matcher = rulebook.part(Matcher)
        self._scopes = rulebook.part(Scopes)

    def find(self, text: str, within: tuple[int, int] | None = None) -> tuple[Hedge, ...]:
        """All hedges of `text`, or those that lie `within` an extent of it, sorted by where they begin.

        A hedge inside quotation marks is the source's, outside them the reporter's.
        """
        quotations = find_quotations(text)
        hedges = self._by_cue(text, quotations) + [_scare(text, q) for q in quotations if _is_scare(text, q)]
        if within is not None:
            hedges = [hedge for hedge in hedges if within[0] <= hedge.start and hedge.end <= within[1]]
        return tuple(sorted(hedges, key=lambda hedge: (hedge.start, hedge.end, hedge.cue)))

    def _by_cue(self, text: str, quotations: tuple[Quotation, ...]) -> list[Hedge]:
        folded = fold(text)
        matches = self._matcher.find(folded.text)
        if not matches:
            return []
        sentence_starts = self._scopes.sentence_starts(text)
        hedges = []
        for match in matches:
            start, end = folded.extent(match.start, match.end)
            cue = match.cue
            hedges.append(
                Hedge(
                    start=start,
                    end=end,
                    text=text[start:end],
                    category=cue.category,
                    strength=cue.strength,
                    owner=_owner(start, quotations),
                    cue=cue.id,
                    scope=self._scopes.of(text, start, end, cue.direction, sentence_starts),
                )
            )
        return hedges


def _owner(start: int, quotations: tuple[Quotation, ...]) -> Owner:
    index = bisect_right(quotations, start, key=lambda quotation: quotation.start) - 1
    return Owner.SOURCE if index >= 0 and start < quotations[index].end else Owner.REPORTER


def _is_scare(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.start + 1 : quotation.end - 1]
    return quotation.closed and 0 < len(inner.split()) <= _SCARE_WORDS and inner[-1:] not in ".!?,…"


def _scare(text: str, quotation: Quotation) -> Hedge:
    return Hedge(
        start=quotation.start,
        end=quotation.end,
        text=text[quotation.start : quotation.end],
        category="scare_quotes",
        strength=_SCARE_STRENGTH,
        owner=Owner.REPORTER,
        cue="scare_quotes",
        scope=(quotation.start + 1, quotation.end - 1),
    )
