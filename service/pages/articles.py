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
    read = [articles.as_read(row) for row in rows[:PAGE]]
    items = [(heading(one.document, one.reading), row) for one, row in zip(read, rows, strict=False)]
    return Listed(items, rows[PAGE - 1].number if len(rows) > PAGE else None)
