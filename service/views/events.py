"""Server-sent events."""

from __future__ import annotations

from functools import partial

from apiflask import APIBlueprint
from flask import Response, request

from service.errors import FieldProblem, InvalidError, UnavailableError
from service.records.claims import StreamedEvent
from service.runtime import runtime
from service.usecases import events
from service.web.describe import either, header_parameter, operation
from service.web.streams import stream

bp = APIBlueprint("events", __name__, url_prefix="/v1", tag={
    "name": "events", "description": "New and changed assessments as they come"})
MEDIA = "text/event-stream"
FRAMES = {"type": "string", "x-data": either(StreamedEvent)}
LAST = header_parameter("Last-Event-ID", "Resume after this event; 0 gives all that are kept, none only new ones",
                        pattern="^[0-9]{1,18}$")


@bp.get("/events")
@operation("streamEvents", gives=FRAMES, media=MEDIA, says="Events, each with a StreamedEvent as JSON in `data`",
           problems=(422, 503), parameters=[LAST])
def streamed() -> Response:
    """Watch claims being created, scored again, reviewed and deleted

    Server-sent events. After some minutes the stream ends; browsers then come again by themselves, where they were.
    """
    if request.args:
        raise InvalidError([FieldProblem(name, "is not a known field: a stream has all") for name in request.args])
    run = runtime()
    last = _last()
    last = events.newest(run) if last is None else last
    if not run.streams.acquire(blocking=False):
        raise UnavailableError("As many streams are open as this server carries; try again later.")
    settings = run.settings
    body = stream(partial(events.after, run=run), last, settings.event_poll, settings.event_lifetime,
                  lambda: run.stopping)
    response = Response(body, mimetype=MEDIA, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    response.call_on_close(run.streams.release)
    return response


def _last() -> int | None:
    given = request.headers.get("Last-Event-ID", "")
    if given and not (given.isascii() and given.isdigit() and len(given) <= 18):
        raise InvalidError([FieldProblem("Last-Event-ID", "must be the id of an event, a whole number")])
    return int(given) if given else None
