"""The source registry: what the rulebook ships, and what this organisation enters itself."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from rules import Rulebook, RulebookError
from rules.errors import unknown
from rules.provenance.outlets import Outlets
from rules.provenance.records import Organisation
from rules.provenance.tables import Tables
from service.errors import FieldProblem, InvalidError, MissingError
from service.records.sources import SourceEntry, SourcePage
from service.rulebooks import own_of
from service.runtime import Runtime
from service.store import cursors, sources
from service.store.search import words
from service.usecases.rulebook import check_class

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


class Listing:
    """All sources of a rulebook, sorted by id, with the words by which they are found: a part of the rulebook."""

    def __init__(self, rulebook: Rulebook) -> None:
        entries = {entry.id: entry for entry in (*_outlets(rulebook), *_organisations(rulebook))}
        self.entries = [entries[id_] for id_ in sorted(entries)]
        self.ids = [entry.id for entry in self.entries]
        self.words = [tuple(words(" ".join((e.name, *e.aliases, *e.domains)))) for e in self.entries]


def listed(wanted: dict[str, Any], run: Runtime) -> SourcePage:
    """One page of the sources that pass the filters, sorted by id."""
    check_class(wanted.get("class"), run)
    own, listing = _own(run), run.rulebook.part(Listing)
    start = bisect.bisect_right(listing.ids, _last(wanted["cursor"])) if wanted.get("cursor") else 0
    limit, items = wanted["limit"], []
    for index in range(start, len(listing.ids)):
        if _passes(listing, index, wanted, own):
            items.append(index)
            if len(items) > limit:
                break
    page = [_marked(listing.entries[i], own) for i in items[:limit]]
    return SourcePage(items=page, next_cursor=cursors.cursor(page[-1].id) if len(items) > limit else None)


def get(source_id: str, run: Runtime) -> SourceEntry:
    """One source; raises MissingError naming the nearest one."""
    listing = run.rulebook.part(Listing)
    at = bisect.bisect_left(listing.ids, source_id)
    if listing.ids[at : at + 1] != [source_id]:
        raise MissingError(unknown("source", source_id, listing.ids))
    return _marked(listing.entries[at], _own(run))


def put(source_id: str, given: dict[str, Any], run: Runtime) -> tuple[SourceEntry, bool]:
    """Enter a source of one's own, by which reports are judged from now on; tells whether it is new."""
    if not _ID.fullmatch(source_id):
        problem = "must be 1 to 80 of a–z, 0–9, dot, hyphen and underscore, and begin with a letter or digit"
        raise InvalidError([FieldProblem("source_id", problem)])
    entry = msgspec.convert({"id": source_id} | given, Organisation)
    with run.database.write() as connection:
        new = sources.put(connection, source_id, msgspec.json.encode(entry))
        _check(entry, own_of(sources.entries(connection)), run)
    run.rulebooks.ring()
    return get(source_id, run), new


def delete(source_id: str, run: Runtime) -> None:
    """Forget an own source; the one that the rulebook ships under this id, if any, counts again."""
    with run.database.write() as connection:
        if not sources.remove(connection, source_id):
            raise MissingError(f"No source of your own has the id “{source_id}”.")
    run.rulebooks.ring()


def _check(entry: Organisation, own: list[Organisation], run: Runtime) -> None:
    """Refuse what the rulebook cannot be compiled with; the transaction around it is rolled back."""
    tables = run.rulebook.part(Tables)
    check_class(entry.class_, run)
    if entry.side is not None and entry.side not in tables.sides:
        raise InvalidError([FieldProblem("side", unknown("side", entry.side, tables.sides))])
    try:
        _compile(entry, own, run)
    except RulebookError as error:
        field, taken = _named(error.problem, entry), "; an entry under an id that is taken stands in its place"
        raise InvalidError([FieldProblem(field, error.problem + (taken if field != "domains" else ""))]) from error


def _compile(entry: Organisation, own: list[Organisation], run: Runtime) -> None:
    """Try the rulebook with all own entries; where that fails, with those alone that still fit and this one."""
    try:
        run.rulebooks.with_own(own)
    except RulebookError:
        run.rulebooks.with_own([*run.rulebooks.fitting([one for one in own if one.id != entry.id]), entry])


def _named(problem: str, entry: Organisation) -> str:
    """The field of the entry whose value a problem tells."""
    fields = {"name": [entry.name], "people": entry.people, "domains": entry.domains}
    return next((field for field, texts in fields.items() if any(f"“{text}”" in problem for text in texts)), "aliases")


def _own(run: Runtime) -> set[str]:
    with run.database.read() as connection:
        return set(sources.entries(connection))


def _passes(listing: Listing, index: int, wanted: dict[str, Any], own: set[str]) -> bool:
    entry = listing.entries[index]
    if wanted.get("class") not in (None, entry.class_) or wanted.get("own") not in (None, entry.id in own):
        return False
    asked = words(wanted.get("q") or "")
    return all(any(word.startswith(start) for word in listing.words[index]) for start in asked)


def _organisations(rulebook: Rulebook) -> Iterator[SourceEntry]:
    for entry in rulebook.part(Tables).organisations.values():
        yield SourceEntry(
            id=entry.id, name=entry.name, class_=entry.class_, side=entry.side, reliability=entry.reliability,
            aliases=list(entry.aliases), people=list(entry.people), domains=list(entry.domains), family=entry.family,
            own=False)


def _outlets(rulebook: Rulebook) -> Iterator[SourceEntry]:
    for outlet in rulebook.part(Outlets).by_domain.values():
        group = outlet.group
        yield SourceEntry(
            id=outlet.domain, name=outlet.name, class_=group.class_, side=group.side, reliability=group.reliability,
            aliases=[], people=[], domains=[outlet.domain], family=group.family, own=False)


def _marked(entry: SourceEntry, own: set[str]) -> SourceEntry:
    return msgspec.structs.replace(entry, own=entry.id in own)


def _last(cursor: str) -> str:
    place = cursors.place(cursor)
    if not isinstance(place, str):
        raise InvalidError([FieldProblem("cursor", "is not a cursor of this list; begin again without one")])
    return place
