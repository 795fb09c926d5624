"""Options that several commands share, and what they open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from service.runtime import Runtime

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


class WholeNumber(click.IntRange):
    """A whole number within bounds, called so in messages and in help."""

    name = "whole number"


def _checked(_: click.Context, option: click.Parameter, value: str | None) -> Any:
    """The option as the field of its name in an article, checked as a request is; a day means its first moment."""
    from marshmallow import ValidationError

    from service.schemas.article import ARTICLE

    if option.name == "published_at" and value and len(value) == len("2024-03-12"):
        value += "T00:00:00Z"
    try:
        return value and ARTICLE.fields[option.name].deserialize(value)
    except ValidationError as error:
        day = ", or a day such as 2024-03-12." if option.name == "published_at" else ""
        raise click.BadParameter("; ".join(error.messages) + day) from None


def opened(database: str | None, rulebook: Path | None, create: bool = True) -> Runtime:
    """The store and the rulebook that the options name; raises RulebookError, SettingsError or UnavailableError.

    Without `create` a store that is not there is refused, so that asking in the wrong folder leaves nothing behind.
    """
    from sqlalchemy import make_url

    from service.errors import UnavailableError
    from service.runtime import Runtime
    from service.settings import Settings
    from service.store.faults import MISSING

    settings = Settings.load(database=database, rulebook=rulebook)
    try:
        return Runtime.start(settings, create)
    except UnavailableError as error:
        hint = " `corrobora ingest` and `corrobora load` create it" if error.detail == MISSING else ""
        raise click.ClickException(f"{make_url(settings.database).render_as_string()}: {error}{hint}") from error


database = click.option(
    "--database", metavar="URL", help="SQLAlchemy URL; CORROBORA_DATABASE or sqlite:///var/corrobora.db otherwise."
)
rulebook = click.option(
    "--rulebook", type=FOLDER, envvar="CORROBORA_RULEBOOK", help="A rulebook's folder, instead of the one shipped."
)
publisher = click.option(
    "--publisher", callback=_checked, help="Name or domain of the outlet, where a file does not give it."
)
published_at = click.option(
    "--published-at", callback=_checked, metavar="DATE",
    help="Day or RFC 3339 moment of publication, where a file does not give it.",
)
