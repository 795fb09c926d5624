"""`corrobora score`: one claim or case, assessed here and now, nothing stored."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
import msgspec

import rules
from rules.model import Case
from service.cli import options


@click.command("score", short_help="Score a claim, and show every reason.")
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Print the assessment as JSON, as POST /v1/score answers it.")
@options.rulebook
def command(text: str, as_json: bool, rulebook: Path | None) -> None:
    """Score a claim, a case in a .json file, or with “-” a JSON case from standard input, and show every reason.

    \b
    corrobora score "Rebels claimed they had seized the town."
    corrobora score fixtures/cases/data-breach.json
    corrobora score - < fixtures/cases/data-breach.json
    """
    case = _read(_body(text))
    assessment = rules.assess(case, rules.load_rulebook(rulebook))
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(assessment), indent=2))
        return
    from service.cli.show import show

    show(case, assessment)


def _body(text: str) -> bytes:
    """The JSON of what the argument means: standard input, a file, or the claim itself."""
    if text == "-":
        return sys.stdin.buffer.read()
    if text.endswith(".json") and Path(text).is_file():
        return Path(text).read_bytes()
    return json.dumps({"text": text}).encode()


def _read(body: bytes) -> Case:
    """The case in `body`, checked as the server checks it; an error names the field."""
    from service.schemas import decoding
    from service.schemas.limits import Limits
    from service.settings import Settings

    return decoding.case(body, Limits.of(Settings.load()))
