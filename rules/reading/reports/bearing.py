"""Which hedges of a sentence bear on which of its statements, and nouns of thinking that hedge nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.hedging import SCARE_QUOTES
from rules.model import Hedge, Stance
from rules.reading.clauses.statements import Statement
from rules.reading.syntax.extents import Extents
from rules.reading.syntax.tokens import Token
from rules.reading.syntax.words import ClauseWords

_WORDS_OF_OTHERS = frozenset({"accusation", "appearance", "attribution", "hearsay", "indication", "rumour"})
_BEFORE = 3
"""Words before the noun that is denied: "what he called | claims"."""
_LEADS = frozenset({"of", "the"})  # "fears of a raid", "fears the dam will break"
_NEAR = 3


def hedges_of(statement: Statement, found: Extents[Hedge], stance: Stance) -> tuple[Hedge, ...]:
    """Those found in its sentence that weaken a statement of that stance."""
    sentence = statement.sentence
    hedges = (h for h in found.within(sentence.start, sentence.end) if _bears_on(h, statement))
    return tuple(h for h in hedges if not (stance is Stance.DENIES and _is_denied(h, statement)))


def _is_denied(hedge: Hedge, statement: Statement) -> bool:
    """Whether a hedge names what is denied, which does not weaken the denial: "denied | rumours of a split"."""
    start, claim = hedge.start - statement.claim.start, statement.claim.text
    cue = statement.cue
    if cue and cue.end <= hedge.start and start < 0:  # "denied | claims that | it had sunk"
        return hedge.end <= statement.claim.start and hedge.category in _WORDS_OF_OTHERS
    heads = start >= 0 and len(claim[:start].split()) <= _BEFORE and not claim[:start].strip().endswith((",", "that"))
    return bool(statement.sources) and hedge.category in _WORDS_OF_OTHERS and heads


def _bears_on(hedge: Hedge, statement: Statement) -> bool:
    """Whether a hedge weakens this statement: it stands in the claim or cue, or has the claim in its scope.

    A hedge in another statement of the sentence weakens only that one. Scare quotes weaken only a statement without a
    source, because otherwise they may quote that source.
    """
    sentence, claim = statement.sentence, statement.claim
    if statement.sources and hedge.category == SCARE_QUOTES:
        return False
    at = [claim, *statement.cues]
    if any(span.start < hedge.end and hedge.start < span.end for span in at):
        return True
    elsewhere = (*statement.others, *statement.sources)  # "a man who had feared reprisals said …"
    if any(span.start < hedge.end and hedge.start < span.end for span in elsewhere):
        return False
    first, last = hedge.scope or (sentence.start, sentence.end)
    return first < claim.end and claim.start < last


def plain_nouns(tokens: Sequence[Token], words: ClauseWords) -> Iterator[Token]:
    """Nouns of thinking that hedge nothing where no thought follows them: "two suspects", "a view of the harbour".

    One that a cue begins with has to be kept by whoever asks.
    """
    for k, token in enumerate(tokens):
        clausal = token.lower in words.clausal_nouns
        noun = (clausal or token.lower in words.plain_nouns) and token.tag.startswith("NN")
        if noun and not (clausal and _holds(tokens, k, words)):
            yield token


def _holds(tokens: Sequence[Token], k: int, words: ClauseWords) -> bool:
    """Whether the noun is somebody's thought of what is told: "fears that it sank", "the hope is that", "in his view".
    """
    after = [t.lower for t in tokens[k + 1 : k + _NEAR]]
    if not after or after[0] in words.subjects or "that" in after[:1] or (after[0] in words.be and "that" in after):
        return True
    before = tokens[max(0, k - 1 - _NEAR) : k]
    owned = bool(before) and before[-1].tag in {"PRP$", "POS"}
    return (owned and any(t.lower == "in" for t in before)) or (after[0] in _LEADS and tokens[k].lower in words.fears)
