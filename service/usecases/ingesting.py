"""Taking in many articles: read by several processes side by side, stored by one, some in each transaction.

Reading takes processor time and no database; storing is for one writer at a time. So the cores read while one of them
stores, and the disk is waited for once for several articles.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing
from itertools import chain
from threading import Thread

import rules
from rules.errors import CorroboraError
from rules.linking import Read, content_key
from rules.model import Document
from rules.rulebook import Rulebook
from service.runtime import Runtime
from service.store import articles as stored
from service.store.batches import batches
from service.usecases import articles

TOGETHER = 16
"""How many articles are stored in one transaction: others who write wait for about a second."""
AHEAD = 4 * TOGETHER
"""How many articles are read ahead of those that are stored: reading is the faster, and what waits takes memory."""
FEWEST = 8
"""How many articles to read make it worth while to start a process."""
Outcome = Read | CorroboraError | None
"""What an article was read as, or why it could not be; None if it was stored before."""
_rulebook: Rulebook | None = None


def ingest(documents: Iterable[Document], run: Runtime, workers: int | None = None) -> Iterator[bool | CorroboraError]:
    """For each article, in order, whether it was new, or why it cannot be read.

    Whatever was answered for is stored. `workers` is the number of processes that read, by default one for each core.
    """
    with closing(_read_all(_unread(documents, run), run, workers or os.cpu_count() or 1)) as reading:
        for some in batches(reading, TOGETHER):
            new = iter(articles.submit_all([one for one in some if isinstance(one, Read)], run))
            yield from (one if isinstance(one, CorroboraError) else one is not None and next(new) for one in some)


def _unread(documents: Iterable[Document], run: Runtime) -> Iterator[Document | None]:
    """The articles, and None in place of each that is stored already."""
    for some in batches(documents):
        keys = [content_key(document) for document in some]
        with run.database.read() as connection:
            known = stored.known(connection, keys)
        yield from (None if key in known else document for document, key in zip(some, keys, strict=True))


def _read_all(documents: Iterator[Document | None], run: Runtime, most: int) -> Generator[Outcome]:
    """What the articles are read as, by as many processes as are worth while, `most` of them."""
    first = list(_first(documents, FEWEST * most))
    documents, workers = chain(first, documents), sum(one is not None for one in first) // FEWEST
    if workers < 2:
        _use(run.rulebook)
        yield from map(_read, documents)
        return
    run.database.close()  # no connection may be shared with the processes that are forked
    forked = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, forked, _begin, (run.rulebook,)) as pool:
        waiting: deque[Future[Outcome]] = deque()
        for document in documents:
            waiting.append(pool.submit(_read, document))
            if len(waiting) == AHEAD:
                yield waiting.popleft().result()
        yield from (one.result() for one in waiting)


def _first(documents: Iterator[Document | None], many: int) -> Iterator[Document | None]:
    """As many of the articles as have so many to read among them."""
    for document in documents:
        yield document
        many -= document is not None
        if not many:
            return


def _use(rulebook: Rulebook) -> None:
    """Read by this rulebook from now on, in this process."""
    global _rulebook
    _rulebook = rulebook


def _begin(rulebook: Rulebook) -> None:
    """What a process that reads does first. It ends with the one that stores, even if that is killed.

    Ctrl-C at a terminal reaches all of them; only the one that stores answers to it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _use(rulebook)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(document: Document | None) -> Outcome:
    assert _rulebook is not None
    if document is None:
        return None
    try:
        return Read.of(document, rules.read(document, _rulebook))
    except CorroboraError as error:
        return CorroboraError(str(error))  # its kinds cannot be sent from process to process
