"""Echoes: who gives another's very words, or bears a part of another's name, is no further voice of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from rules.linking.records import LinkedReport, Read
from rules.model import ReadReport
from rules.provenance import Identity, Registry
from rules.rulebook import Rulebook
from rules.text.quotes import find_quotations

RUN = 3  # words in a row of a quotation; two people do not choose the same by chance, if they are
SHARE = 0.5  # of the shorter statement, or as many as
LONG = 6
_UNLISTED = "name:"  # how the ids of those begin whom no list has
_ROLE = re.compile(r"^(?:[a-z]\S* )+")  # what stands before a name: "a shaken Moll"
_WORD = re.compile(r"\w+(?:'\w+)*")
_Run = tuple[str, ...]


class _Said(NamedTuple):
    """What a member says: who, in how many words, and the runs of these, all of them and those in quotation marks."""

    member: LinkedReport
    read: ReadReport
    by: Identity
    words: int
    runs: frozenset[_Run]
    quoted: frozenset[_Run]

    @property
    def order(self) -> tuple[bool, bool, int, str]:
        """The surest speaker first: somebody with a name who is quoted, for little else."""
        return (self.read.cue is None or not self.by.named, not self.read.quoted, self.words, self.by.name)


class Echoes:
    """Gives what repeats a quotation to whoever is quoted for it, and a surname to whoever has it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)

    def attributed(self, members: Sequence[LinkedReport], read: Mapping[str, Read]) -> Iterator[LinkedReport]:
        """The members of one case; of those that give the same quotation, or one of which says what another is said to
        say, each has the source of the one whose speaker is surest.

        "I am free", said twice in an article that has a wrong speaker once, is one person's word.
        """
        if len({self._name(member) for member in members}) < 2:
            yield from members
            return
        said = [self._said(member, read[member.document]) for member in members]
        for one in said:
            surest = min([one, *(other for other in said if _echo(one, other))], key=lambda found: found.order)
            yield _spoken_by(one.member, _in_full(surest, said))

    def _said(self, member: LinkedReport, source: Read) -> _Said:
        report, text = source.reading.reports[member.number], source.document.text
        around = text[max(0, report.claim.start - 2) : report.claim.end + 2]
        words = _words(report.claim.text)
        marked = [words] if report.quoted else [_words(around[q.start : q.end]) for q in find_quotations(around)]
        by = self._registry.identify(self._name(member))
        return _Said(member, report, by, len(words), _runs(words), frozenset().union(*map(_runs, marked)))

    @staticmethod
    def _name(member: LinkedReport) -> str | None:
        return member.report.source.name if member.report.source else None


def _in_full(said: _Said, others: Sequence[_Said]) -> _Said:
    """Who is meant by a surname, if one other source of this stance alone has it: "Moll" beside "Ana Moll"."""
    surname = _ROLE.sub("", said.by.name)
    if not surname or not said.by.id.startswith(_UNLISTED):
        return said
    full = {other.by.name: other for other in others
            if _alike(said, other) and other.by.name.endswith(f" {surname}") and other.by.name != said.by.name}
    return next(iter(full.values())) if len(full) == 1 else said


def _words(text: str) -> list[str]:
    """The words of a text but for names, which whoever speaks of the same has to use; all those of a headline."""
    words = _WORD.findall(text.replace("’", "'"))
    small = [word.lower() for at, word in enumerate(words) if at == 0 or word[0].islower() or word == "I"]
    return small if len(small) > len(words) / 2 else [word.lower() for word in words]


def _runs(words: Sequence[str]) -> frozenset[_Run]:
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _alike(a: _Said, b: _Said) -> bool:
    """Whether they take the same stance and are not known to be of two sides."""
    sides = {a.by.side, b.by.side} - {None}
    return a.member.report.stance is b.member.report.stance and len(sides) < 2


def _echo(a: _Said, b: _Said) -> bool:
    """Whether one statement is part of the other, or gives what the other quotes; what two say at once is no echo."""
    if not _alike(a, b):
        return False
    mine, other = a.read.claim, b.read.claim
    if a.member.document == b.member.document and mine.start < other.end and other.start < mine.end:
        return (mine.start, mine.end) != (other.start, other.end)
    shared = a.quoted & b.runs | b.quoted & a.runs
    return bool(shared) and len(shared) + RUN - 1 >= min(LONG, SHARE * min(a.words, b.words))


def _spoken_by(member: LinkedReport, by: _Said) -> LinkedReport:
    report = msgspec.structs.replace(member.report, source=by.member.report.source, via=by.member.report.via)
    return msgspec.structs.replace(member, report=report)
