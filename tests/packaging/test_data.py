"""The word lists of the rulebook as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from rules.rulebook.files import DATA

PATHS = sorted(DATA.rglob("*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(DATA).as_posix())
def test_no_list_has_a_word_twice(path):
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert [words for found in _lists(data) if (words := [w for w, count in Counter(found).items() if count > 1])] == []


def _lists(data: Any) -> Iterator[list[str]]:
    if isinstance(data, list):
        yield [item for item in data if isinstance(item, str)]
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _lists(inner)
