"""The server as people run it: killed in the middle of its writes, asked too much, counting over its workers."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.service.conftest import DENIAL, MakeApp, claim

pytestmark = pytest.mark.slow
ENOUGH = 40
START = "from service.cli import main; main()"


@contextmanager
def serving(file: Path, workers: int) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A real server with worker processes, as a process group of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", START, "serve", "--port", str(port), "--workers", str(workers),
               "--database", f"sqlite:///{file}"]
    environ = {**os.environ, "TMPDIR": str(file.parent)}  # what a killed server leaves goes with the test's folder
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True, env=environ)
    try:
        until(lambda: send(port, "GET", "/readyz")[0] == 200)
        yield port, server
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def until(holds: Any, seconds: float = 60) -> None:
    """Wait until something holds, trying again and again."""
    ends, pause = time.monotonic() + seconds, Event()
    while time.monotonic() < ends:
        with suppress(OSError):
            if holds():
                return
        pause.wait(0.02)
    raise AssertionError("it never came to hold")


def send(port: int, method: str, path: str, body: Any = None) -> tuple[int, dict[str, Any]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, json.dumps(body), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def write_until_it_dies(port: int, number: int, acknowledged: list[tuple[str, int]]) -> None:
    """Store claims and add a report to each, keeping what was acknowledged: id and number of reports."""
    try:
        for i in range(10_000):
            status, stored = send(port, "POST", "/v1/claims", claim(f"Dam {number}-{i} broke."))
            assert status == 201
            acknowledged.append((stored["id"], 1))
            status, _ = send(port, "POST", f"/v1/claims/{stored['id']}/reports", {"reports": [DENIAL]})
            assert status == 201
            acknowledged.append((stored["id"], 2))
    except (OSError, http.client.HTTPException, ValueError):
        return


def test_a_kill_loses_nothing_acknowledged_and_leaves_no_halves(tmp_path: Path, make_app: MakeApp) -> None:
    file = tmp_path / "claims.db"
    acknowledged: list[tuple[str, int]] = []
    with serving(file, workers=2) as (port, server), ThreadPoolExecutor(4) as pool:
        for number in range(4):
            pool.submit(write_until_it_dies, port, number, acknowledged)
        until(lambda: len(acknowledged) >= ENOUGH)
        os.killpg(server.pid, signal.SIGKILL)
    client = make_app().test_client()
    for claim_id, reports in acknowledged:
        found = client.get(f"/v1/claims/{claim_id}").get_json()
        assert len(found["reports"]) >= reports
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        whole = """SELECT count(*) FROM claims c WHERE report_count
                   = (SELECT count(*) FROM reports WHERE claim = c.number)
                   AND report_count = (SELECT count(*) FROM assessments WHERE claim = c.number)
                   AND report_count = (SELECT count(*) FROM events WHERE claim_id = c.id)
                   AND number IN (SELECT rowid FROM claim_search)"""
        stored = connection.execute("SELECT count(*) FROM claims").fetchone()
        assert connection.execute(whole).fetchone() == stored
    assert stored[0] >= len({claim_id for claim_id, _ in acknowledged})


def test_a_killed_server_starts_again_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "claims.db"
    with serving(file, workers=1) as (port, _):
        status, stored = send(port, "POST", "/v1/claims", claim("The dam broke."))
        assert status == 201
    with serving(file, workers=1) as (port, _):
        assert send(port, "GET", f"/v1/claims/{stored['id']}") == (200, stored)


def test_a_server_that_is_told_to_stop_leaves_all_of_it_in_the_file(tmp_path: Path) -> None:
    file, copy = tmp_path / "claims.db", tmp_path / "copy.db"
    with serving(file, workers=2) as (port, server):
        assert send(port, "POST", "/v1/claims", claim("The dam broke."))[0] == 201
        server.terminate()
        assert server.wait(timeout=30) == 0
    copy.write_bytes(file.read_bytes())
    with sqlite3.connect(copy) as connection:
        assert connection.execute("SELECT text FROM claims").fetchall() == [("The dam broke.",)]


def test_a_server_that_is_told_to_stop_ends_its_streams_and_waits_for_none(tmp_path: Path) -> None:
    with serving(tmp_path / "claims.db", workers=1) as (port, server):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("GET", "/v1/events")
        stream = connection.getresponse()
        assert stream.readline() == b"retry: 2000\n"
        server.terminate()
        assert stream.read() == b"\n"  # to its proper end, which a worker that is killed never sends
        assert server.wait(timeout=60) == 0


def test_slow_clients_cost_others_their_bodies_at_most(tmp_path: Path) -> None:
    head = b"POST /v1/score HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
    with serving(tmp_path / "claims.db", workers=1) as (port, _), ExitStack() as open_:
        for _ in range(100):
            open_.enter_context(socket.create_connection(("127.0.0.1", port))).sendall(head)
        until(lambda: send(port, "POST", "/v1/score", claim("The dam broke."))[0] == 503)
        assert send(port, "GET", "/readyz")[0] == 200
        open_.close()
        until(lambda: send(port, "POST", "/v1/score", claim("The dam broke."))[0] == 200)


def test_workers_count_their_requests_together(tmp_path: Path) -> None:
    with serving(tmp_path / "claims.db", workers=2) as (port, _):
        for _ in range(12):
            assert send(port, "GET", "/healthz")[0] == 200
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/metrics")
        counted = connection.getresponse().read().decode()
    assert 'corrobora_http_requests_total{method="GET",route="/healthz",status="200"} 12.0' in counted


def test_a_client_that_sends_all_before_it_reads_gets_its_answer(tmp_path: Path) -> None:
    row = json.dumps(claim("The dam broke.")).encode() + b"\n"
    with serving(tmp_path / "claims.db", workers=1) as (port, _):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST", "/v1/score", b"x" * 10_000_000, {"Content-Type": "application/json"})
        refused = connection.getresponse()
        assert (refused.status, json.loads(refused.read())["status"]) == (413, 413)
        connection.request("POST", "/v1/score/batch", row * 4_000, {"Content-Type": "application/x-ndjson"})
        answer = connection.getresponse().read()
    assert len(answer) > 4_000_000
    assert answer.count(b"\n") == 4_000
