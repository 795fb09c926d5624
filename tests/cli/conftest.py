"""The command line, called as the console script calls it."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple

import pytest

from service.cli import main


class Ended(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def corrobora(capsys, monkeypatch):
    """Run a command: `corrobora("score", "-", stdin=b"{}")` gives its status, stdout and stderr."""

    def run(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            main([*map(str, arguments)])
        return Ended(int(ended.value.code or 0), *capsys.readouterr())

    return run
