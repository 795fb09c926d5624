"""Speed: cases of 1 to 1,000 reports in the core, new and known; the server beside a bare view; start-up; reading.

`python -m bench.speed`, about a minute. Bare and scored requests alternate, so that a noisy machine spoils both alike.
"""

from __future__ import annotations

import http.client
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import msgspec

import rules
from bench import reading_speed
from bench._data import command_line, print_figures
from bench._load import requests_per_second
from bench._server import bare_flask, corrobora
from rules.model import Case

ROUNDS, SECONDS = 5, 1.0
WORKERS, BATCH_WORKERS, BATCH_LINES = 1, 2, 5_000
STANCES = ("supports", "supports", "denies", "updates", "cannot_verify")
CLASSES = ("party", "official", "media", "witness", "ngo")


def structured_case(reports: int, run: int = 0) -> dict:
    """A case that says source, class and stance of each report; only hedges are left to be found in its texts.

    Every run has another claim and other texts.
    """
    town = "Bala" + "".join("abcdefghij"[int(digit)] for digit in str(run) if run)
    return {
        "text": f"The Northern Brigade has taken the town of {town}.",
        "event": {"date": "2025-06-03", "place": "Bala"},
        "reports": [
            {
                "text": f"The brigade reportedly holds district {n} of the town, source {run}-{n} claimed.",
                "publisher": f"outlet-{n}.example",
                "published_at": "2025-06-03T10:00:00Z",
                "source": {"name": f"Source {n}", "class": CLASSES[n % len(CLASSES)], "interest": "neutral"},
                "stance": STANCES[n % len(STANCES)],
            }
            for n in range(reports)
        ],
    }


def core_microseconds(reports: int, rulebook: rules.Rulebook) -> float:
    """Median processor time of `rules.assess` in microseconds: the best of five medians.

    The core waits for nothing, so that this is its time on a machine with nothing else to do. No text comes twice, so
    that nothing is remembered.
    """
    rounds, runs = 5, max(3, 500 // reports)
    cases = [msgspec.convert(structured_case(reports, run), Case) for run in range(rounds * runs)]
    rules.assess(cases[0], rulebook)
    times = [_processor_time(case, rulebook) for case in cases]
    return min(statistics.median(times[n * runs : (n + 1) * runs]) for n in range(rounds)) * 1e6


def joining_microseconds(reports: int, rulebook: rules.Rulebook) -> float:
    """Processor time of scoring once more a case whose texts were read, in microseconds: the best of nine.

    That is what each report costs which joins a stored claim, but for reading its own text. Nothing is given but texts.
    """
    case = msgspec.convert(structured_case(reports), Case)
    plain = tuple(msgspec.structs.replace(report, source=None, stance=None) for report in case.reports)
    case = msgspec.structs.replace(case, reports=plain)
    rules.assess(case, rulebook)
    return min(_processor_time(case, rulebook) for _ in range(9)) * 1e6


def http_rates() -> tuple[float, float, float, float]:
    """Medians of requests per second, scored and bare, of their ratio, and the start-up seconds of the product."""
    body = msgspec.json.encode(structured_case(3))
    with (
        tempfile.TemporaryDirectory() as folder,
        corrobora(WORKERS, _database(folder)) as (port, seconds),
        bare_flask(WORKERS) as bare_port,
    ):
        pairs = [_pair(port, bare_port, body) for _ in range(ROUNDS)]
    scored, bare = (statistics.median(rates) for rates in zip(*pairs, strict=True))
    return scored, bare, statistics.median(s / b for s, b in pairs), seconds


def batch_rate() -> float:
    """Claims per second of `/v1/score/batch` with two workers, two streams of short structured claims at once."""
    lines = b"\n".join([msgspec.json.encode(structured_case(1))] * BATCH_LINES)
    with (
        tempfile.TemporaryDirectory() as folder,
        corrobora(BATCH_WORKERS, _database(folder)) as (port, _),
        ProcessPoolExecutor(BATCH_WORKERS, mp_context=get_context("spawn")) as streams,
    ):
        ports = [port] * BATCH_WORKERS
        list(streams.map(_stream, ports, [lines.split(b"\n", 1)[0]] * BATCH_WORKERS))
        seconds = _timed(lambda: list(streams.map(_stream, ports, [lines] * BATCH_WORKERS)))
    return BATCH_WORKERS * BATCH_LINES / seconds


def main() -> None:
    rulebook = rules.load_rulebook()
    core = {n: core_microseconds(n, rulebook) for n in (1, 10, 100, 1000)}
    for n, microseconds in core.items():
        print(f"core, {n:>5,} reports: {microseconds:>10,.0f} µs")
    joining = {n: joining_microseconds(n, rulebook) for n in (60, 600)}
    for n, microseconds in joining.items():
        print(f"one more for a claim of {n:>3} reports: {microseconds:>10,.0f} µs")
    scored, bare, ratio, startup = http_rates()
    print(f"/v1/score, three reports: {scored:,.0f} a second, bare Flask view {bare:,.0f}: {ratio:.2f}")
    batch = batch_rate()
    print(f"/v1/score/batch, {BATCH_WORKERS} workers: {batch:,.0f} claims a second; ready after {startup:.2f} s")
    reading = reading_speed.figures(reading_speed.fixture_texts())
    print_figures(
        **{f"core_{n}_us": microseconds for n, microseconds in core.items()},
        **{f"joining_{n}_us": microseconds for n, microseconds in joining.items()},
        growth_10_to_1000=core[1000] / core[10] / 100, score_per_second=scored, bare_per_second=bare,
        ratio=ratio, batch_claims_per_second=batch, startup_seconds=startup, **reading,
    )


def _pair(port: int, bare_port: int, body: bytes) -> tuple[float, float]:
    rates = (requests_per_second(p, path, body, SECONDS) for p, path in ((port, "/v1/score"), (bare_port, "/bare")))
    scored, bare = rates
    return scored, bare


def _stream(port: int, lines: bytes) -> None:
    """Send one batch and read every row of its answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/v1/score/batch", lines, {"Content-Type": "application/x-ndjson"})
    answer = connection.getresponse()
    rows = answer.read().split(b"\n")
    if answer.status != 200 or not rows[0].startswith(b"{") or b'"score"' not in rows[0]:
        raise RuntimeError(f"the server answered {answer.status} {rows[0][:500]!r}")
    connection.close()


def _processor_time(case: Case, rulebook: rules.Rulebook) -> float:
    start = time.process_time()
    rules.assess(case, rulebook)
    return time.process_time() - start


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _database(folder: str) -> str:
    return f"sqlite:///{folder}/speed.db"


if __name__ == "__main__":
    command_line(__doc__).parse_args()
    main()
