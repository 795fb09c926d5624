"""What comes and goes in the store: every new statement, and every claim that is sent by itself, finds its like.

All of it happens in the transaction of the article or claim, so that nobody sees half of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row

from rules.linking import Odds, PairLinker, Read, Statement, Terms, claimed, pair
from rules.linking import statements as statements_of
from rules.model import Case
from rules.rulebook import Rulebook
from service.store import articles, assessments, claim_statements, nearest, reports, statements
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
    odds = odds_of(connection, terms, linker)
    statements.link(connection, odds)
    claim_statements.link(connection, claim_odds_of(connection, terms, linker))
    return {item.id for item in said}.union(id_ for key, value in odds.items() if value > 0 for id_ in key)


def odds_of(connection: Connection, terms: Termed, linker: PairLinker) -> Odds:
    """The odds of each of these statements with those that are stored and share most of its terms."""
    odds: dict[tuple[str, str], float] = {}
    for item, words in terms.items():
        near = nearest.near(connection, item, words, linker.slack_days)
        new = ((number, other) for number, other in near if pair(item.id, other.id) not in odds)
        odds |= {pair(item.id, other.id): value for _, other, value in _compared(item, new, linker)}
    return odds


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
    relink(connection, statements.remove_of(connection, article), rulebook, "article_deleted", supported)
    assessments.forget_wordings(connection, supported)
    articles.remove(connection, article)


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
