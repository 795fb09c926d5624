"""Echoes: whoever repeats another's very words, or has only a part of another's name, is no further voice of a case."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rules.linking.data import LinkWords
from rules.linking.records import LinkedReport, Read
from rules.linking.sayings import Said, Sayings, alike
from rules.provenance import Registry
from rules.rulebook import Rulebook

_UNLISTED = "name:"  # how the ids of those begin whom no list has
_ROLE = re.compile(r"^(?:[a-z]\S* )+")  # what stands before a name: "a shaken Moll"


class Echoes:
    """Gives what repeats a quotation to whoever is quoted for it, and a surname to whoever has it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)
        self._legal_forms = rulebook.table("en/linking.yaml", LinkWords).legal_forms

    def attributed(self, members: Sequence[LinkedReport], read: Mapping[str, Read]) -> Iterator[LinkedReport]:
        """The members of one case; of those that give the same quotation, or one of which says what another is said to
        say, each has the source of the one whose speaker is surest.

        "I am free", said twice in an article that has a wrong speaker once, is one person's word.
        """
        if len({member.speaker for member in members}) < 2:
            yield from members
            return
        said = [Said.of(one, read[one.document], self._registry.identify(one.speaker)) for one in members]
        sayings, names = Sayings(said), self._by_parts(said)
        for one in said:
            yield one.member.spoken_by(_in_full(sayings.surest(one), names).member.report)

    def _by_parts(self, said: Sequence[Said]) -> Mapping[str, Sequence[Said]]:
        """The members by each part of their speakers' names that begins behind a space, or ends before "Inc"; of one
        speaker of a side in one stance the last.
        """
        found: dict[str, dict[object, Said]] = defaultdict(dict)
        for one in said:
            words = one.by.name.split(" ")
            parts = [words[start:] for start in range(1, len(words))]
            if words[-1].lower() in self._legal_forms:
                parts.append(words[:-1])
            for part in parts:
                found[" ".join(part)][one.by.name, one.by.side, one.member.report.stance] = one
        return {part: tuple(ones.values()) for part, ones in found.items()}


def _in_full(said: Said, names: Mapping[str, Sequence[Said]]) -> Said:
    """Who is meant by a part of a name, if one other source of this stance alone has it: "Moll" beside "Ana Moll"."""
    surname = _ROLE.sub("", said.by.name)
    if not surname or not said.by.id.startswith(_UNLISTED):
        return said
    full = {other.by.name: other for other in names.get(surname, ())
            if alike(said, other) and other.by.name != said.by.name}
    return next(iter(full.values())) if len(full) == 1 else said
