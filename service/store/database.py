"""One database by its URL: SQLite in WAL mode by default, PostgreSQL by the same interface.

A write takes the write lock when it begins, so that two writers queue instead of failing half-way, and is on the disk
when it is acknowledged. Whatever goes wrong is rolled back as a whole and becomes one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection, Engine, text

from service.errors import UnavailableError
from service.store.engines import engine_of, file_of
from service.store.faults import MISSING, explained

MIGRATING, CHANGING = 0x0C0220B0, 0x0C0220B1
"""What PostgreSQL calls the locks of those who bring the tables up to date, and of those who change claims."""


class Database:
    """Connections for reading and for writing; every error is an UnavailableError in one sentence."""

    def __init__(self, url: str, busy_timeout: float = 10.0) -> None:
        self.engine = engine_of(url, busy_timeout)
        self._file = file_of(self.engine)
        self._identity: int | None = None
        self._writing = self.engine.execution_options(write=True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One snapshot for reading."""
        with explained(), self._present().begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is stored when the block ends, or nothing."""
        self._present()
        with explained(), self._writing.begin() as connection:
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
        with explained(), self._writing.begin() as connection:
            _hold(connection, MIGRATING)
            yield connection

    def create_folder(self) -> None:
        """Make the folder of a database file that is still to be created."""
        if self._file:
            with explained():
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


def _hold(connection: Connection, lock: int) -> None:
    """Wait until nobody else holds the lock, and hold it until the transaction ends; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock})
