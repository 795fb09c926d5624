"""Joint statements: what several people are quoted for at once is one statement, made or summed up together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rules.linking.records import LinkedReport, Read
from rules.model import Stance
from rules.provenance import Identity, Registry
from rules.reading.sources.anaphora import SourceWords
from rules.reading.sources.source_kinds import kind
from rules.rulebook import Rulebook

_Breath = tuple[str, int, int, Stance | None]


class Unison:
    """Gives what several people say at once to one of them."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry, self._words = rulebook.part(Registry), rulebook.part(SourceWords)

    def attributed(self, members: Sequence[LinkedReport], read: Mapping[str, Read]) -> Iterator[LinkedReport]:
        """The members of one case; of people quoted for the very same words, those who say it nowhere else have the
        source of one who does, else of the first by name.

        "Ana Moll and Ivo Brandt write that …" is one paper. Bodies and outlets know of the same each for themselves,
        and so do two sides.
        """
        breaths: dict[_Breath, dict[str, tuple[Identity, LinkedReport]]] = defaultdict(dict)
        people = {name: self._person(name) for name in {member.speaker for member in members}}
        for member in members:
            if who := people[member.speaker]:
                breaths[_breath(member, read)].setdefault(who.id, (who, member))
        joint = {breath: by for breath, by in breaths.items() if len(by) > 1 and _of_one_side(by.values())}
        alone = {id_ for breath in breaths.keys() - joint.keys() for id_ in breaths[breath]}
        for member in members:
            beside, who = joint.get(_breath(member, read), {}), people[member.speaker]
            if who and beside and who.id not in alone:
                _, voice = beside[min(alone & beside.keys() or beside)]
                yield member.spoken_by(voice.report)
            else:
                yield member

    def _person(self, name: str | None) -> Identity | None:
        """Who has a name, if that is a person."""
        who = self._registry.identify(name)
        person = name and who.named and (self._registry.is_person(name) or kind(name, who, self._words) == "person")
        return who if person else None


def _breath(member: LinkedReport, read: Mapping[str, Read]) -> _Breath:
    claim = read[member.document].reading.reports[member.number].claim
    return member.document, claim.start, claim.end, member.report.stance


def _of_one_side(speakers: Iterable[tuple[Identity, LinkedReport]]) -> bool:
    return len({who.side for who, _ in speakers} - {None}) < 2
