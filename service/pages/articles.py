"""The list of stored articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from service.pages.article import heading
from service.runtime import Runtime
from service.store import articles

PAGE = 25


@dataclass(frozen=True)
class Listed:
    """One page of articles, the newest first: their rows, each with what the article is called."""

    items: list[tuple[str, Row[Any]]]
    next_cursor: int | None


def listed(after: int | None, run: Runtime) -> Listed:
    """The articles older than the one numbered `after`."""
    with run.database.read() as connection:
        rows = articles.page(connection, after, PAGE + 1)
        untitled = articles.read_of(connection, [row.sha256 for row in rows if not row.title])
    read = {content: heading(found.document, found.reading) for content, (_, found) in untitled.items()}
    items = [(row.title or read[row.sha256], row) for row in rows[:PAGE]]
    return Listed(items, rows[PAGE - 1].number if len(rows) > PAGE else None)
