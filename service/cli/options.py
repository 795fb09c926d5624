"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

database = click.option(
    "--database", metavar="URL", help="SQLAlchemy URL; CORROBORA_DATABASE or sqlite:///var/corrobora.db otherwise."
)
rulebook = click.option(
    "--rulebook", type=FOLDER, envvar="CORROBORA_RULEBOOK", help="A rulebook's folder, instead of the one shipped."
)
