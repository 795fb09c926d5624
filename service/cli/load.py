"""`corrobora load`: stores cases from files through the same door as everybody else's requests."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import click

from service.cli.options import database
from service.cli.progress import progress
from service.cli.score import read_case


@click.command("load")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@database
def command(paths: tuple[Path, ...], database: str | None) -> None:
    """Store the cases in JSON files, or in folders of them; a file that is already stored is not stored again.

    \b
    corrobora load fixtures/cases
    """
    bodies = [(path, path.read_bytes()) for path in _files(paths)]
    for path, body in bodies:
        read_case(body, str(path))
    from service.app import create_app
    from service.settings import Settings

    client = create_app(Settings.load(database=database)).test_client()
    new = sum(_store(client, path, body) for path, body in progress(bodies, "Loading"))
    click.echo(f"{len(bodies)} cases: {new} stored, {len(bodies) - new} stored before")


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    if not found:
        raise click.UsageError(f"no .json file in {', '.join(map(str, paths))}")
    return found


def _store(client: Any, path: Path, body: bytes) -> bool:
    """Whether the case was new: the digest of the file is its idempotency key."""
    headers = {"Idempotency-Key": hashlib.sha256(body).hexdigest(), "Content-Type": "application/json"}
    answer = client.post("/v1/claims", data=body, headers=headers)
    if answer.status_code not in (200, 201):
        raise click.UsageError(f"{path}: {answer.get_json(force=True).get('detail', answer.status)}")
    return "Idempotent-Replayed" not in answer.headers
