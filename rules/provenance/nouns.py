"""Nouns that no list of titles has: what they say about a source follows from what they are kinds of.

"The bailiff" is an official, like the authorities, "a goatherd" a worker and so a witness. The kinds are WordNet's
(Miller 1995), worked out beforehand by `bench/build_nouns.py`; a noun that it lacks is a person if it ends like one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import msgspec

from rules.model import Record
from rules.provenance.classes import UNATTRIBUTED
from rules.provenance.records import Title
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

FILE = "en/head_nouns.yaml"
MAKER = "maker"  # an ending of firms, where the others are of people
_REMEMBERED = 4096
_TELLING = 6  # letters of an ending that no surname has by chance


class _Nouns(Record, frozen=True, kw_only=True):
    """`en/head_nouns.yaml`: by the id of a title its nouns in a row; `things` end like people and are none."""

    people: dict[str, str]
    bodies: dict[str, str]
    things: str


class HeadNouns:
    """The title whose kind of source an unlisted noun is. Raises RulebookError for a title that nobody defines."""

    def __init__(self, rulebook: Rulebook) -> None:
        tables = rulebook.part(Tables)
        table = rulebook.table(FILE, _Nouns)
        for id_ in (*table.people, *table.bodies):
            tables.check(FILE, "title", id_, tables.titles)
        self._plurals = tables.grammar.plurals
        people = {id_: _of_people(tables.titles[id_]) for id_ in table.people}
        self._titles = {noun: people[id_] for id_, row in table.people.items() for noun in row.split()}
        self._titles |= {noun: tables.titles[id_] for id_, row in table.bodies.items() for noun in row.split()}
        listed = ((word, title) for title in tables.titles.values() for word in title.words)
        self._titles |= {singular(word, self._plurals): title for word, title in listed}
        ends = ((end, title) for title in tables.titles.values() for end in title.endings)
        self._endings = tuple((end, t if end.startswith(MAKER) else _of_people(t)) for end, t in ends)
        self._things = frozenset(table.things.split())
        self._telling = tuple(end for end, _ in self._endings if len(end) >= _TELLING)
        self.person, self._agents = tables.titles[tables.grammar.person], tables.grammar.agents
        self.title = lru_cache(maxsize=_REMEMBERED)(self._title)

    def lists(self, noun: str) -> bool:
        """Whether the noun is listed, or has an ending that tells its title, as in "herpetologist"."""
        one = singular(noun, self._plurals)
        return bool({noun, one} & self._titles.keys()) or any(one.endswith(end) for end in self._telling)

    def names_people(self, noun: str) -> bool:
        """Whether a noun, in small letters, names people: "bailiffs", but neither "agency" nor "rumour"."""
        title = self.title(noun)
        return title is not None and not title.kind and title.class_ != UNATTRIBUTED

    def _title(self, noun: str) -> Title | None:
        """What `noun`, in small letters, singular or plural, says about a source; None where it is of no people.

        >>> nouns = HeadNouns(Rulebook())
        >>> nouns.title("bailiffs").id, nouns.title("scaffolder").id, nouns.title("computer")
        ('authorities', 'residents', None)
        """
        one = singular(noun, self._plurals)
        found = self._titles.get(noun) or self._titles.get(one)
        if found is None:
            found = next((title for ending, title in self._endings if one.endswith(ending)), None)
        person = one.endswith(self._agents) and one not in self._things
        return found or (self.person if person else None)


def _of_people(title: Title) -> Title:
    """The title without its reading as an organisation, for nouns that name people only: a novelist is no think tank.
    """
    return msgspec.structs.replace(title, kind=False, speaks_for=False) if title.kind else title


def singular(noun: str, plurals: Mapping[str, str]) -> str:
    """The singular of an English noun in small letters, by the endings of `plurals`, else by its "s".

    >>> singular("policewomen", {"men": "man"}), singular("bailiffs", {}), singular("boss", {})
    ('policewoman', 'bailiff', 'boss')
    """
    for plural, one in plurals.items():
        if noun.endswith(plural):
            return noun.removesuffix(plural) + one
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
