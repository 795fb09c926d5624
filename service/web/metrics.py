"""Prometheus metrics: requests as they are answered, and what is stored as it stands when asked.

Over several worker processes the counts are shared through files where PROMETHEUS_MULTIPROC_DIR names a folder.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Request, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from service.errors import UnavailableError
from service.records.stats import Stats
from service.runtime import Runtime
from service.usecases import stats

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"}
_STARTED = "corrobora.started"
_own = CollectorRegistry()
disable_created_metrics()
REQUESTS = Counter("corrobora_http_requests", "Requests answered", ["method", "route", "status"], registry=_own)
LATENCY = Histogram("corrobora_http_request_seconds", "Time to the first byte of an answer", ["method", "route"],
                    buckets=SECONDS, registry=_own)


def start(environ: WSGIEnvironment) -> None:
    """Note when a request came in."""
    environ[_STARTED] = time.perf_counter()


def count(request: Request, response: Response) -> Response:
    """Count a request that is answered and how long it took."""
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in METHODS else "other"
    requests, latency = _series(method, route, response.status_code)
    requests.inc()
    latency.observe(time.perf_counter() - request.environ[_STARTED])
    return response


@lru_cache(maxsize=1024)
def _series(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    """What counts answers of one kind; looking it up by its labels takes longer than counting."""
    return REQUESTS.labels(method, route, status), LATENCY.labels(method, route)


def exposition(run: Runtime) -> Response:
    """All metrics in Prometheus' text format."""
    counted, stored = _own, CollectorRegistry()
    if Path(os.environ.get("PROMETHEUS_MULTIPROC_DIR") or os.devnull).is_dir():
        counted = CollectorRegistry()
        MultiProcessCollector(counted)
    stored.register(_Stored(run))
    return Response(generate_latest(counted) + generate_latest(stored), content_type=CONTENT_TYPE_LATEST)


class _Stored(Collector):
    """What the database holds; `corrobora_database_up` 0 where it cannot be asked."""

    def __init__(self, run: Runtime) -> None:
        self._run = run

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("corrobora_database_up", "Whether the database can be read")
        try:
            found = stats.overview(1, self._run)
        except UnavailableError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield from (up, *_gauges(found))


def _gauges(found: Stats) -> Iterator[GaugeMetricFamily]:
    for name in found.totals.__struct_fields__:
        yield GaugeMetricFamily(f"corrobora_{name}", f"Stored {name}", value=getattr(found.totals, name))
    by = (("claims_by_status", "status", found.statuses), ("reports_by_class", "class", found.classes))
    for name, label, counts in by:
        family = GaugeMetricFamily(f"corrobora_{name}", f"Stored {name.replace('_', ' ')}", labels=[label])
        for value, count in counts.items():
            family.add_metric([value], count)
        yield family
    if found.mean_score is not None:
        yield GaugeMetricFamily("corrobora_mean_score", "Mean score of all claims", value=found.mean_score)
    info = GaugeMetricFamily("corrobora_rulebook_info", "The rulebook in force", labels=["version", "sha256"])
    info.add_metric([found.rulebook.version, found.rulebook.sha256], 1)
    yield info
