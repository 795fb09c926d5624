"""What comes and goes in the store: every new statement, and every claim that is sent by itself, finds its like.

All of it happens in the transaction of the article or claim, so that nobody sees half of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row

from rules.linking import Odds, PairLinker, Read, Statement, Terms, claimed, pair
from rules.linking import statements as statements_of
from rules.model import Case
from rules.rulebook import Rulebook
from service.store import articles, assessments, claim_statements, nearest, reports, statements
from service.store.statements import Placed
from service.usecases.copies import copied, to_be_found
from service.usecases.relinking import relink
from service.usecases.rewriting import forget

Termed = Mapping[Statement, Mapping[str, float]]
"""Statements, each with the weights of the terms it is found by."""


def add(connection: Connection, read: Read, article: int, rulebook: Rulebook) -> None:
    """Link what an article says, to statements of articles and to claims."""
    ids = _stored(connection, read, article, rulebook)
    relink(connection, ids, rulebook, "article_added", known={read.key: (article, read)})


def _stored(connection: Connection, read: Read, article: int, rulebook: Rulebook) -> set[str]:
    """Store the statements of an article and their odds; the ids of these and of all that they are linked to."""
    said = statements_of(read.reading, read.document, read.key, rulebook)
    terms = {item: rulebook.part(Terms).of(item) for item in said}
    linker = rulebook.part(PairLinker)
    statements.add(connection, terms, article)
    odds, copies = odds_of(connection, terms, linker)
    statements.link(connection, odds)
    statements.hide(connection, sorted(copies))
    claim_statements.link(connection, claim_odds_of(connection, terms, linker))
    return {item.id for item in said}.union(id_ for key, value in odds.items() if value > 0 for id_ in key)


def odds_of(connection: Connection, terms: Termed, linker: PairLinker) -> tuple[Odds, set[str]]:
    """The odds of each of these statements with those that are stored and share most of its terms.

    One that is known by its twins is compared with these alone; also returns the ids of such.
    """
    odds: dict[tuple[str, str], float] = {}
    copies = set()
    for item, words in terms.items():
        near = nearest.near(connection, item, words, linker.slack_days)
        twins = {pair(item.id, other.id): value for _, other, value in _compared(item, copied(item, near), linker)}
        if twins and min(twins.values()) > 0:
            copies.add(item.id)
            odds |= twins
            continue
        new = ((number, other) for number, other in near if pair(item.id, other.id) not in odds)
        odds |= {pair(item.id, other.id): value for _, other, value in _compared(item, new, linker)}
    return odds, copies


def claim_odds_of(connection: Connection, terms: Termed, linker: PairLinker) -> claim_statements.Odds:
    """The odds of each of these statements with the claims that share most of its terms."""
    near = ((item, claim_statements.near(connection, item, words, linker.slack_days)) for item, words in terms.items())
    return {(number, item.id): value for item, claims in near for number, _, value in _compared(item, claims, linker)}


def _compared(
    item: Statement, near: Iterable[tuple[int, Statement]], linker: PairLinker
) -> Iterator[tuple[int, Statement, float]]:
    """Those of some numbered statements that may be linked with a statement, each with its log-odds."""
    mine = linker.prepare(item)
    for number, other in near:
        if not linker.unlinkable(item, other):
            yield number, other, linker.log_odds(mine, linker.prepare(other))


def remove(connection: Connection, article: int, rulebook: Rulebook) -> None:
    """Forget an article and score again what it supported."""
    supported = reports.claims_of_article(connection, article)
    lost, left, touched = statements.remove_of(connection, article)
    found = statements.shown(connection, [row.number for row in left])
    _find_again(connection, to_be_found(lost, left, found), rulebook)
    relink(connection, touched, rulebook, "article_deleted", supported)
    assessments.forget_wordings(connection, supported)
    articles.remove(connection, article)


def _find_again(connection: Connection, rows: Sequence[Placed], rulebook: Rulebook) -> None:
    """Let copies be found and compared in place of those that they were known by."""
    terms, linker = {row.item: rulebook.part(Terms).of(row.item) for row in rows}, rulebook.part(PairLinker)
    statements.show(connection, {row.number: (row.item, terms[row.item]) for row in rows})
    known = statements.odds_of(connection, [row.item.id for row in rows])
    odds, _ = odds_of(connection, terms, linker)
    statements.link(connection, {key: value for key, value in odds.items() if key not in known})
    by_claim = claim_statements.odds_among(connection, [row.item.id for row in rows])
    claims = claim_odds_of(connection, terms, linker)
    claim_statements.link(connection, {(claim, id_): value for (claim, id_), value in claims.items()
                                       if id_ not in by_claim.get(claim, {})})


def add_claim(connection: Connection, row: Row[Any], case: Case, rulebook: Rulebook) -> bool:
    """Let articles find a claim, those stored at once, unless they do already; True if any may have changed it.

    A claim made of articles that somebody adds something to is from then on one that was sent: it stays.
    """
    if claim_statements.of(connection, [row.number]):
        return False
    item, linker = claimed(case, row.id, rulebook), rulebook.part(PairLinker)
    words = rulebook.part(Terms).of(item)
    claim_statements.add(connection, row.number, item, words)
    near = nearest.near(connection, item, words, linker.slack_days)
    odds = {(row.number, other.id): value for _, other, value in _compared(item, near, linker)}
    claim_statements.link(connection, odds)
    touched = {id_ for (_, id_), value in odds.items() if value > 0}
    if touched:
        relink(connection, touched, rulebook, "articles_found")
    return bool(touched)


def remove_claim(connection: Connection, row: Row[Any], rulebook: Rulebook) -> None:
    """Forget a claim; articles keep what they reported about one that was sent, as a case of their own."""
    touched = claim_statements.likely(connection, [row.number])
    forget(connection, row)
    if touched:
        relink(connection, touched, rulebook, "created")
