"""Servers for the speed figures, on free ports: Corrobora as shipped, and a bare Flask view beside it."""

from __future__ import annotations

import compileall
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
BARE = """
from flask import Flask
from service.serving import run
app = Flask("bare")
app.add_url_rule("/readyz", "readyz", lambda: {"ok": True})
app.add_url_rule("/bare", "bare", lambda: {"ok": True}, methods=["POST"])
run(app, "127.0.0.1", %d, %d)
"""


@contextmanager
def corrobora(workers: int, database: str) -> Iterator[tuple[int, float]]:
    """`corrobora serve`, its port and the seconds it took from the command to its first ready answer.

    Its modules are compiled before, as they are in the image and after `make setup`.
    """
    for package in ("rules", "service"):
        compileall.compile_dir(ROOT / package, quiet=1)
    port = _free_port()
    command = [str(Path(sys.executable).with_name("corrobora")), "serve"]
    with _process([*command, "--port", str(port), "--workers", str(workers), "--database", database], port) as seconds:
        yield port, seconds


@contextmanager
def bare_flask(workers: int) -> Iterator[int]:
    """A Flask view that only answers, on the same server: the most that any Flask application could do."""
    port = _free_port()
    with _process([sys.executable, "-c", BARE % (port, workers)], port):
        yield port


@contextmanager
def _process(command: list[str], port: int) -> Iterator[float]:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "OMP_NUM_THREADS": "1"}) as server:
        try:
            _wait_until_ready(server, port)
            yield time.perf_counter() - start
        finally:
            server.terminate()


def _wait_until_ready(server: subprocess.Popen[bytes], port: int, patience: float = 60.0) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).close()
            return
        except OSError:  # nobody listens yet, or answers within a second
            time.sleep(0.02)
    raise RuntimeError("the server did not become ready")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
