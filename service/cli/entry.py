"""The `corrobora` command: its subcommands, and how it ends when something goes wrong."""

from __future__ import annotations

import logging
import os
import sys
from importlib import import_module, metadata

import click

from service import collector
from service.cli.heap import bound_heap
from service.settings import SettingsError, refuse_unknown

COMMANDS = {
    "serve": "service.cli.serve",
    "score": "service.cli.score",
    "read": "service.cli.read",
    "rules": "service.cli.rulebook",
    "load": "service.cli.load",
    "ingest": "service.cli.ingest",
    "show": "service.cli.claim",
    "cases": "service.cli.cases",
}
INTERRUPTED, FAULT = 130, 2
LOG = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _LazyGroup(click.Group):
    """Imports a subcommand when it is asked for, so that `--version` does not wait for the language model."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return import_module(COMMANDS[name]).command if name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; of the commands that are not imported yet, too, it tells the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(metadata.version("corrobora"), prog_name="corrobora", message="%(prog)s %(version)s")
def cli() -> None:
    """Scores how well a claim is supported by what has been reported about it, and gives every reason."""
    refuse_unknown(os.environ)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process: 0 done, 2 with one line on stderr, 130 when interrupted."""
    logging.basicConfig(level=logging.WARNING, format=LOG)  # before a library does so for us, at a level that chatters
    bound_heap()
    collector.hold()
    try:
        status = cli.main(arguments, prog_name="corrobora", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        status = 0
    except click.UsageError as error:
        status = _fault(error.format_message() + (f" See {error.ctx.command_path} --help." if error.ctx else ""))
    except click.ClickException as error:
        status = _fault(error.format_message())
    except (BrokenPipeError, SystemExit):  # of some closed pipes click makes an exit with 1
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except Exception as error:
        if os.environ.get("CORROBORA_TRACEBACK"):
            raise
        status = _fault(str(error) if isinstance(error, _meant_for_people()) else _unforeseen(error))
    sys.exit(status or 0)


def _meant_for_people() -> tuple[type[Exception], ...]:
    """The errors whose text is one sentence for a person; imported only when something went wrong."""
    from rules.errors import CorroboraError
    from service.errors import ServiceError

    return CorroboraError, ServiceError, SettingsError


def _unforeseen(error: Exception) -> str:
    return f"this should not have happened: {type(error).__name__}: {error} (CORROBORA_TRACEBACK=1 shows where)"


def _fault(message: str) -> int:
    click.echo(f"corrobora: {' '.join(message.split())}", err=True)
    return FAULT
