"""What the commands share: their arguments, JSON lines read with a clear error, and the figures printed last."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NoReturn


def command_line(description: str | None) -> argparse.ArgumentParser:
    """What reads a command's arguments; its help is the docstring of its module."""
    return argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)


def read_jsonl(path: str | Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file; one line on stderr and exit status 2 when it is missing or malformed."""
    try:
        lines = Path(path).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        give_up(f"cannot read {path}: {getattr(error, 'strerror', None) or error}")
    return [_row(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def print_figures(**figures: float | int | str | None) -> None:
    """One JSON line, floats to four digits, for programs to read."""
    print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}), flush=True)


def give_up(problem: str) -> NoReturn:
    """End the command with one line on stderr and exit status 2."""
    print(f"bench: {problem}", file=sys.stderr)
    sys.exit(2)


def _row(path: str | Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        give_up(f"{path}:{number}: not JSON: {error}")
    if not isinstance(row, dict):
        give_up(f"{path}:{number}: not a JSON object")
    return row
