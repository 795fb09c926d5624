"""Articles to cases in the store: every new statement finds its like, and the cases that it touches are made anew.

All of it happens in the transaction of the article, so that nobody sees half of it. A component is all that is
linked, directly or through others; only the components that an article touches are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

import rules
from rules.linking import CaseBuilder, LinkedCase, Odds, PairLinker, Read, Statement, Terms, cluster, pair
from rules.linking import statements as statements_of
from rules.model import Assessment
from rules.rulebook import Rulebook
from service.records import EventClaim
from service.store import articles, cases, claims, events, statements
from service.usecases.claims import tell


def add(connection: Connection, read: Read, article: int, rulebook: Rulebook) -> None:
    """Link what an article says."""
    said = statements_of(read.reading, read.document, read.key, rulebook)
    terms = {item: rulebook.part(Terms).of(item) for item in said}
    statements.add(connection, terms, article)
    statements.link(connection, odds_of(connection, terms, rulebook.part(PairLinker)))
    relink(connection, statements.components_of(connection, article), rulebook, "article_added")


def odds_of(connection: Connection, terms: Mapping[Statement, Mapping[str, float]], linker: PairLinker) -> Odds:
    """The odds of each of these statements with those that are stored and share most of its terms."""
    near = ((item, other) for item, words in terms.items()
            for other in statements.near(connection, item, words, linker.slack_days))
    proposed = {pair(item.id, other.id): (item, other) for item, other in near if not linker.unlinkable(item, other)}
    return {key: linker.log_odds(linker.prepare(a), linker.prepare(b)) for key, (a, b) in proposed.items()}


def remove(connection: Connection, article: int, rulebook: Rulebook) -> None:
    """Forget an article and score again what it supported."""
    touched = statements.components_of(connection, article)
    supported = {claim for _, claim in statements.claims_of(connection, article)}
    statements.remove_of(connection, article)
    relink(connection, touched, rulebook, "article_deleted", supported)
    articles.remove(connection, article)


def relink(
    connection: Connection, components: Iterable[int], rulebook: Rulebook, cause: str, also: Iterable[int] = ()
) -> None:
    """Make the cases of some components anew, keeping each claim with the case that has most of its statements.

    `also` are further claims that may have lost all that they stood on.
    """
    rows = statements.rows_of(connection, components)
    items = [statements.statement_of(row) for row in rows]
    odds = statements.odds_among(connection, [item.id for item in items])
    held = {row.id: row.claim for row in rows}
    found = articles.read_of(connection, sorted({item.document for item in items}))
    numbers = {content: number for content, (number, _) in found.items()}
    linked = _build(items, odds, {content: read for content, (_, read) in found.items()}, rulebook)
    kept = _claims_of(linked, held)
    for case, claim in zip(linked, kept, strict=True):
        _write(connection, claim, case, numbers, rulebook, cause)
    for claim in sorted({*filter(None, held.values()), *also} - set(kept)):
        _forget(connection, claim)


def _build(
    items: Sequence[Statement], odds: Odds, read: Mapping[str, Read], rulebook: Rulebook
) -> list[LinkedCase]:
    builder = rulebook.part(CaseBuilder)
    return [builder.build(group, odds, read) for group in cluster(items, odds)]


def _claims_of(linked: Sequence[LinkedCase], held: dict[str, int | None]) -> list[int | None]:
    """For each case the claim that has most of its statements so far; every claim goes to one case only."""
    shares = [Counter(held[s] for s in case.statements if held[s] is not None) for case in linked]
    offers = sorted(((-count, claim, place) for place, counter in enumerate(shares)
                     for claim, count in counter.items() if claim is not None))
    kept: list[int | None] = [None] * len(linked)
    taken: set[int] = set()
    for _, claim, place in offers:
        if kept[place] is None and claim not in taken:
            kept[place] = claim
            taken.add(claim)
    return kept


def _write(
    connection: Connection, claim: int | None, linked: LinkedCase, numbers: Mapping[str, int], rulebook: Rulebook,
    cause: str,
) -> None:
    own = cases.own_reports(connection, claim) if claim is not None else ()
    case = msgspec.structs.replace(linked.case, reports=linked.case.reports + own)
    if claim is not None and _unchanged(connection, claim, linked, numbers):
        return
    assessment: Assessment = rules.assess(case, rulebook)
    row = cases.write(connection, claim, case, assessment, linked, numbers, cause)
    statements.assign(connection, linked.statements, row.number)
    tell(connection, "claim.created" if claim is None else "claim.reassessed", row)


def _unchanged(connection: Connection, claim: int, linked: LinkedCase, numbers: dict[str, int]) -> bool:
    stored = [(article, body) for article, body in cases.article_numbers(connection, claim) if article is not None]
    would_be = [(numbers[m.document], cases.body_of(m.report)) for m in linked.members]
    return stored == would_be and cases.row_of(connection, claim).text == linked.case.text


def _forget(connection: Connection, claim: int) -> None:
    """A claim whose statements have all gone to other cases, or are gone, is no more."""
    row = cases.row_of(connection, claim)
    claims.remove(connection, claim)
    events.forget(connection, row.id)
    events.append(connection, "claim.deleted", row.id, EventClaim(id=row.id))
