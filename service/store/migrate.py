"""Bring a database up to the tables of this release, safely when several workers start at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from service.errors import UnavailableError
from service.store.database import Database

FOLDER = Path(__file__).resolve().parent.parent / "migrations"
NEWER = "The database is of a newer release, which this one cannot use."


def migrate(database: Database) -> None:
    """Apply what is missing in one transaction; whoever comes second waits and then finds nothing to do."""
    database.create_folder()
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with database.migration() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise UnavailableError(NEWER) from error
    database.close()
