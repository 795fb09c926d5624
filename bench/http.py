"""The dashboard with 100,000 claims stored: the first page, every filter, a claim's page, on the server.

`python -m bench.http [CLAIMS]`; medians in milliseconds over a temporary SQLite file, without the network between.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable

from flask.testing import FlaskClient

from bench._claims import fill
from bench._data import command_line, print_figures
from service.app import create_app
from service.runtime import Runtime
from service.settings import Settings

CLAIMS, ROUNDS = 100_000, 9
FILTERS = (
    "q=bala", "q=district+4", "q=the", "q=reportedly+fell", "q=nothing+such", "status=contested", "status=confirmed",
    "status=single_source&status=unverified", "class=ngo", "class=independent_verification",
    "publisher=outlet-7.example", "publisher=nobody.example", "factor=hedging", "score_min=0.8", "score_max=0.2",
    "score_min=0.5&score_max=0.51", "event_place=Bala", "event_place=Nowhere", "event_date=2020-01-01",
    "since={recent}", "until={old}", "sort=score", "sort=-score", "sort=-confidence", "sort=-created",
    "sort=-event_date", "q=bala&status=contested&class=media&sort=-score", "class=party&sort=score",
    "status=contested&score_min=0.1&event_place=Bala",
)


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(database=f"sqlite:///{folder}/http.db"))
        run: Runtime = app.extensions["corrobora"]
        seconds = _timed(lambda: fill(run.database, run.rulebook, count))
        print(f"{count:,} claims stored in {seconds:.0f} s")
        _measure(app.test_client(), count)


def _measure(client: FlaskClient, count: int) -> None:
    first = _median(client, "/")
    listed = client.get("/v1/claims?limit=1").get_json()["items"][0]
    days = {"recent": listed["updated_at"][:10], "old": listed["updated_at"][:8] + "01"}
    filters = {wanted: _median(client, f"/?{wanted.format(**days)}", {"HX-Request": "true"}) for wanted in FILTERS}
    for wanted, milliseconds in sorted(filters.items(), key=lambda item: -item[1]):
        print(f"{milliseconds:8.1f} ms  {wanted}")
    like = _median(client, "/v1/claims?like=Have+they+really+shelled+Lundbay+again,+as+the+harbour+police+say?")
    claim, stats = _median(client, f"/claims/{listed['id']}"), _median(client, "/v1/stats")
    desk = _median(client, "/desk")
    charts = _median(client, "/distributions", {"HX-Request": "true"})
    print(f"{first:8.1f} ms  the first page\n{claim:8.1f} ms  a claim's page\n{stats:8.1f} ms  /v1/stats")
    slowest = max(filters, key=lambda wanted: filters[wanted])
    print_figures(claims=count, first_page_ms=first, slowest_filter_ms=filters[slowest], slowest_filter=slowest,
                  median_filter_ms=statistics.median(filters.values()), claim_page_ms=claim, desk_ms=desk,
                  charts_ms=charts, stats_ms=stats, like_ms=like)


def _median(client: FlaskClient, path: str, headers: dict[str, str] | None = None) -> float:
    """Median milliseconds of a GET that must succeed."""
    times = [_timed(lambda: _get(client, path, headers)) for _ in range(ROUNDS)]
    return statistics.median(times) * 1e3


def _get(client: FlaskClient, path: str, headers: dict[str, str] | None) -> None:
    status = client.get(path, headers=headers).status_code
    if status != 200:
        raise RuntimeError(f"{path} answered {status}")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("count", metavar="claims", nargs="?", type=int, default=CLAIMS)
    main(**vars(options.parse_args()))
