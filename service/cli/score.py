"""`corrobora score`: one claim or case, assessed here and now, nothing stored."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

import rules
from rules.errors import CaseError, CorroboraError
from rules.model import Case, Report
from service.cli import options
from service.cli.articles import items
from service.errors import ServiceError

FILE, NAME = ".json", 200
"""How the name of a case in a file ends, and how long a name of a file may be."""


@click.command("score", short_help="Score a claim, and show every reason.")
@click.argument("text")
@click.argument("articles", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the assessment as JSON, as POST /v1/score answers it.")
@options.rulebook
def command(text: str, articles: tuple[str, ...], as_json: bool, rulebook: Path | None) -> None:
    """Score a claim, a case in a .json file, or with “-” a JSON case from standard input, and show every reason.
    Articles in files, as corrobora read takes them, are looked through for what they say about it.

    \b
    corrobora score "Rebels claimed they had seized the town."
    corrobora score "Was the harvest in Marrow stolen?" fixtures/articles/*.json
    corrobora score fixtures/cases/data-breach.json
    corrobora score - < fixtures/cases/data-breach.json
    """
    case = _read(text)
    case = msgspec.structs.replace(case, reports=case.reports + tuple(_reports(articles)))
    assessment = rules.assess(case, rules.load_rulebook(rulebook))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(assessment), indent=2))
        return
    from service.cli.show import show

    show(case, assessment)


def _read(text: str) -> Case:
    """The case that the argument means, checked as the server checks it; an error names the file and the field."""
    from service.schemas import decoding
    from service.schemas.limits import Limits
    from service.settings import Settings

    try:
        return decoding.case(_body(text), Limits.of(Settings.load()))
    except (ServiceError, CorroboraError) as error:
        raise click.ClickException(f"{text}: {error}" if text.endswith(FILE) else str(error)) from error


def _reports(files: tuple[str, ...]) -> Iterator[Report]:
    """The articles of files as reports; an error names the file."""
    for item in (item for name in files for item in items(name)):
        try:
            document = item.document(None, None)
        except (ServiceError, CorroboraError) as error:
            words = item.fault and item.name.isalpha()
            hint = "; a claim of several words stands in quotation marks" if words else ""
            raise click.ClickException(f"{item.name}: {error}{hint}") from error
        yield Report(
            text=document.text, publisher=document.publisher, url=document.url, published_at=document.published_at)


def _body(text: str) -> bytes:
    """The JSON of standard input, of a file, or of the claim itself."""
    if text == "-":
        return sys.stdin.buffer.read()
    if not text.endswith(FILE):
        if text and len(text) <= NAME and Path(text).exists():
            raise CaseError("", f"“{text}” is a file or a folder, not a claim; corrobora read takes articles")
        return json.dumps({"text": text}).encode()
    try:
        return Path(text).read_bytes()
    except OSError as error:
        raise CaseError("", (error.strerror or "cannot be read").lower()) from error
