"""Turns for what a slow client can draw out: a body that drips in, a batch, an export that nobody reads.

The server knows no time limit for these (granian has one for headers alone), and each keeps a thread for as long as its
client likes. So only so many take place at once in a worker, with threads of their own, and all else is still answered.
"""

from __future__ import annotations

import time
from queue import Empty, SimpleQueue
from weakref import finalize

from flask import Response

from service.errors import UnavailableError

TURNS, PATIENCE = 24, 1.0
"""How many take place at once, and the seconds after which a turn has been drawn out."""
_free: SimpleQueue[object] = SimpleQueue()
_began: dict[object, float] = {}
for _ in range(TURNS):
    _free.put(object())


class Turn:
    """Take place inside; raises UnavailableError where every turn is drawn out."""

    def __enter__(self) -> None:
        self._taken = _take()

    def __exit__(self, *_: object) -> None:
        _give_back(self._taken)


def until_sent(response: Response) -> Response:
    """The response, with a turn of its own until all of it is sent; raises UnavailableError as `Turn` does."""
    taken = _take()
    response.call_on_close(finalize(response, _give_back, taken))  # a server may drop it unclosed
    return response


def _take() -> object:
    """A turn, as soon as one is free; where many are merely busy, however long that takes."""
    while True:
        try:
            taken = _free.get(timeout=PATIENCE)
        except Empty:
            latest = time.monotonic() - PATIENCE
            if all(began < latest for began in tuple(_began.values())):
                raise UnavailableError("As many slow clients as this server bears are busy; try again later.") from None
        else:
            _began[taken] = time.monotonic()
            return taken


def _give_back(taken: object) -> None:
    del _began[taken]
    _free.put(taken)
