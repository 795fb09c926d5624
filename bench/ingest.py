"""Articles end to end: `python -m bench.ingest [--articles 10000] [--workers 2] [--copies] [--folder FOLDER]`.

Made-up articles of about 290 words (`bench._articles`) are read, linked, scored and stored in an empty SQLite, as
`corrobora ingest` does it; with `--copies` one of them under the names of so many outlets. Prints articles a second
by wall time and processor time for each article, those of all processes together; the same of the first and the last
tenth, which tells how cost grows; memory and disk.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage, struct_rusage

import msgspec
from sqlalchemy import func, select

from bench._articles import articles
from bench._data import command_line, print_figures
from rules.model import Document
from service.runtime import Runtime
from service.settings import Settings
from service.store.linking_tables import statements
from service.store.tables import claims, reports
from service.usecases.ingesting import ingest


def main() -> None:
    """Print one JSON line."""
    parser = command_line(__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--workers", type=int, help="processes that read; one for each core unless said")
    parser.add_argument("--copies", action="store_true", help="one article, carried by so many outlets")
    parser.add_argument("--folder", help="where the database is made, and removed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        file = Path(folder) / "claims.db"
        run = Runtime.start(Settings(database=f"sqlite:///{file}"))
        documents = copies(given.articles) if given.copies else list(articles(given.articles))
        print_figures(**measured(run, file, documents, given.workers))


def copies(count: int) -> list[Document]:
    """One article under the names of so many outlets."""
    [article] = articles(1)
    return [msgspec.structs.replace(article, publisher=f"outlet-{n}.example", url=None) for n in range(count)]


def measured(run: Runtime, file: Path, documents: Sequence[Document], workers: int | None) -> dict[str, float | int]:
    """Ingest articles."""
    count, tenth = len(documents), max(1, len(documents) // 10)
    began, clock, own = time.perf_counter(), [], []
    for _ in ingest(documents, run, workers):
        clock.append(time.perf_counter())
        own.append(time.process_time())
        if len(clock) % tenth == 0:
            spent = 1000 * (own[-1] - own[-tenth]) / tenth
            print(f"{len(clock):>6} stored, {spent:.0f} ms of processor time each to store", file=sys.stderr)
    wall, storing, reading = clock[-1] - began, getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    with run.database.read() as connection:
        stored = {f"{table.name}_stored": connection.execute(select(func.count()).select_from(table)).scalar_one()
                  for table in (statements, claims, reports)}
    return {
        "articles": count, "words": sum(len(document.text.split()) for document in documents),
        "articles_per_s": count / wall, "wall_s": wall,
        "cpu_ms_per_article": 1000 * (_seconds(storing) + _seconds(reading)) / count,
        "readers_cpu_ms_per_article": 1000 * _seconds(reading) / count,
        "first_tenth_store_cpu_ms": 1000 * (own[tenth] - own[0]) / tenth,
        "last_tenth_store_cpu_ms": 1000 * (own[-1] - own[-tenth - 1]) / tenth,
        "first_tenth_per_s": tenth / (clock[tenth] - began),
        "last_tenth_per_s": tenth / (clock[-1] - clock[-tenth - 1]),
        "peak_memory_megabytes": storing.ru_maxrss // 1024,
        "peak_memory_of_a_reader_megabytes": reading.ru_maxrss // 1024,
        "bytes_per_article": file.stat().st_size // count,
    } | stored


def _seconds(used: struct_rusage) -> float:
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
