"""Statements of a text: its sentences, cut where somebody is said to have said something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.model import Attribution, Extent, Record, Span
from rules.reading.clauses import Clause, ClauseFinder, chain_of, holds
from rules.reading.phrases import FINITE
from rules.reading.speakers import Speakers
from rules.reading.tokens import Sentence, Token, is_mark, span_of
from rules.rulebook import Rulebook
from rules.text.quotes import Quotation

_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b(?!.*\bby\b)", re.IGNORECASE)
_OPENS = frozenset({"DT", "EX", "PRP"})
_NESTED_SHARE = 0.6
_OWN_WORDS = 4


class Statement(Record, frozen=True, kw_only=True):
    """What is claimed, who is said to say it (outermost first), and the cue; without sources the outlet's own."""

    claim: Span
    sources: tuple[Span, ...]
    cue: Span | None
    sentence: Extent
    quoted: bool


class StatementCutter:
    """Cuts sentences into statements along their reporting clauses and quotations."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._clauses = rulebook.part(ClauseFinder)

    def cut(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], found: Sequence[Attribution]
    ) -> list[Statement]:
        """All statements in the order of their claims. `found` fills in where no reporting clause is plain."""
        clauses = [self._clauses.find(s.tokens, text) or _within(s.extent, found) for s in sentences]
        speakers = Speakers(text, sentences, quotations, clauses)
        statements: list[Statement] = []
        for index, sentence in enumerate(sentences):
            speaker = None if clauses[index] else speakers.of(index)
            if speaker:
                statements.extend(_pieces(text, sentence, sentence.extent, speaker, None))
            elif clauses[index]:
                statements.extend(_attributed(text, sentence, clauses[index]))
            else:
                statements.append(_own(text, sentence.tokens, sentence.extent))
        return sorted(statements, key=lambda s: (s.claim.start, s.claim.end))


def _within(sentence: Extent, found: Sequence[Attribution]) -> list[Clause]:
    """The attributions that lie wholly in one sentence, as clauses."""
    return [
        Clause(sources=(a.source,), cue=a.cue, content=a.content)
        for a in found
        if a.source and a.cue and a.content
        and all(sentence.start <= s.start and s.end <= sentence.end for s in (a.source, a.cue, a.content))
        and (a.source.end <= a.content.start or a.content.end <= a.source.start)
        and not _PASSIVE.search(a.cue.text)
    ]  # fmt: skip


def _attributed(text: str, sentence: Sentence, clauses: Sequence[Clause]) -> Iterator[Statement]:
    """A statement for each clause that adds to what is nested in it, and what the outlet says beside them."""
    for clause in clauses:
        inner = [c for c in clauses if c is not clause and holds(clause.content, c.cue)]
        if _share(clause.content, inner) >= _NESTED_SHARE:
            continue
        yield from _pieces(text, sentence, clause.content, chain_of(clause, clauses), clause.cue)
    beside = _beside(sentence.tokens, clauses)
    if sum(t.text[0].isalnum() for t in beside) >= _OWN_WORDS and any(t.tag in FINITE for t in beside):
        yield _own(text, beside, sentence.extent)


def _beside(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Sequence[Token]:
    """What stands before the first clause: "A tank crossed | as soldiers claimed …", "They fought | and claimed …"."""
    first = min(clauses, key=lambda c: min(c.cue.start, c.content.start))
    start = min(first.cue.start, first.content.start, *(s.start for s in first.sources))
    source = first.sources[0]
    between = [t for t in tokens if source.end <= t.start < first.cue.start]
    if any(t.tag in FINITE for t in between) and source.start <= start:
        start = first.cue.start
    before = [t for t in tokens if t.end <= start]
    while before and before[-1].tag in {"CC", "IN", ",", ":", "WRB", "RB"}:
        before = before[:-1]
    return before


def _own(text: str, tokens: Sequence[Token], sentence: Extent) -> Statement:
    claim = Span(start=tokens[0].start, end=tokens[-1].end, text=text[tokens[0].start : tokens[-1].end])
    return Statement(claim=claim, sources=(), cue=None, sentence=sentence, quoted=False)


def _pieces(
    text: str, sentence: Sentence, content: Extent, sources: tuple[Span, ...], cue: Span | None
) -> Iterator[Statement]:
    """The content as one statement, or as several where it joins whole clauses."""
    tokens = [t for t in sentence.tokens if content.start <= t.start and t.end <= content.end]
    quoted = any(t.quoted for t in tokens)
    cuts = [0, *_joints(tokens), len(tokens)]
    for start, end in zip(cuts, cuts[1:], strict=False):
        piece = tokens[start:end]
        while piece and start and (piece[0].tag in {"CC", ","} or piece[0].lower == "that"):
            piece = piece[1:]
        claim = span_of(piece, text)
        if claim:
            yield Statement(claim=claim, sources=sources, cue=cue, sentence=sentence.extent, quoted=quoted)


def _joints(tokens: Sequence[Token]) -> Iterator[int]:
    """Where a comma parts two whole clauses: ", but there was …", ", and that …", "…, the rumour is a lie"."""
    last = 0
    for k, token in enumerate(tokens):
        if token.text != "," or k + 2 >= len(tokens):
            continue
        after = tokens[k + 1 : k + 12]
        joined = after[0].tag == "CC"
        subject = after[1:] if joined else after
        if not subject or not (subject[0].tag in _OPENS or (joined and _opens_joined(subject[0]))):
            continue
        if _is_clause(tokens[last:k]) and _begins_clause(subject):
            yield k
            last = k + 1


def _opens_joined(token: Token) -> bool:
    return token.tag.startswith("NN") or token.lower == "that"


def _is_clause(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if not is_mark(t)]
    return bool(words) and words[0].tag not in {"IN", "WRB", "VBG"} and any(t.tag in FINITE for t in words)


def _begins_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject and its finite verb come before any comma."""
    for token in tokens:
        if token.tag in FINITE:
            return True
        if token.text == "," or token.tag in {"VBG", "TO", "WDT", "WP"}:
            return False
    return False


def _share(content: Extent, inner: Sequence[Clause]) -> float:
    """How much of a content is taken up by clauses nested in it."""
    if not inner:
        return 0.0
    spans = [s for c in inner for s in (*c.sources, c.cue, c.content)]
    taken = min(content.end, max(s.end for s in spans)) - max(content.start, min(s.start for s in spans))
    return taken / max(1, content.end - content.start)
