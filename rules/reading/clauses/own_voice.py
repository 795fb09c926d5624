"""What an outlet says in its own voice in a sentence in which others speak, and entries of lists that state nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.clauses.interposed import is_dependent
from rules.reading.syntax.chains import Clause, holds
from rules.reading.syntax.tokens import FINITE, RELATIVE, Sentence, Token
from rules.reading.syntax.words import ClauseWords

_OWN_WORDS = 4
_CALLS = 5  # words of "is not only partly wrong"
_BEFORE_CUE = frozenset({"RB", "VBZ", "VBP", "VBD", "MD", "VB", "VBN"})  # "who has always | denied"
_INDENT = 12
_BULLET = re.compile(r"(?:^|\n)[ \t]*[•◦▪‣·*–—-][ \t]*$")


def own_words(tokens: Sequence[Token], clauses: Sequence[Clause], words: ClauseWords) -> Sequence[Token]:
    """What a sentence states beside its reporting clauses, if that is a clause that stands for itself; else nothing."""
    outer = [clause for clause in clauses if not any(holds(o.content, clause.cue) for o in clauses if o is not clause)]
    whole = _names(tokens, clauses) or all(
        is_aside(tokens, clause) or _is_called(tokens, clause, words.wrong) for clause in outer
    )
    beside = tokens if whole else _beside(tokens, clauses)
    depends = is_dependent(beside, words.subordinates)
    tells = sum(t.text[0].isalnum() for t in beside) >= _OWN_WORDS and any(t.tag in FINITE for t in beside)
    return beside if tells and not depends else ()


def is_aside(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause is but told of the subject of another: "The mayor, who denies it, | was arrested"."""
    cue = next((k for k, t in enumerate(tokens) if t.start >= clause.cue.start), 0)
    opens = next((k for k in range(cue - 1, 0, -1) if tokens[k].tag not in _BEFORE_CUE), 0)
    last = max(clause.cue.end, clause.content.end)
    behind = [t for t in tokens if t.start >= last and t.tag != "RB"][:2]
    goes_on = len(behind) == 2 and behind[0].text == "," and behind[1].tag in FINITE
    return goes_on and tokens[opens].tag in RELATIVE and tokens[opens - 1].text == ","


def _is_called(tokens: Sequence[Token], clause: Clause, names: frozenset[str]) -> bool:
    """Whether the sentence ends by calling so what a clause says: "The army's claim that it won | is false"."""
    behind = [t for t in tokens if t.start >= clause.content.end and t.text[0].isalnum()]
    return 2 <= len(behind) <= _CALLS and behind[0].tag in FINITE and behind[-1].lower in names


def _names(tokens: Sequence[Token], clauses: Sequence[Clause]) -> bool:
    """Whether a clause only says what somebody calls the subject: "What police called an accident shut it"."""
    return tokens[0].lower == "what" and tokens[1].start in {c.sources[0].start for c in clauses}


def _beside(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Sequence[Token]:
    """What stands before the first clause: "A tank crossed | as soldiers claimed …", "They fought | and claimed …"."""
    first = min(clauses, key=lambda c: min(c.cue.start, c.content.start))
    start = min(first.cue.start, first.content.start, *(s.start for s in first.sources))
    source = first.sources[0]
    between = [t for t in tokens if source.end <= t.start < first.cue.start]
    if any(t.tag in FINITE for t in between) and source.start <= start:
        start = first.cue.start
    elif source.start == start and any(t.tag == "WP" for t in between):  # "They praised Ana Dovik, | who said …"
        start = source.end
    before = [t for t in tokens if t.end <= start]
    while before and before[-1].tag in {"CC", "IN", ",", ":", "WRB", "RB", "WP", "TO", "WDT"}:
        before = before[:-1]
    return before


def is_entry(text: str, sentence: Sentence) -> bool:
    """Whether an entry of a list states nothing, having no verb: "• 54 fires"."""
    before = text[max(0, sentence.extent.start - _INDENT) : sentence.extent.start]
    verbless = not any(t.tag in FINITE or t.tag == "VBN" for t in sentence.tokens)
    return verbless and _BULLET.search(before) is not None
