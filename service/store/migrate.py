"""Bring a database up to the tables of this release, safely when several workers start at once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from service.errors import UnavailableError
from service.store.database import Database

FOLDER = Path(__file__).resolve().parent.parent / "migrations"
LATEST = max(path.name for path in FOLDER.glob("versions/*.py")).partition("_")[0]
NEWER = "The database is of a newer release, which this one cannot use."


def migrate(database: Database) -> None:
    """Apply what is missing in one transaction; whoever comes second waits and then finds nothing to do."""
    database.create_folder()
    with database.migration() as connection:
        if _versions(connection) != [LATEST]:
            _upgrade(connection)
    database.close()


def _versions(connection: Connection) -> list[str]:
    """Which tables a database has, as migrations note it there."""
    if not inspect(connection).has_table("alembic_version"):
        return []
    return list(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())


def _upgrade(connection: Connection) -> None:
    from alembic import command  # a tenth of a start, and seldom needed
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise UnavailableError(NEWER) from error
