"""What happened, for those who watch."""

from __future__ import annotations

from service.records import raw
from service.records.claims import StreamedEvent
from service.runtime import Runtime
from service.store import events

AT_ONCE = 100


def after(number: int, run: Runtime) -> list[StreamedEvent]:
    """The next events later than the one numbered `number`."""
    with run.database.read() as connection:
        rows = events.after(connection, number, AT_ONCE)
    return [StreamedEvent(id=r.number, event=r.kind, claim=raw(r.data), created_at=r.created_at) for r in rows]


def newest(run: Runtime) -> int:
    """The number of the newest event, 0 if there is none."""
    with run.database.read() as connection:
        return events.last(connection)
