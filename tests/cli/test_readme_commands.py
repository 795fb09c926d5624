"""The commands that the README shows, in its order, over what `make run` has loaded."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = re.findall(r"^\.venv/bin/corrobora (.+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)


def test_each_ends_well(corrobora, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CORROBORA_DATABASE", f"sqlite:///{tmp_path}/claims.db")
    assert corrobora("load", "fixtures/cases", "fixtures/articles").status == 0
    for command in COMMANDS:
        words = [name for word in shlex.split(command) for name in (sorted(ROOT.glob(word)) if "*" in word else [word])]
        ended = corrobora(*words)
        assert (ended.status, ended.err) == (0, ""), command
        assert ended.out
    assert len(COMMANDS) > 5
