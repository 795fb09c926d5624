"""Nothing in the project repeats sentences of the articles and corpora beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT.parent / "shared" / "tools" / "borrowed_text.py"


@pytest.mark.data
@pytest.mark.skipif(not TOOL.exists(), reason="needs the evaluation data at ../shared")
def test_no_sentence_is_borrowed():
    check = subprocess.run([sys.executable, TOOL], cwd=ROOT, capture_output=True, text=True)
    assert check.returncode == 0, check.stdout
