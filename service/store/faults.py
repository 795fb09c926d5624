"""What goes wrong with a database, told in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from service.errors import UnavailableError

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
MISSING = "The database file is missing."
OTHERWISE = "The database cannot be used right now."


@contextmanager
def explained() -> Iterator[None]:
    """Turn whatever a database raises into an UnavailableError, but for what breaks its constraints."""
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
