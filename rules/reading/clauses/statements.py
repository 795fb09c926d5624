"""Statements of a text: its sentences, cut where somebody is said to have said something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Attribution, Extent, Record, Span
from rules.reading.checks.checked_asides import CheckedAsides
from rules.reading.checks.verification import CheckFinder
from rules.reading.clauses.appositions import Appositions
from rules.reading.clauses.modelled import by_cue
from rules.reading.clauses.own_voice import is_aside, is_entry, own_words
from rules.reading.clauses.parts import Parts
from rules.reading.clauses.said_nouns import Disputed
from rules.reading.clauses.sentence_clauses import SentenceClauses
from rules.reading.clauses.speakers import Speakers
from rules.reading.syntax.chains import Clause, chain_of, holds
from rules.reading.syntax.joints import joints
from rules.reading.syntax.openings import behind_question
from rules.reading.syntax.tokens import FINITE, Sentence, Token, span_of, unquoted
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.quotes import Quotation

_NESTED_SHARE = 0.6


class Statement(Record, frozen=True, kw_only=True):
    """What is claimed, who is said to say it (outermost first), and the cue; without sources the outlet's own.

    `cues` are those of the whole chain; `others` what other statements of the sentence claim, with their cues.
    `withheld`: the source speaks on condition of anonymity; `beside`: a check in its sentence is a statement by itself.
    """

    claim: Span
    sources: tuple[Span, ...]
    cue: Span | None
    sentence: Extent
    quoted: bool
    cues: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()
    withheld: bool = False
    beside: bool = False


class StatementCutter:
    """Cuts sentences into statements along their reporting clauses and quotations."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._clauses, self._appositions = rulebook.part(SentenceClauses), rulebook.part(Appositions)
        self._parts, self._checks = rulebook.part(Parts), rulebook.part(CheckFinder)
        self._words, self._asides = rulebook.part(clause_words), rulebook.part(CheckedAsides)
        self._disputed = rulebook.part(Disputed)

    def cut(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation], found: Sequence[Attribution]
    ) -> list[Statement]:
        """All statements in the order of their claims. `found` fills in where no reporting clause is plain."""
        parts = [part for sentence in sentences for part in self._parts.of(sentence, text)]
        parted = [self._appositions.parted(part, text) for part in parts]
        sentences = [sentence for sentence, _ in parted]
        answers = [_answer(clause, sentence, text) for sentence, clause in parted if clause]
        modelled, alone = by_cue(found), len(sentences) == 1
        clauses = [self._clauses.of(s, text, modelled, alone) for s in sentences]
        speakers = Speakers(text, sentences, quotations, clauses, self._words)
        statements: list[Statement] = []
        for index, sentence in enumerate(sentences):
            speaker = None if clauses[index] else speakers.of(index) or self._still(index, sentences, clauses, text)
            told = list(self._told(sentence, clauses[index], speaker, text))
            statements += self._with_aside(sentence, told, text)
        return sorted([*statements, *answers], key=lambda s: (s.claim.start, s.claim.end))

    def _told(
        self, sentence: Sentence, clauses: Sequence[Clause], speaker: tuple[Span, ...] | None, text: str
    ) -> Iterator[Statement]:
        """What a sentence tells, and before that whose claim it denies or checks."""
        claim = self._disputed.claim(sentence, clauses, text)
        if claim is None:
            yield from self._of_sentence(sentence, clauses, speaker, text)
            return
        own = Extent(start=min(claim.cue.start, claim.sources[0].start), end=sentence.extent.end)
        for piece in _pieces(text, sentence, claim.content, claim.sources, claim.cue):
            yield msgspec.structs.replace(piece, cues=(claim.cue,), sentence=own)
        yield from self._of_sentence(sentence, list(self._disputed.narrowed(clauses, claim)), speaker, text)

    def _with_aside(self, sentence: Sentence, told: list[Statement], text: str) -> list[Statement]:
        """What a sentence tells, and the check that it tells of in passing."""
        aside = self._asides.of(sentence, text) or self._asides.behind(sentence, _said(told), text)
        if aside is None or not told:
            return told
        return [*(msgspec.structs.replace(s, beside=True) for s in told), _own(text, aside.tokens, aside.extent)]

    def _of_sentence(
        self, sentence: Sentence, clauses: Sequence[Clause], speaker: tuple[Span, ...] | None, text: str
    ) -> Iterator[Statement]:
        """What its clauses say, or `speaker` who goes on, else what the outlet says; a question states nothing."""
        if clauses:
            asked = behind_question(sentence.tokens, self._words.questions) is not sentence.tokens
            apart = _apart(list(self._attributed(text, sentence, clauses)))
            yield from (s for s in apart if s.sources or not asked)
        elif speaker:
            yield from _pieces(text, sentence, sentence.extent, speaker, None)
        elif not (is_entry(text, sentence) or sentence.tokens[-1].text == "?"):
            yield _own(text, sentence.tokens, sentence.extent)

    def _still(
        self, index: int, sentences: Sequence[Sentence], clauses: Sequence[Sequence[Clause]], text: str
    ) -> tuple[Span, ...] | None:
        """The sources before a semicolon, if the part after it continues their statement and is no check."""
        before = clauses[index - 1] if index else ()
        part = sentences[index].extent
        if not before or text[sentences[index - 1].extent.end : part.start].strip() != ";":
            return None
        return None if self._checks.find(text[part.start : part.end]) else chain_of(before[-1], before)

    def _attributed(self, text: str, sentence: Sentence, clauses: Sequence[Clause]) -> Iterator[Statement]:
        """A statement for each clause that adds to what is nested in it, and what the outlet says beside them."""
        for clause in clauses:
            inner = [c for c in clauses if c is not clause and holds(clause.content, c.cue)]
            if _share(clause.content, [c for c in inner if not is_aside(sentence.tokens, c)]) >= _NESTED_SHARE:
                continue
            cues = tuple(c.cue for c in clauses if c is clause or holds(c.content, clause.cue))
            for piece in _pieces(text, sentence, clause.content, chain_of(clause, clauses), clause.cue):
                yield msgspec.structs.replace(piece, cues=cues)
        if beside := own_words(sentence.tokens, clauses, self._words):
            yield _own(text, beside, sentence.extent)


def _answer(clause: Clause, before: Sentence, text: str) -> Statement:
    """The statement of an answer in apposition; its claim says only what kind of statement it answers."""
    start, end = before.extent.start, before.extent.end
    return Statement(
        claim=clause.content, sources=clause.sources, cue=clause.cue, quoted=False, cues=(clause.cue,),
        sentence=Extent(start=start, end=max(span.end for span in (*clause.sources, clause.cue))),
        others=(Span(start=start, end=end, text=text[start:end]),),
    )


def _said(statements: Sequence[Statement]) -> list[Span]:
    """What somebody else says, and his cue."""
    return [span for s in statements if s.sources for span in (s.claim, *s.cues)]


def _apart(statements: list[Statement]) -> Iterator[Statement]:
    """The statements of one sentence, each with the claims and cues of the others."""
    for statement in statements:
        others = [s for other in statements if other is not statement for s in (other.claim, *other.cues)]
        mine = {(s.start, s.end) for s in (statement.claim, *statement.cues)}
        yield msgspec.structs.replace(statement, others=tuple(s for s in others if (s.start, s.end) not in mine))


def _pieces(
    text: str, sentence: Sentence, content: Extent, sources: tuple[Span, ...], cue: Span | None
) -> Iterator[Statement]:
    """The content as one statement, or as several where it joins whole clauses."""
    tokens = [t for t in sentence.tokens if content.start <= t.start and t.end <= content.end]
    quoted = any(t.quoted for t in tokens)
    parted = joints(tokens) if cue is None or not holds(content, cue) else ()
    cuts = [0, *parted, len(tokens)]
    for start, end in zip(cuts, cuts[1:], strict=False):
        piece = tokens[start:end]
        while piece and start and _leads(piece):
            piece = piece[1:]
        claim = span_of(unquoted(piece), text)
        if claim and len(tokens) == 1 and tokens[0].tag in {"DT", "PRP", "IN"}:
            claim = span_of(_up_to(content.end, sentence.tokens, sources, cue), text)
        if claim:
            yield Statement(claim=claim, sources=sources, cue=cue, sentence=sentence.extent, quoted=quoted)


def _leads(piece: Sequence[Token]) -> bool:
    """Whether the first word only joins the piece to another, unlike "that" before its verb: "that was the order"."""
    that = piece[0].lower == "that" and not (len(piece) > 1 and piece[1].tag in FINITE)
    return that or piece[0].tag in {"CC", ","}


def _up_to(end: int, tokens: Sequence[Token], sources: Sequence[Span], cue: Span | None) -> Sequence[Token]:
    """The clause up to a pronoun that follows its cue: "It sank, Bala says, but | Lorn denies it | and is angry"."""
    if cue is None or cue.start >= end:
        return tokens
    said = [t for t in tokens if t.end <= max(end, cue.end)]
    first = min(span.start for span in (*sources, cue))
    joined = [i for i, t in enumerate(said[1:], 1)
              if t.end <= first and t.tag in {"CC", "IN"} and said[i - 1].text in {",", ";"}]
    return said[joined[-1] :] if joined else said


def _share(content: Extent, inner: Sequence[Clause]) -> float:
    """The share of a content, 0 to 1, that clauses nested in it take up."""
    if not inner:
        return 0.0
    spans = [s for c in inner for s in (*c.sources, c.cue, c.content)]
    taken = min(content.end, max(s.end for s in spans)) - max(content.start, min(s.start for s in spans))
    return taken / max(1, content.end - content.start)


def _own(text: str, tokens: Sequence[Token], sentence: Extent) -> Statement:
    claim = Span(start=tokens[0].start, end=tokens[-1].end, text=text[tokens[0].start : tokens[-1].end])
    return Statement(claim=claim, sources=(), cue=None, sentence=sentence, quoted=False)
