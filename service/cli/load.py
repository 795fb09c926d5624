"""`corrobora load`: stores the cases of files, checked as every request is."""

from __future__ import annotations

from pathlib import Path

import click

from rules.errors import CorroboraError
from rules.model import Case
from service.cli import options
from service.cli.progress import progress
from service.errors import ServiceError
from service.runtime import Runtime


@click.command("load", short_help="Store the cases in JSON files.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@options.database
@options.rulebook
def command(paths: tuple[Path, ...], database: str | None, rulebook: Path | None) -> None:
    """Store the cases in JSON files, or in folders of them; what is stored already is not stored again.

    \b
    corrobora load fixtures/cases
    """
    from service.app import create_app
    from service.settings import Settings
    from service.usecases.loading import load

    run: Runtime = create_app(Settings.load(database=database, rulebook=rulebook)).extensions["corrobora"]
    cases = [_read(path, run) for path in _files(paths)]
    new = sum(load(case, run) for case in progress(cases, "Loading"))
    click.echo(f"{len(cases)} cases: {new} stored now, {len(cases) - new} stored before")


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    if not found:
        raise click.UsageError(f"no .json file in {', '.join(map(str, paths))}")
    return found


def _read(path: Path, run: Runtime) -> Case:
    from service.schemas import decoding

    try:
        return decoding.case(path.read_bytes(), run.limits)
    except (ServiceError, CorroboraError) as error:
        raise click.UsageError(f"{path}: {error}") from error
