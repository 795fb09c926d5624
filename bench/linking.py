"""What linking costs in a full store: `python -m bench.linking [--stored 100000] [--articles 15]`.

A temporary SQLite is filled in bulk with made-up statements, spread over two years, two thousand villages and the kinds
of action of the rulebook, in words as frequent as in news. New articles of twenty statements are then linked, each in
its transaction. Figures are medians in milliseconds: `find_compare` is looking for like statements and comparing them,
`link` all of it, with the cases made anew, scored and stored; processor time (`_cpu`) and wall time apart.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import msgspec
from sqlalchemy import func, insert, select, text

from bench._data import command_line, print_figures
from rules.linking import PairLinker, Read, Statement, Terms, statements
from rules.matching.actions import FILES as ACTIONS
from rules.matching.actions import Action
from rules.matching.frequencies import FILE as WORDS
from rules.model import Document, Extent, Interest, Link, Reading, ReadReport, Span, Stance
from rules.rulebook import Rulebook
from service.runtime import Runtime
from service.settings import Settings
from service.store import articles as stored_articles
from service.store import nearest
from service.store.database import Database
from service.store.linking_tables import statement_terms
from service.store.linking_tables import statements as statement_table
from service.store.tables import articles as article_table
from service.usecases import linking

LENGTH, DAYS, VILLAGES, CHUNK = 20, 730, 2000, 100
SOURCES = tuple(Link(name=f"Brigade {n}", start=None, end=None, class_="party", side=None) for n in range(300))
FIRST_DAY = date(2023, 1, 1)


class Maker:
    """Makes up articles that are read already: their statements are known, so that none of them has to be parsed."""

    def __init__(self, rulebook: Rulebook, seed: int = 20230522) -> None:
        self._dice = random.Random(seed)
        counts = msgspec.json.decode(rulebook.binary(WORDS))["terms"]
        self._words, self._weights = list(counts), list(accumulate(counts.values()))
        self._deeds = [said for entry in rulebook.entries(ACTIONS, Action) for said in entry.left]
        syllables = ("ba", "lo", "ri", "ven", "tok", "sha", "mil", "dor", "ka", "pe")
        self._villages = ["".join(self._dice.choices(syllables, k=4)).title() for _ in range(VILLAGES)]

    def article(self) -> Read:
        """An article of one day about a few villages."""
        sentences = [self._sentence() for _ in range(LENGTH)]
        day = (FIRST_DAY + timedelta(days=self._dice.randrange(DAYS))).isoformat()
        document = Document(text=" ".join(sentences), publisher=f"outlet-{self._dice.randrange(400)}.example",
                            published_at=f"{day}T{self._dice.randrange(24):02}:00:00Z")
        reports, start = [], 0
        for sentence in sentences:
            reports.append(self._report(sentence, start))
            start += len(sentence) + 1
        reading = Reading(language="en", reports=tuple(reports))
        return Read.of(document, reading)

    def _sentence(self) -> str:
        filler = " ".join(self._dice.choices(self._words, cum_weights=self._weights, k=self._dice.randint(4, 10)))
        deed, village = self._dice.choice(self._deeds), self._dice.choice(self._villages)
        return f"Fighters {deed} {filler} in the village of {village}."

    def _report(self, sentence: str, start: int) -> ReadReport:
        end = start + len(sentence)
        return ReadReport(
            claim=Span(start=start, end=end, text=sentence), chain=(self._dice.choice(SOURCES),), cue=None,
            stance=Stance.DENIES if self._dice.random() < 0.1 else Stance.SUPPORTS, interest=Interest.UNKNOWN,
            hedges=(), verification=None, facets={}, quoted=False, sentence=Extent(start=start, end=end))


def main() -> None:
    """Print one JSON line."""
    parser = command_line(__doc__)
    parser.add_argument("--stored", type=int, default=100_000, help="statements to fill the store with")
    parser.add_argument("--articles", type=int, default=15, help="articles to link against them")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "claims.db"
        run = Runtime.start(Settings(database=f"sqlite:///{file}"))
        print_figures(**linked(run, file, given.stored, given.articles))


def linked(run: Runtime, file: Path, stored: int, count: int) -> dict[str, float | int]:
    """Fill the store and link further articles."""
    maker, before = Maker(run.rulebook), time.perf_counter()
    fill(run.database, run.rulebook, maker, stored)
    filling, size = time.perf_counter() - before, file.stat().st_size
    new = [maker.article() for _ in range(count + 1)]
    _link(new.pop(), run)
    looked = [_milliseconds(lambda read=read: _find_and_compare(read, run)) for read in new]
    whole = [_milliseconds(lambda read=read: _link(read, run)) for read in new]
    return {
        "stored": stored, "statements_of_an_article": LENGTH,
        "find_compare_cpu_ms": statistics.median(cpu for cpu, _ in looked),
        "find_compare_wall_ms": statistics.median(wall for _, wall in looked),
        "link_cpu_ms": statistics.median(cpu for cpu, _ in whole),
        "link_wall_ms": statistics.median(wall for _, wall in whole),
        "link_wall_worst_ms": max(wall for _, wall in whole),
        "bytes_per_statement": size // stored, "fill_s": filling,
        "peak_memory_megabytes": getrusage(RUSAGE_SELF).ru_maxrss // 1024,
    }


def fill(database: Database, rulebook: Rulebook, maker: Maker, count: int) -> None:
    """Store articles in bulk until there are `count` statements, none of them linked yet."""
    terms, number = rulebook.part(Terms), 0
    for start in range(0, count // LENGTH, CHUNK):
        batch = [maker.article() for _ in range(min(CHUNK, count // LENGTH - start))]
        with database.write() as connection:
            connection.execute(insert(article_table), list(_article_rows(batch, start)))
            first = connection.execute(select(func.max(article_table.c.number))).scalar_one() - len(batch) + 1
            said = [(first + n, item) for n, read in enumerate(batch) for item in _said(read, rulebook)]
            numbered = list(enumerate(said, number + 1))
            connection.execute(insert(statement_table), [
                {"number": at, "id": item.id, "article": article, "cluster": at, "body": msgspec.json.encode(item)}
                for at, (article, item) in numbered])
            connection.execute(insert(statement_terms), [
                row for at, (_, item) in numbered for row in nearest.term_rows(item, at, terms.of(item))])
        number += len(said)
    with database.write() as connection:
        connection.execute(text("ANALYZE"))


def _article_rows(batch: list[Read], start: int) -> Iterator[dict[str, object]]:
    for number, read in enumerate(batch, start):
        yield {"id": f"{number:020x}", "sha256": read.key, "text": read.document.text, "language": "en",
               "publisher": read.document.publisher, "published_at": read.document.published_at,
               "reading": msgspec.json.encode(read.reading), "created_at": "2025-01-01T00:00:00.000000Z"}


def _said(read: Read, rulebook: Rulebook) -> list[Statement]:
    return statements(read.reading, read.document, read.key, rulebook)


def _find_and_compare(read: Read, run: Runtime) -> None:
    terms = {item: run.rulebook.part(Terms).of(item) for item in _said(read, run.rulebook)}
    with run.database.read() as connection:
        linking.odds_of(connection, terms, run.rulebook.part(PairLinker))


def _link(read: Read, run: Runtime) -> None:
    with run.database.write() as connection:
        linking.add(connection, read, stored_articles.add(connection, read).number, run.rulebook)


def _milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """Processor time and wall time of some work."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


if __name__ == "__main__":
    main()
