"""`corrobora load`: stores the cases and articles of files, checked as every request is."""

from __future__ import annotations

from pathlib import Path

import click

from rules.errors import CorroboraError
from rules.model import Case, Document
from service.cli import options
from service.cli.progress import progress
from service.cli.text import counted
from service.errors import ServiceError
from service.runtime import Runtime

ARTICLE_ONLY = frozenset(Document.__struct_fields__) - frozenset(Case.__struct_fields__)


@click.command("load", short_help="Store the cases and articles in JSON files.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@options.database
@options.rulebook
def command(paths: tuple[Path, ...], database: str | None, rulebook: Path | None) -> None:
    """Store the cases and articles in JSON files, or in folders of them; what is stored already is not stored again.

    \b
    corrobora load fixtures/cases fixtures/articles
    """

    run = options.opened(database, rulebook)
    items = [_read(path, run) for path in _files(paths)]
    new = sum(_store(item, run) for item in progress(items, "Loading"))
    articles = sum(isinstance(item, Document) for item in items)
    click.echo(f"{counted(len(items) - articles, 'case')} and {counted(articles, 'article')}: "
               f"{new} stored now, {len(items) - new} before")


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    if not found:
        raise click.ClickException(f"no .json file in {', '.join(map(str, paths))}")
    return found


def _read(path: Path, run: Runtime) -> Case | Document:
    """What the file holds, checked as every request is: an article where it has a field that only articles have."""
    from service.schemas import article, decoding

    body = path.read_bytes()
    try:
        if ARTICLE_ONLY.intersection(decoding.parse(body)):
            return article.document(body, run.limits.text)
        return decoding.case(body, run.limits)
    except (ServiceError, CorroboraError) as error:
        raise click.ClickException(f"{path}: {error}") from error


def _store(item: Case | Document, run: Runtime) -> bool:
    """Whether it was new."""
    from service.usecases import articles, loading

    return articles.submit(item, run)[1] if isinstance(item, Document) else loading.load(item, run)
