"""Options that several commands share."""

from __future__ import annotations

import click

database = click.option(
    "--database", metavar="URL", help="SQLAlchemy URL; CORROBORA_DATABASE or sqlite:///var/corrobora.db otherwise."
)
