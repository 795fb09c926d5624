"""One database by its URL: SQLite in WAL mode by default, PostgreSQL by the same interface.

A write takes the write lock when it begins, so that two writers queue instead of failing half-way, and is on the disk
when it is acknowledged. Whatever goes wrong is rolled back as a whole and becomes one sentence.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError

from service.errors import UnavailableError
from service.settings import SettingsError

SENTENCES = {
    "SQLITE_BUSY": "The database is locked by another program; try again in a moment.",
    "SQLITE_LOCKED": "The database is locked by another program; try again in a moment.",
    "SQLITE_READONLY": "The database is read-only, so nothing can be stored.",
    "SQLITE_FULL": "The disk or the database is full, so nothing more can be stored.",
    "SQLITE_CANTOPEN": "The database file cannot be opened.",
    "SQLITE_CORRUPT": "The database file is damaged.",
    "SQLITE_NOTADB": "The database file is not a database.",
    "SQLITE_IOERR": "The disk failed while the database was used.",
    "25006": "The database is read-only, so nothing can be stored.",
    "53100": "The disk of the database is full, so nothing more can be stored.",
    "55P03": "The database is locked by another program; try again in a moment.",
    "OperationalError": "The database server cannot be reached, or refuses this user.",
}
MIGRATING, CHANGING = 0x0C0220B0, 0x0C0220B1
"""What PostgreSQL calls the locks of those who bring the tables up to date, and of those who change claims."""
MISSING = "The database file is missing."
OTHERWISE = "The database cannot be used right now."


class Database:
    """Connections for reading and for writing; every error is an UnavailableError in one sentence."""

    def __init__(self, url: str, busy_timeout: float = 10.0) -> None:
        self.engine = _engine(url, busy_timeout)
        self._file = _file(self.engine)
        self._identity: int | None = None
        self._writing = self.engine.execution_options(write=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot for reading."""
        with _explained(), self._present().begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is stored when the block ends, or nothing."""
        self._present()
        with _explained(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """As `write`, for what changes claims and tells so: no two at a time, so that events come in order."""
        with self.write() as connection:
            _hold(connection, CHANGING)
            yield connection

    @contextmanager
    def migration(self) -> Iterator[Connection]:
        """As `write`, but for the first time too, when there is no file yet; no two at a time."""
        with _explained(), self._writing.begin() as connection:
            _hold(connection, MIGRATING)
            yield connection

    def create_folder(self) -> None:
        """Make the folder of a database file that is still to be created."""
        if self._file:
            with _explained():
                self._file.parent.mkdir(parents=True, exist_ok=True)

    def require(self) -> None:
        """Raises UnavailableError where there is no database yet."""
        with self.read():
            return

    def close(self) -> None:
        """Give up all connections, as before a fork."""
        self.engine.dispose()

    def fold(self) -> None:
        """Take what SQLite's log holds into the file, as whoever closes it last does, so that a copy of it is whole."""
        if self._file:
            with suppress(UnavailableError):
                self.require()
            self.close()

    def _present(self) -> Engine:
        """The engine, unless its file was taken away under it: writing on would lose what is acknowledged."""
        if self._file:
            try:
                identity = self._file.stat().st_ino
            except OSError:
                raise UnavailableError(MISSING) from None
            if identity != self._identity:
                self.engine.dispose()
                self._identity = identity
        return self.engine


def _engine(url: str, busy_timeout: float) -> Engine:
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


def _file(engine: Engine) -> Path | None:
    name = engine.url.database or ""
    if engine.dialect.name != "sqlite" or name.startswith("file:"):
        return None
    return Path(name).absolute()


def _hold(connection: Connection, lock: int) -> None:
    """Wait until nobody else holds the lock, and hold it until the transaction ends; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock})


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise UnavailableError(_sentence(error.orig)) from error
    except (SQLAlchemyError, OSError) as error:
        raise UnavailableError(OTHERWISE) from error


def _sentence(error: BaseException | None) -> str:
    name = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or type(error).__name__
    return next((words for start, words in SENTENCES.items() if name.startswith(start)), OTHERWISE)
