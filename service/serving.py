"""The application on granian: everything heavy is loaded once, then the workers are forked and share its memory."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

import rules
from rules.model import Case
from service.runtime import Runtime
from service.settings import Settings, SettingsError

WARM_UP = Case(text="The mayor of Ostwick said that the bridge had reportedly fallen.")
"""Read and scored once before the fork, so that every model is in the memory that the workers share."""
THREADS = 4
GRACE = 8
"""Seconds for requests under way: a container is killed after ten, and the file of the store is made whole last."""
PATIENCE = 30


def serve(settings: Settings, host: str, port: int, workers: int, ready: Callable[[], None]) -> None:
    """Serve until told to stop; SIGTERM and SIGINT let requests under way finish, for at most eight seconds.

    `ready` is called once a worker answers. Raises SettingsError, RulebookError or UnavailableError before that
    when the address, the rulebook or the database cannot be used.
    """
    require_free(host, port)
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the workers are the parallelism
    with TemporaryDirectory(prefix="corrobora-metrics-") as shared:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = shared  # read when the metrics are imported: workers count together
        from service.app import create_app
        from service.web.turns import TURNS

        app = create_app(settings)  # leaves no database connection open that a fork would share
        runtime: Runtime = app.extensions["corrobora"]
        rules.assess(WARM_UP, runtime.rulebooks.base)
        run(app, host, port, workers, ready, runtime.stop, THREADS + settings.event_streams + TURNS)
        runtime.database.fold()


class _Server(MPServer):
    stopping: Callable[[], None]

    def shutdown(self, exit_code: int = 0) -> None:
        """Stop the workers, but tell before, so that none is kept by streams that have no end."""
        self.stopping()
        super().shutdown(exit_code)  # type: ignore[no-untyped-call]


def run(
    app: Any, host: str, port: int, workers: int, ready: Callable[[], None] = lambda: None,
    stopping: Callable[[], None] = lambda: None, threads: int = THREADS,
) -> None:
    """Serve a WSGI application as it is in memory now; a thread is started only when all others are busy."""
    multiprocessing.set_start_method("fork", force=True)
    server = _Server(
        "service.wsgi:app", address=host, port=port, interface=Interfaces.WSGI, workers=workers, websockets=False,
        blocking_threads=threads, respawn_failed_workers=True, workers_kill_timeout=GRACE, log_level=LogLevels.error,
    )
    server.stopping = stopping
    server.on_startup(Thread(target=_when_reachable, args=(host, port, ready), daemon=True).start)
    gc.freeze()  # what is loaded stays out of the collector's way, so that its pages stay shared
    server.serve(target_loader=lambda: app, wrap_loader=False)


def _when_reachable(host: str, port: int, ready: Callable[[], None]) -> None:
    """Call `ready` as soon as a worker accepts connections."""
    for _ in range(PATIENCE * 50):
        time.sleep(0.02)
        with suppress(OSError), socket.create_connection((host, port), timeout=1):
            ready()
            return


def require_free(host: str, port: int) -> None:
    """Refuse an address that another program listens on: granian would share it (SO_REUSEPORT) without a word."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        other = "another program listens there; choose another port"
        problem = other if taken else (error.strerror or str(error)).lower()
        raise SettingsError(f"cannot listen on {host} port {port}: {problem}") from error
