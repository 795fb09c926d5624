"""The application on granian: everything heavy is loaded once, then the workers are forked and share its memory."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import socket
from collections.abc import Callable
from functools import partial
from typing import Any

from granian.constants import Interfaces
from granian.server import Server

from service.settings import Settings, SettingsError

THREADS = 4
GRACE = 20


def serve(settings: Settings, host: str, port: int, workers: int, ready: Callable[[], None]) -> None:
    """Serve until told to stop; SIGTERM and SIGINT let requests under way finish.

    `ready` is called in the parent once the address is bound. Raises SettingsError when the address cannot be used.
    """
    require_free(host, port)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    from service.app import create_app

    app = create_app(settings)
    run(app, host, port, workers, ready)


def run(app: Any, host: str, port: int, workers: int, ready: Callable[[], None] = lambda: None) -> None:
    """Serve a WSGI application that is ready to be forked."""
    multiprocessing.set_start_method("fork", force=True)
    server = Server(
        "service.app:create_app", address=host, port=port, interface=Interfaces.WSGI, workers=workers,
        blocking_threads=THREADS, websockets=False, respawn_failed_workers=True, workers_kill_timeout=GRACE,
        log_level="warning",
    )
    server.on_startup(ready)
    gc.collect()
    gc.freeze()
    server.serve(target_loader=partial(_own, app), wrap_loader=False)


def require_free(host: str, port: int) -> None:
    """Refuse an address that another program listens on: granian would share it (SO_REUSEPORT) without a word."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        problem = "something else is listening there" if taken else (error.strerror or str(error))
        raise SettingsError(f"cannot listen on {host} port {port}: {problem}") from error


def _own(app: Any) -> Any:
    """In the worker: the application as forked, with database connections of its own."""
    return app
