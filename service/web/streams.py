"""Server-sent events, by the WHATWG HTML standard: text that never ends, in pieces that a browser resumes after."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import msgspec

from service.records.claims import StreamedEvent

HEARTBEAT = 15.0
COMMENT = b": nothing new\n\n"
Fetch = Callable[[int], list[StreamedEvent]]


def stream(
    fetch: Fetch, last: int, poll: float, lifetime: float, stopping: Callable[[], bool] = lambda: False
) -> Iterator[bytes]:
    """Events later than number `last` as they come, until `lifetime` seconds are over; the browser then comes again.

    `fetch` gives the next ones after a number; it is asked every `poll` seconds, for any process may have written them.
    A server that is `stopping` waits for no stream.
    """
    ends = time.monotonic() + lifetime
    beat = time.monotonic() + HEARTBEAT
    yield b"retry: 2000\n\n"
    while time.monotonic() < ends and not stopping():
        found = fetch(last)
        if found:
            last = found[-1].id
            yield b"".join(map(_frame, found))
        elif time.monotonic() > beat:
            yield COMMENT
        else:
            time.sleep(poll)
            continue
        beat = time.monotonic() + HEARTBEAT


def _frame(event: StreamedEvent) -> bytes:
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (event.id, event.event.encode(), msgspec.json.encode(event))
