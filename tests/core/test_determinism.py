"""Guarantee 9 across processes: Python orders sets of strings by a hash that every process draws anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import hashlib, json, pathlib
import msgspec
import rules
from rules.linking import Read
from rules.model import Case, Document

rulebook, encode = rules.load_rulebook(), msgspec.json.encode
told = []
for path in sorted(pathlib.Path("fixtures/cases").glob("*.json")):
    told.append(encode(rules.assess(msgspec.json.decode(path.read_bytes(), type=Case), rulebook)))
documents = [msgspec.convert(json.loads(path.read_text()), Document)
             for path in sorted(pathlib.Path("fixtures/articles").glob("*.json"))]
read = [Read.of(document, rules.read(document, rulebook)) for document in documents]
told += map(encode, read)
told += map(encode, rules.link(read, rulebook))
for one in told:
    print(hashlib.sha256(one).hexdigest())
"""


def test_scores_readings_and_cases_are_the_same_bytes_however_strings_are_hashed() -> None:
    first, second = (_told(seed) for seed in ("1", "2"))
    assert len(first) > 30
    assert first == second


def _told(hash_seed: str) -> list[str]:
    environ = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True).stdout.split()
