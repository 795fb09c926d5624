"""Parts of a sentence that are statements by themselves: whole clauses beside a semicolon, answers to them, checks.

"40 were killed, the army said; Northwire could not verify the figure", "…, which nobody could verify".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.model import Extent
from rules.reading.checks.verification import CheckFinder
from rules.reading.clauses.splices import Splices
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.tokens import FINITE, Sentence, Token
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_COMMAS = frozenset({",", "—", "–"})
_ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})


class Parts:
    """Parts sentences; most are one part."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._checks, self._phrases = rulebook.part(CheckFinder), rulebook.part(Phrases)
        self._splices = rulebook.part(Splices)
        self._subordinates = rulebook.part(clause_words).subordinates

    def of(self, sentence: Sentence, text: str) -> list[Sentence]:
        """The parts of a sentence, without the conjunctions between them."""
        clauses = [part for clause in self._clauses(sentence) for part in self._spliced(clause)]
        return [part for clause in clauses for part in self._unchecked(clause, text)]

    def _unchecked(self, sentence: Sentence, text: str) -> Iterator[Sentence]:
        """A sentence, with the check in it apart from what is told beside it."""
        tokens = sentence.tokens
        commas = [k for k in range(1, len(tokens) - 2) if tokens[k].text in _COMMAS and not tokens[k].quoted]
        cue = self._cue(tokens, text) if commas else None
        near = () if cue is None else self._near(tokens, commas, cue)
        cut = next((k for k in near if self._parts(tokens, k, cue or 0, text)), None)
        if cue is None or cut is None:
            yield sentence
            return
        rest = cut + 1 + (tokens[cut + 1].tag == "CC")
        leads = tokens[0].lower in self._subordinates and tokens[cut].start > cue
        yield _sentence(tokens[leads:cut])
        yield _sentence(tokens[rest:])

    def _cue(self, tokens: Sequence[Token], text: str) -> int | None:
        """Where the words begin that tell of a check outside quotation marks."""
        check = self._checks.find(text[tokens[0].start : tokens[-1].end])
        return tokens[0].start + check.cue.start if check else None

    def _near(self, tokens: Sequence[Token], commas: Sequence[int], cue: int) -> Iterator[int]:
        """The commas that may part a check from the rest: those before it, the last first, then the first after it."""
        yield from (k for k in reversed(commas) if tokens[k].start < cue)
        leads = tokens[0].lower in self._subordinates
        yield from [k for k in commas if tokens[k].start > cue and (leads or tokens[k + 1].tag == "CC")][:1]

    def _parts(self, tokens: Sequence[Token], k: int, cue: int, text: str) -> bool:
        """Whether a comma has a whole clause on either side, of which only one tells of a check."""
        front, rest = tokens[:k], tokens[k + 1 + (tokens[k + 1].tag == "CC") :]
        if not rest or rest[0].tag in FINITE or not self._is_whole(front) or not any(t.tag in FINITE for t in rest):
            return False
        if tokens[k].start > cue:  # "could not confirm when, nor who he is" goes on
            return rest[0].tag not in _ASKING and self._cue(rest, text) is None
        depends = any(t.lower in self._subordinates for t in front[:2])
        return not depends and self._cue(front, text) is None

    def _is_whole(self, tokens: Sequence[Token]) -> bool:
        """Whether tokens are a clause with a subject and a verb that is in no relative clause."""
        first = next((k for k, t in enumerate(tokens) if t.tag not in {"CC", "RB"}), 0)
        verbs = (k for k, t in enumerate(tokens) if t.tag in FINITE and not t.quoted and k > first)
        return any(not self._phrases.is_relative(tokens, k) for k in verbs)

    def _clauses(self, sentence: Sentence) -> list[Sentence]:
        """Where semicolons part whole clauses, not the items of a list."""
        tokens = sentence.tokens
        cuts = [k for k, token in enumerate(tokens) if token.text == ";" and not token.quoted]
        edges = zip([-1, *cuts], [*cuts, len(tokens)], strict=True)
        clauses = [tokens[start + 1 : end] for start, end in edges] if cuts else []
        return [_sentence(c) for c in clauses] if clauses and all(map(self._is_whole, clauses)) else [sentence]

    def _spliced(self, sentence: Sentence) -> list[Sentence]:
        """Where one speaker answers another without a conjunction."""
        tokens = sentence.tokens
        cuts = list(self._splices.cuts(tokens))
        edges = zip([-1, *cuts], [*cuts, len(tokens)], strict=True)
        return [_sentence(tokens[start + 1 : end]) for start, end in edges] if cuts else [sentence]


def _sentence(tokens: Sequence[Token]) -> Sentence:
    return Sentence(Extent(start=tokens[0].start, end=tokens[-1].end), tokens)
