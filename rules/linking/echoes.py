"""Echoes: who gives another's very words, or bears a part of another's name, is no further voice of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from rules.linking.records import LinkedReport, Read
from rules.model import ReadReport
from rules.provenance import Registry
from rules.rulebook import Rulebook
from rules.text.quotes import find_quotations

RUN = 4  # words in a row that two people do not quote by chance
SHARE = 0.5  # of the shorter statement, unless as many words as this are quoted:
LONG = 6
_UNLISTED = "name:"  # how the ids of those begin whom no list has
_ROLE = re.compile(r"^(?:[a-z]\S* )+")  # what stands before a name: "a shaken Moll"
_WORD = re.compile(r"[\w'’]+")
_Run = tuple[str, ...]


class _Said(NamedTuple):
    """What a member says: its source, how many words, and their runs, all of them and those in quotation marks."""

    member: LinkedReport
    read: ReadReport
    name: str
    words: int
    runs: frozenset[_Run]
    quoted: frozenset[_Run]


class Echoes:
    """Gives what repeats a quotation to whoever is quoted for it, and a surname to whoever has it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)

    def attributed(self, members: Sequence[LinkedReport], read: Mapping[str, Read]) -> Iterator[LinkedReport]:
        """The members of one case; of those that give the same quotation, or one of which says what another is said to
        say, each has the source of the one whose speaker is surest: somebody with a name who is quoted.

        "I am free", said twice in an article that has a wrong speaker once, is one person's word.
        """
        said = [_said(member, read[member.document]) for member in members]
        for one in said:
            surest = min([one, *(other for other in said if _echo(one, other))], key=self._order)
            yield _spoken_by(one.member, self._in_full(surest, said))

    def _order(self, said: _Said) -> tuple[bool, bool, int, str]:
        named = said.read.cue is not None and self._registry.identify(said.name).named
        return (not named, not said.quoted, said.words, said.name)

    def _in_full(self, said: _Said, others: Sequence[_Said]) -> _Said:
        """Who is meant by a surname, if one other source of this stance alone has it: "Moll" beside "Ana Moll"."""
        known = self._registry.identify(said.name).id.startswith(_UNLISTED)
        surname = " " + _ROLE.sub("", said.name)
        full = {other.name: other for other in others
                if known and surname.strip() and _alike(said, other) and other.name.endswith(surname)}
        return next(iter(full.values())) if len(full) == 1 else said


def _said(member: LinkedReport, source: Read) -> _Said:
    report, text = source.reading.reports[member.number], source.document.text
    around = text[max(0, report.claim.start - 2) : report.claim.end + 2]
    words = _words(report.claim.text)
    marked = [words] if report.quoted else [_words(around[q.start : q.end]) for q in find_quotations(around)]
    name = (member.report.source.name if member.report.source else None) or ""
    return _Said(member, report, name, len(words), _runs(words), frozenset().union(*map(_runs, marked)))


def _words(text: str) -> list[str]:
    """The words of a text but for names, which whoever speaks of the same has to use; all those of a headline."""
    words = _WORD.findall(text.replace("’", "'"))
    small = [word.lower() for at, word in enumerate(words) if at == 0 or word[0].islower() or word == "I"]
    return small if len(small) > len(words) / 2 else [word.lower() for word in words]


def _runs(words: Sequence[str]) -> frozenset[_Run]:
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _alike(a: _Said, b: _Said) -> bool:
    return a.member.report.stance is b.member.report.stance


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
