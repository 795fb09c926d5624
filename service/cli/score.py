"""`corrobora score`: one claim or case, assessed here and now, nothing stored."""

from __future__ import annotations

import sys
from typing import Any

import click
import msgspec

import rules
from rules.model import Case


@click.command("score")
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print the assessment as JSON, as POST /v1/score answers it.")
def command(text: str, as_json: bool) -> None:
    """Score a claim, or with “-” a JSON case from standard input, and show every reason.

    \b
    corrobora score "Rebels claimed they had seized the town."
    corrobora score - < fixtures/cases/data-breach.json
    """
    case = read_case(sys.stdin.buffer.read()) if text == "-" else Case(text=_checked(text))
    assessment = rules.assess(case, rules.load_rulebook())
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(assessment), indent=2))
        return
    from service.cli.show import show

    show(case, assessment)


def read_case(body: bytes, name: str = "standard input") -> Case:
    """A case from the bytes of its JSON; a `click.UsageError` names the field that is wrong."""
    return decode(body, Case, name)


def decode(body: bytes, kind: type[Any], name: str) -> Any:
    """JSON bytes as a record of `kind`, or a `click.UsageError` that says in one line what is wrong where."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{name} is not a {kind.__name__.lower()} in JSON: {error}") from error


def _checked(text: str) -> str:
    """The argument, refused when its bytes were not UTF-8 (Python passes those on as lone surrogates)."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise click.UsageError("the text is not valid UTF-8") from error
    return text
