"""Texts with the checks that a careful reader finds in them, and which report of a reading tells of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from rules.model import Extent, ReadReport, Span

TEXTS = Path(__file__).parent / "checked_texts.yaml"
SHORT = "short"
"""The author of the short ones, which are learnt from and not asked about."""
Text = dict[str, Any]


def checked_texts(path: Path = TEXTS) -> list[Text]:
    """The texts of a file, each with `text`, `publisher`, `checks` and, if none is given, the file as `author`."""
    return [{"author": path.stem, **text, "checks": text.get("checks") or []}
            for text in yaml.safe_load(path.read_text("utf-8"))]


def meets(start: int, words: str, part: Extent | Span) -> bool:
    """Whether words that begin at `start` share a character with a part of the text."""
    return min(part.end, start + len(words)) > max(part.start, start)


def reported_at(start: int, words: str, reports: Sequence[ReadReport]) -> int | None:
    """The report that tells of a check in these words, else the first of their sentence."""
    there = [n for n, r in enumerate(reports) if meets(start, words, r.sentence)]
    return next((n for n in there if reports[n].verification), next(iter(there), None))
