"""What is cleared away before clauses are looked for: questions, quotation marks around a verb, states of towns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import msgspec

from rules.reading.syntax.tokens import COMMON, FINITE, PROPER, Token, is_mark

_SUBJECTS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
_BEFORE_VERB = _SUBJECTS | {","}
_VERBAL = FINITE | {"RB", "VB"}
_REACH, _LONGEST = 14, 4


def behind_question(tokens: Sequence[Token], questions: Set[str]) -> Sequence[Token]:
    """The tokens behind "Asked whether the pump leaked, …": what somebody was asked is nobody's statement."""
    first = next((t for t in tokens if t.tag != "WRB"), None)
    if first is None or first.tag not in {"VBN", "VBD"} or first.lower not in questions:
        return tokens
    commas = (k for k, t in enumerate(tokens) if t.text == "," and not t.quoted)
    return next((tokens[k + 1 :] for k in commas if _is_clause(tokens[k + 1 : k + _REACH])), tokens)


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject and its verb follow before any comma."""
    end = next((k for k, t in enumerate(tokens) if t.text == ","), len(tokens))
    return bool(tokens) and tokens[0].tag in _SUBJECTS and any(t.tag in FINITE for t in tokens[:end])


def without_marks(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with verbs alone as if no quotation marks stood around them: "the board “firmly denies” it"."""
    spans = list(_verbal(tokens)) if any(t.quoted for t in tokens) else []
    if not spans:
        return tokens
    inside = {k for first, last in spans for k in range(first, last)}
    marks = {k for first, last in spans for k in (first - 1, last)}
    plain = (msgspec.structs.replace(t, quoted=False, tag="VBZ" if t.tag == "NNS" else t.tag) if k in inside else t
             for k, t in enumerate(tokens) if k not in marks)
    return list(plain)


def _is_noun_for_verb(words: Sequence[Token]) -> bool:
    """Whether a verb behind an adverb is tagged as a plural: "“firmly | rejects”"."""
    return len(words) > 1 and words[-1].tag == "NNS" and words[-2].tag == "RB"


def _verbal(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where short quotations stand of which a finite verb is the last word and adverbs are the rest."""
    for k, token in enumerate(tokens[:-2]):
        if k and is_mark(token) and token.quoted and not tokens[k - 1].quoted and tokens[k - 1].tag in _BEFORE_VERB:
            last = next((j for j in range(k + 1, min(len(tokens), k + 1 + _LONGEST)) if is_mark(tokens[j])), k)
            words = tokens[k + 1 : last]
            verb = words and (words[-1].tag in FINITE or _is_noun_for_verb(words))
            if verb and all(t.tag in _VERBAL for t in words[:-1]):
                yield k + 1, last


def without_states(tokens: Sequence[Token], states: Set[str]) -> Sequence[Token]:
    """The tokens without the state that commas add to a town: "a baker from Lorn | , Ohio, | said"."""
    kept: list[Token] = []
    k = 0
    while k < len(tokens):
        end = _state_end(tokens, k, states) if kept and kept[-1].tag in PROPER else k
        k = end + (end > k and tokens[end + 1].tag in COMMON) if end > k else k
        kept.append(tokens[k])
        k += 1
    return kept


def _state_end(tokens: Sequence[Token], comma: int, states: Set[str]) -> int:
    """The comma that closes ", Ohio,", or `comma` where there is none."""
    for end in range(comma + 2, min(comma + 4, len(tokens) - 1)) if tokens[comma].text == "," else ():
        if tokens[end].text == "," and " ".join(t.lower for t in tokens[comma + 1 : end]) in states:
            return end
    return comma
