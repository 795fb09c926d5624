"""Reading articles, storing them, and linking what they say to cases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row
from sqlalchemy.exc import IntegrityError

import rules
from rules.linking import Read, content_key
from rules.model import Document
from service.errors import MissingError
from service.records.articles import Article, ArticleAnswer, ArticlePage, ListedArticle, PlacedReport
from service.records.claims import StoredClaim
from service.runtime import Runtime
from service.store import articles, claims, statements
from service.usecases import linking
from service.usecases.lookup import stored


def submit(document: Document, run: Runtime) -> tuple[ArticleAnswer, bool]:
    """Store an article and link what it says; the same content again gives what is stored. True if it was new."""
    key = content_key(document)
    if known := _known(key, run):
        return known, False
    taken = Read.of(document, rules.read(document, run.rulebook))
    try:
        with run.database.change() as connection:
            row, new = _stored(connection, taken, run)
            return _answer(connection, row, taken if new else articles.as_read(row)), new
    except IntegrityError:  # another process stored the same article meanwhile
        if known := _known(key, run):
            return known, False
        raise


def submit_all(taken: Sequence[Read], run: Runtime) -> list[bool]:
    """Store articles that are read already, all of them or none; for each whether it was new."""
    with run.database.change() as connection:
        return [_stored(connection, one, run)[1] for one in taken]


def _stored(connection: Connection, taken: Read, run: Runtime) -> tuple[Row[Any], bool]:
    """The row of an article, which is stored and linked unless it was before; True if it was new."""
    row = articles.with_content(connection, taken.key)
    if row is not None:
        return row, False
    row = articles.add(connection, taken)
    linking.add(connection, taken, row.number, run.rulebook)
    return row, True


def get(article_id: str, run: Runtime) -> ArticleAnswer:
    """An article as stored, with its reports and their cases."""
    with run.database.read() as connection:
        row = _found(connection, article_id)
        return _answer(connection, row, articles.as_read(row))


def listed(after: int | None, limit: int, run: Runtime) -> ArticlePage:
    """One page of articles, the newest first."""
    with run.database.read() as connection:
        rows = articles.page(connection, after, limit + 1)
    more = len(rows) > limit
    items = [msgspec.convert(row, ListedArticle, from_attributes=True) for row in rows[:limit]]
    return ArticlePage(items=items, next_cursor=str(rows[limit - 1].number) if more else None)


def delete(article_id: str, run: Runtime) -> None:
    """Forget an article; the cases it supported are scored again without it."""
    with run.database.change() as connection:
        linking.remove(connection, _found(connection, article_id).number, run.rulebook)


def _known(key: str, run: Runtime) -> ArticleAnswer | None:
    with run.database.read() as connection:
        row = articles.with_content(connection, key)
        return _answer(connection, row, articles.as_read(row)) if row is not None else None


def _found(connection: Connection, article_id: str) -> Row[Any]:
    row = articles.find(connection, article_id)
    if row is None:
        raise MissingError(f"No article has the id “{article_id}”.")
    return row


def _answer(connection: Connection, row: Row[Any], taken: Read) -> ArticleAnswer:
    belongs = dict(statements.claims_of(connection, row.number))
    rows = {number: claims.numbered(connection, number) for number in sorted(set(belongs.values()))}
    reports = [PlacedReport.of(report, rows[belongs[n]].id if n in belongs else None)
               for n, report in enumerate(taken.reading.reports)]
    shown: list[StoredClaim] = [stored(connection, rows[number]) for number in rows]
    document = msgspec.structs.replace(taken.document, language=taken.reading.language)
    article = Article(id=row.id, created_at=row.created_at, left_out=list(taken.reading.left_out),
                      **msgspec.structs.asdict(document))
    return ArticleAnswer(article=article, reports=reports, cases=shown)
