"""Making cases anew where statements came or went, so that all cases are what all that is stored says.

A claim that was sent by itself takes in the cases that are about it, which then are no claims of their own. Other cases
keep the claim that has most of their statements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection

from rules.linking import CaseBuilder, LinkedCase, Near, PairLinker, Read, Settled, Statement, about, settle
from rules.model import Case
from rules.rulebook import Rulebook
from service.store import articles, claim_statements, claims, reports, statements
from service.store.statements import Placed
from service.usecases.rewriting import Change, forget, write

Group = Sequence[Statement]
Taken = Mapping[int, Sequence[tuple[int, float]]]
"""By claim the places of the groups that are about it, with their likeness."""


def relink(
    connection: Connection, ids: Iterable[str], rulebook: Rulebook, cause: str, also: Iterable[int] = (),
    known: Mapping[str, tuple[int, Read]] = {},
) -> None:
    """Make the cases of some statements anew, and of all that these may have changed.

    `also` are further claims that may have lost all that they stood on, `known` the articles that are at hand.
    """
    also = set(also)
    (groups, new, twins), rows, likely = _settled(connection, set(ids), also)
    statements.gather(connection, ([rows[item.id] for item in group] for group in new))
    held = {id_: row.claim for id_, row in rows.items()}
    sent = claim_statements.of(connection, likely.keys() | also)
    taken = {number: about(likely.get(number, {}), groups, rulebook.part(PairLinker)) for number in sent}
    places = {place for some in taken.values() for place, _ in some}
    stays = _unmoved(groups, {id_: claim for id_, claim in held.items() if claim not in also | sent.keys()})
    moved = [group for place, group in enumerate(groups) if place not in places and place not in stays]
    documents = {item.document for group in (*moved, *(groups[place] for place in places)) for item in group}
    found = {**articles.read_of(connection, sorted(documents - known.keys())), **known}
    change = Change(connection, rulebook, cause, {content: number for content, (number, _) in found.items()})
    read = {content: taken for content, (_, taken) in found.items()}

    builder = rulebook.part(CaseBuilder)
    kept = _claims_of(moved, {id_: claim for id_, claim in held.items() if claim not in sent})
    free = ((claim, builder.build(group, twins, read)) for claim, group in zip(kept, moved, strict=True))
    made = chain(free, _cases_of(connection, sent, taken, groups, read, builder))
    left = {*filter(None, held.values()), *also} - write(change, made, held)
    for number in sorted(left - {claim for place, claim in stays.items() if place not in places}):
        forget(connection, claims.numbered(connection, number))


def _settled(
    connection: Connection, ids: set[str], also: set[int]
) -> tuple[Settled, Mapping[str, Placed], Mapping[int, Mapping[str, float]]]:
    """The clusters of some statements and around them, all of their statements, and the odds of claims with these.

    A claim that may be about any of them is there with the clusters of all that it may be about.
    """
    rows: dict[str, Placed] = {}

    def look(wanted: Collection[str]) -> Near:
        found = statements.with_mates(connection, wanted - rows.keys())
        rows.update(found)
        return Near({row.item: row.cluster for row in found.values()}, statements.odds_of(connection, list(found)))

    wanted = ids | claim_statements.likely(connection, also)
    while True:
        rows.clear()
        settled = settle(wanted, look)
        odds = claim_statements.odds_among(connection, sorted(rows))
        likely = {claim: settled.twins.spread(some) for claim, some in odds.items() if max(some.values()) > 0}
        further = claim_statements.likely(connection, likely) - rows.keys()
        if not further:
            return settled, rows, likely
        wanted |= further


def _cases_of(
    connection: Connection, sent: Mapping[int, Statement], taken: Taken, groups: Sequence[Group],
    read: Mapping[str, Read], builder: CaseBuilder,
) -> Iterable[tuple[int, LinkedCase]]:
    """The case of each claim that was sent, with the reports of the groups about it; a report names its likest claim.

    A claim that has no report left, for somebody only reviewed what articles said, is none.
    """
    offers = sorted((-mean, number, place) for number, some in taken.items() for place, mean in some)
    first = {place: number for _, number, place in reversed(offers)}
    for number, claim in sorted(sent.items()):
        row, mine = claims.numbered(connection, number), [groups[place] for place, _ in taken[number]]
        told = sorted((item for group in mine for item in group), key=lambda item: item.order)
        members = builder.told_of(claim, told, read)
        if members or reports.own(connection, number):
            of = Case(text=row.text, event=claims.event_of(row), reports=tuple(m.report for m in members))
            named = (item.id for place, _ in taken[number] if first[place] == number for item in groups[place])
            yield number, LinkedCase(statements=tuple(named), case=of, members=members)


def _unmoved(groups: Sequence[Group], held: Mapping[str, int | None]) -> dict[int, int]:
    """The claims of the groups, by place, that are what the claim is made of: it says the same as before.

    So the cost of an article does not grow with all that is linked to it through others.
    """
    members: dict[int | None, set[str]] = defaultdict(set)
    for id_, claim in held.items():
        members[claim].add(id_)
    found = {}
    for place, group in enumerate(groups):
        claim = held.get(group[0].id)
        if claim is not None and members[claim] == {item.id for item in group}:
            found[place] = claim
    return found


def _claims_of(groups: Sequence[Group], held: Mapping[str, int | None]) -> list[int | None]:
    """For each group the claim that has most of its statements so far; every claim goes to one group only."""
    shares = [Counter(held[s.id] for s in group if held.get(s.id) is not None) for group in groups]
    offers = sorted(((-count, claim, place) for place, counter in enumerate(shares)
                     for claim, count in counter.items() if claim is not None))
    kept: list[int | None] = [None] * len(groups)
    taken: set[int] = set()
    for _, claim, place in offers:
        if kept[place] is None and claim not in taken:
            kept[place] = claim
            taken.add(claim)
    return kept
