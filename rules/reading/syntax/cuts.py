"""Clauses in token indexes, trimmed where what is said ends and another clause begins, and resumed behind an aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.model import Record
from rules.reading.syntax.tokens import FINITE, RELATIVE, Token
from rules.reading.syntax.words import ClauseWords

_SUBJECTS = frozenset({"DT", "PDT", "PRP", "PRP$", "EX", "CD", "JJ", "NN", "NNS", "NNP", "NNPS", "IN"})
_ASIDE, _REACH = 8, 14


class Found(Record, frozen=True, kw_only=True):
    """A clause in token indexes: sources, cue and content, each from first up to, not including, last."""

    sources: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    content: tuple[int, int]
    follows: bool = False


def trimmed(found: Sequence[Found], tokens: Sequence[Token], words: ClauseWords) -> Iterator[Found]:
    """Ends each content where a later clause that is not part of it begins: "…, RIA said", "… when they said"."""
    for index, clause in enumerate(found):
        start, end = clause.content
        if _is_relative(clause, tokens):
            end = next((k for k in range(start, end - 1) if _closes_aside(tokens, k)), end)
        if not clause.follows:
            end = next((k for k in range(start, end) if tokens[k].text == ";" and not tokens[k].quoted), end)
            end = min([end, *(_before(later, clause, tokens, end, words) for later in found[index + 1 :])])
        while end > start and tokens[end - 1].tag in {"CC", ",", ":", "."} and not tokens[end - 1].quoted:
            end -= 1
        yield Found(sources=clause.sources, cue=clause.cue, content=(start, end), follows=clause.follows)


def _before(later: Found, clause: Found, tokens: Sequence[Token], end: int, words: ClauseWords) -> int:
    """Where a later clause ends the content of an earlier one, else its own `end`."""
    start, source = clause.content[0], later.sources[0][0]
    if later.follows:
        return min(later.cue[0], *(s[0] for s in later.sources))
    if later.sources in (clause.sources, clause.sources[-1:]) and later.cue[0] > start:
        return _joined_at(tokens, start, later.cue) or later.cue[0]
    if start < source and _is_beside(tokens, start, later, words):
        return source - 1
    ends = _depended_on(clause, tokens, source, words), _opens_where(tokens, source)
    return next((k for k in ends if k > start), end)


def _joined_at(tokens: Sequence[Token], start: int, cue: tuple[int, int]) -> int:
    """Where a conjunction leads over to the next verb of the same source: "it sank, | but in a later note said".
    """
    join = max((k for k in range(start + 1, cue[0]) if tokens[k].tag == "CC"), default=0)
    plain = not any(t.tag in FINITE or t.quoted for t in tokens[join : cue[0]])
    return join if plain and tokens[cue[1] - 1].tag in FINITE else 0


def _is_beside(tokens: Sequence[Token], start: int, later: Found, words: ClauseWords) -> bool:
    """Whether another source's statement begins behind "while" or "and": "…, while | the mayor", "it sank and | he".

    `start` is where what the first source says begins.
    """
    source = later.sources[0][0]
    joined = tokens[source - 1].tag == "CC" and source > 1 and not tokens[source - 1].quoted
    says = tokens[later.cue[1] - 1].lower not in words.naming  # "the hut they | called home"
    apart = tokens[source - 2].text == "," or (says and any(t.tag in FINITE for t in tokens[start : source - 1]))
    return tokens[source - 1].lower in words.beside or (joined and apart)


def _depended_on(clause: Found, tokens: Sequence[Token], source: int, words: ClauseWords) -> int:
    """The comma before the main clause of a sentence that opens with "when": "When he accused her, | she said …"."""
    opens = clause.sources[0][0] == 1 and tokens[0].tag in {"IN", "WRB"} and tokens[0].lower in words.subordinates
    return source - 1 if opens and tokens[source - 1].text == "," else 0


def _opens_where(tokens: Sequence[Token], source: int) -> int:
    """Where "when" or "where" leads over to another's statement, else 0: "… the old days | when, he said, it fell"."""
    aside = source > 1 and tokens[source - 1].text == ","
    first = source - 2 * (aside and tokens[source - 2].tag == "WRB")
    return first if tokens[first].tag == "WRB" else 0


def resumed(found: Sequence[Found], tokens: Sequence[Token]) -> Iterator[Found]:
    """The part of a content that follows its source: "Nine are ill, she said, | and one has died"."""
    for clause in found:
        end = max(clause.cue[1], *(last for _, last in clause.sources))
        comma = next((k for k in range(end, min(len(tokens) - 3, end + _ASIDE)) if tokens[k].text == ","), None)
        if not clause.follows or comma is None or any(other.cue[0] > comma for other in found):
            continue
        quotes = tokens[comma + 1].quoted and not tokens[comma].quoted
        quoted = any(t.quoted for t in tokens[slice(*clause.content)])  # "“No,” she said, | and changed the subject"
        if quotes or _opens(tokens[comma + 1 : comma + _REACH], _SUBJECTS if quoted else _SUBJECTS | FINITE):
            start = comma + 1 + (not quotes)
            yield Found(sources=clause.sources, cue=clause.cue, content=(start, len(tokens)))


def _opens(tokens: Sequence[Token], tags: frozenset[str]) -> bool:
    """Whether a conjunction leads to words that go on, unquoted: "and one has died", "and had found none"."""
    if tokens[0].tag != "CC" or tokens[1].tag not in tags or any(t.quoted for t in tokens[:2]):
        return False
    verb = next((k for k, t in enumerate(tokens) if t.tag in FINITE), None)
    return verb is not None and not any(t.text == "," for t in tokens[:verb])


def _is_relative(clause: Found, tokens: Sequence[Token]) -> bool:
    """Whether the clause stands in an aside on its source: "Dovik, who denies it, …"."""
    last = clause.sources[-1][1]
    return last < clause.cue[0] and any(t.tag in RELATIVE for t in tokens[last : last + 2])


def _closes_aside(tokens: Sequence[Token], k: int) -> bool:
    """Whether a comma ends a relative clause, so that the verb of the main clause follows."""
    return tokens[k].text == "," and tokens[k + 1].tag in FINITE and not tokens[k].quoted
