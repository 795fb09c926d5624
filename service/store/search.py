"""Finding claims by words of their text and of their reports, as one types: every word may be the beginning of one.

Words are folded here, so that SQLite (FTS5) and PostgreSQL (tsvector) find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, false, text

from service.store.tables import claims

WORD_LENGTH, QUERY_WORDS = 100, 20
NEWEST = 2_000  # claims of each word that are looked at for a text
IN_ORDER = claims.c.number + 0
"""The number of a claim, written so that SQLite walks the claims in the order that is asked for and stops when the page
is full, instead of sorting all that match: 18 ms for 270 on 100,000 claims."""
_WORD, _FOREIGN = re.compile(r"[^\W_]+"), re.compile(r"[^\x00-\x7f]+")
TABLES = {
    "sqlite": ("CREATE VIRTUAL TABLE claim_search USING fts5(terms, detail = none, prefix = '2 3')",),
    "postgresql": (
        "CREATE TABLE claim_search "
        "(number BIGINT PRIMARY KEY REFERENCES claims ON DELETE CASCADE, terms tsvector NOT NULL)",
        "CREATE INDEX ix_claim_search_terms ON claim_search USING gin (terms)",
    ),
}
_PUT = {
    "sqlite": "INSERT OR REPLACE INTO claim_search (rowid, terms) VALUES (:number, :terms)",
    "postgresql": "INSERT INTO claim_search VALUES (:number, array_to_tsvector(CAST(:terms AS text[]))) "
                  "ON CONFLICT (number) DO UPDATE SET terms = excluded.terms",
}
_FIND = {
    "sqlite": ("SELECT rowid FROM claim_search WHERE claim_search MATCH :query", '"{}"*', " AND "),
    "postgresql": ("SELECT number FROM claim_search WHERE terms @@ to_tsquery('simple', :query)", "'{}':*", " & "),
}


def words(value: str) -> list[str]:
    """The different words of a text, without case and accents, sorted.

    >>> words("Żółty, żółty dom")
    ['dom', 'zołty']
    """
    decomposed = unicodedata.normalize("NFKD", value.casefold())
    bare = _FOREIGN.sub(_without_accents, decomposed)
    return sorted({word[:WORD_LENGTH] for word in _WORD.findall(bare)})


def _without_accents(found: re.Match[str]) -> str:
    return "".join([letter for letter in found[0] if not unicodedata.combining(letter)])


def put(connection: Connection, texts: Mapping[int, list[str]]) -> None:
    """Make each claim, by its number, findable by the words of its texts, and by no others."""
    found = {number: words("\n".join(said)) for number, said in texts.items()}
    lists = _dialect(connection) != "sqlite"
    rows = [{"number": number, "terms": terms if lists else " ".join(terms)} for number, terms in found.items()]
    if rows:
        connection.execute(text(_PUT[_dialect(connection)]), rows)


def remove(connection: Connection, number: int) -> None:
    """Forget the claim; PostgreSQL does so by itself."""
    if _dialect(connection) == "sqlite":
        connection.execute(text("DELETE FROM claim_search WHERE rowid = :number"), {"number": number})


def matches(connection: Connection, query: str) -> ColumnElement[bool]:
    """That a claim has every word of `query`, or words that begin so."""
    asked, statement = _asked(connection, query), _FIND[_dialect(connection)][0]
    if not asked:
        return false()
    return IN_ORDER.in_(text(statement).bindparams(query=asked).columns(claims.c.number))


def sharing(connection: Connection, beginnings: Mapping[str, float], most: int) -> list[int]:
    """The numbers of the claims that share most with a text, given as beginnings of words with weights.

    Of those that have a word only the newest count, so that a common word costs little more than a rare one.
    """
    newest = text(f"{_FIND[_dialect(connection)][0]} ORDER BY 1 DESC LIMIT {NEWEST}")
    shared: dict[int, float] = defaultdict(float)
    for beginning, weight in beginnings.items():
        if asked := _asked(connection, beginning):
            for number in connection.execute(newest, {"query": asked}).scalars():
                shared[number] += weight
    return sorted(shared, key=lambda number: (-shared[number], -number))[:most]


def _asked(connection: Connection, query: str) -> str:
    """The question for all words of a query, in the words of the database; empty where there are none."""
    _, word, conjunction = _FIND[_dialect(connection)]
    return conjunction.join(word.format(each) for each in words(query)[:QUERY_WORDS])


def _dialect(connection: Connection) -> str:
    return connection.dialect.name
