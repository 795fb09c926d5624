"""What the members of a case say, in which runs of words, and which of them give the words of others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rules.linking.records import LinkedReport, Read
from rules.model import ReadReport
from rules.provenance import Identity
from rules.text.quotes import find_quotations

RUN = 3  # words in a row of a quotation; two people do not choose the same by chance, if they are
SHARE = 0.5  # of the shorter statement, or as many as
LONG = 6
COPIES = 64  # texts of which the words are kept: many outlets carry the same
_WORD = re.compile(r"\w+(?:'\w+)*")
_Run = tuple[str, ...]
_Wording = tuple[object, ...]


class Said(NamedTuple):
    """What a member says: who, in how many words, and the runs of these, all of them and those in quotation marks."""

    member: LinkedReport
    read: ReadReport
    by: Identity
    words: int
    runs: frozenset[_Run]
    quoted: frozenset[_Run]

    @classmethod
    def of(cls, member: LinkedReport, source: Read, by: Identity) -> Said:
        """What a member says that stands in an article."""
        report, text = source.reading.reports[member.number], source.document.text
        around = text[max(0, report.claim.start - 2) : report.claim.end + 2]
        words = _words(report.claim.text)
        marked = [words] if report.quoted else [_words(around[q.start : q.end]) for q in find_quotations(around)]
        return cls(member, report, by, len(words), _runs(words), frozenset().union(*map(_runs, marked)))

    @property
    def order(self) -> tuple[bool, bool, int, str]:
        """The sort key by which the surest speaker comes first: named, quoted, and in few words."""
        return (self.read.cue is None or not self.by.named, not self.read.quoted, self.words, self.by.name)

    @property
    def wording(self) -> _Wording:
        """The key of statements that say the same in the same words, in whatever article."""
        return (self.member.report.stance, self.by.side, self.words, self.runs, self.quoted)


class Sayings:
    """What all members of a case say, so that each is compared with the others in time that grows with their number."""

    def __init__(self, said: Sequence[Said]) -> None:
        self._beside, self._worded = defaultdict[str, list[Said]](list), defaultdict[_Wording, list[Said]](list)
        self._having, self._quoting = (defaultdict[_Run, dict[_Wording, None]](dict) for _ in range(2))
        for one in sorted(said, key=lambda one: one.order):
            self._beside[one.member.document].append(one)
            self._worded[one.wording].append(one)
        for wording, (first, *_) in self._worded.items():
            for runs, places in ((first.runs, self._having), (first.quoted, self._quoting)):
                for run in runs:
                    places[run][wording] = None

    def surest(self, one: Said) -> Said:
        """The statement whose speaker surely said these words, among this one and its echoes."""
        return min([one, *self._echoes(one)], key=lambda found: found.order)

    def _echoes(self, one: Said) -> Iterator[Said]:
        """The echoes within the article, and one for each wording elsewhere, the surest."""
        yield from (other for other in self._beside[one.member.document] if _echo(one, other))
        near = {wording: None for run in sorted(one.quoted) for wording in self._having[run]}
        near |= {wording: None for run in sorted(one.runs) for wording in self._quoting[run]}
        for wording in near:
            others = (other for other in self._worded[wording] if other.member.document != one.member.document)
            other = next(others, None)
            if other and _echo(one, other):
                yield other


def alike(a: Said, b: Said) -> bool:
    """Whether they take the same stance and are not known to be of two sides."""
    sides = {a.by.side, b.by.side} - {None}
    return a.member.report.stance is b.member.report.stance and len(sides) < 2


def _echo(a: Said, b: Said) -> bool:
    """Whether one statement is part of the other or repeats its quotation; joint statements are no echo."""
    if not alike(a, b):
        return False
    mine, other = a.read.claim, b.read.claim
    if a.member.document == b.member.document and mine.start < other.end and other.start < mine.end:
        return (mine.start, mine.end) != (other.start, other.end)
    shared = a.quoted & b.runs | b.quoted & a.runs
    return bool(shared) and len(shared) + RUN - 1 >= min(LONG, SHARE * min(a.words, b.words))


@lru_cache(COPIES)
def _words(text: str) -> tuple[str, ...]:
    """The words of a text but for names, which whoever speaks of the same has to use; all those of a headline."""
    words = _WORD.findall(text.replace("’", "'"))
    small = [word.lower() for at, word in enumerate(words) if at == 0 or word[0].islower() or word == "I"]
    return tuple(small if len(small) > len(words) / 2 else [word.lower() for word in words])


@lru_cache(COPIES)
def _runs(words: tuple[str, ...]) -> frozenset[_Run]:
    return frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))
