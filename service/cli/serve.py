"""`corrobora serve`: the HTTP server."""

from __future__ import annotations

from pathlib import Path

import click

from service.cli import options

EXAMPLE = '{"text": "The Freedom of Russia Legion claimed on Telegram that it had seized Kozinka."}'
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}
"""Where to call a server that listens on all addresses of its machine."""


@click.command("serve", short_help="Serve the HTTP interface.")
@click.option("--host", default="127.0.0.1", show_default=True, envvar="CORROBORA_HOST", show_envvar=True,
              help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=options.WholeNumber(1, 65535), help="Port to listen on.")
@click.option("--workers", default=1, show_default=True, envvar="CORROBORA_WORKERS", show_envvar=True,
              type=options.WholeNumber(1, 64), help="Processes that answer.")
@options.database
@options.rulebook
def command(host: str, port: int, workers: int, database: str | None, rulebook: Path | None) -> None:
    """Serve the HTTP interface until interrupted; requests under way are finished first."""
    from service.serving import serve
    from service.settings import Settings

    serve(Settings.load(database=database, rulebook=rulebook), host, port, workers, lambda: _greet(host, port))


def _greet(host: str, port: int) -> None:
    host = EVERY_ADDRESS.get(host, host)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    click.echo(f"Corrobora listens on {address} (documentation: {address}/docs, stop: Ctrl-C). Try:\n")
    click.echo(f"  curl -s {address}/v1/score -H 'Content-Type: application/json' -d '{EXAMPLE}'\n")
