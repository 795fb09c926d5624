"""How a database is reached by its URL: a SQLite file that is written through a log, or PostgreSQL."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from service.settings import SettingsError


def engine_of(url: str, busy_timeout: float) -> Engine:
    """The engine of a URL; a writer waits `busy_timeout` seconds for another.

    Raises SettingsError for a URL of anything else.
    """
    try:
        parsed = make_url(url)
        if parsed.drivername in ("postgresql", "postgres"):
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() == "sqlite":
            if parsed.database in (None, "", ":memory:"):
                raise ValueError("only a file outlives the connection")
            return _sqlite(parsed, busy_timeout)
        options = f"-c lock_timeout={int(busy_timeout * 1000)}"
        return create_engine(parsed, pool_pre_ping=True, connect_args={"connect_timeout": 10, "options": options})
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        raise SettingsError("The database must be sqlite:///FILE or postgresql://USER@HOST:PORT/NAME.") from error


def _sqlite(url: Any, busy_timeout: float) -> Engine:
    # The connection used last is taken first: each keeps pages of its own in memory.
    engine = create_engine(url, pool_use_lifo=True, connect_args={"timeout": busy_timeout})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say so, not where the driver guesses
        _use_log(connection, busy_timeout)
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "cache_size = -16000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _use_log(connection: sqlite3.Connection, patience: float) -> None:
    """Write ahead, in a log: of several who open a new file at once SQLite gives it to one; the others ask again."""
    ends = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > ends:
                raise
            time.sleep(0.01)


def file_of(engine: Engine) -> Path | None:
    """The file that a database is, None where it is none of this machine."""
    name = engine.url.database or ""
    if engine.dialect.name != "sqlite" or name.startswith("file:"):
        return None
    return Path(name).absolute()
