"""What the commands share: their arguments, JSON lines read with a clear error, and the figures printed last."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn


def command_line(description: str | None) -> argparse.ArgumentParser:
    """What reads a command's arguments; its help is the docstring of its module."""
    return argparse.ArgumentParser(prog=f"python -m bench.{Path(sys.argv[0]).stem}", description=description,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)


def read_jsonl(path: str | Path, *fields: str) -> list[dict[str, Any]]:
    """The objects of a JSON lines file, each with these fields.

    One line on stderr and exit status 2 where it is missing, empty, malformed or of another format.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        give_up(f"cannot read {path}: {getattr(error, 'strerror', None) or error}")
    rows = [_row(path, number, line, fields) for number, line in enumerate(lines, 1) if line.strip()]
    return rows or give_up(f"{path} is empty")


def print_figures(**figures: float | int | str | None) -> None:
    """One JSON line, floats to four digits, for programs to read."""
    print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}), flush=True)


def give_up(problem: str) -> NoReturn:
    """End the command with one line on stderr and exit status 2."""
    print(f"bench: {problem}", file=sys.stderr)
    sys.exit(2)


def _row(path: str | Path, number: int, line: str, fields: Sequence[str]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        give_up(f"{path}:{number}: not JSON: {error}")
    if not isinstance(row, dict):
        give_up(f"{path}:{number}: not a JSON object")
    if missing := [field for field in fields if field not in row]:
        give_up(f"{path}:{number}: no “{missing[0]}”; this command takes another format")
    return row
