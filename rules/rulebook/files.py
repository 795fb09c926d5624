"""The only module of the core that reads files: YAML entries and binary models of a rulebook's folder.

Every entry is checked against its record type; what is wrong is reported with file, line, key and nearest valid key.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from rules.errors import RulebookError
from rules.rulebook.faults import located
from rules.rulebook.nodes import data_of

T = TypeVar("T")
DATA = Path(__file__).resolve().parent.parent / "data"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_bytes(directory: Path, name: str) -> bytes:
    """The bytes of one file of the rulebook, such as a trained model."""
    try:
        return (directory / name).read_bytes()
    except OSError as error:
        raise RulebookError(name, 1, f"cannot be read in {directory} ({error.strerror})") from error


def read_trained(directory: Path, name: str, kind: type[T]) -> T:
    """A trained JSON file as a value of `kind`; RulebookError when it holds something else."""
    try:
        return msgspec.json.decode(read_bytes(directory, name), type=kind)
    except msgspec.DecodeError as error:
        raise RulebookError(name, 1, f"is not what training writes ({error})") from error


def digest(directory: Path) -> str:
    """SHA-256 over the names and bytes of all files below `directory`, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(p for p in directory.rglob("*") if p.is_file()):
        total.update(path.relative_to(directory).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def read_all(directory: Path, pattern: str, kind: type[T]) -> tuple[T, ...]:
    """Every entry of the YAML lists that match `pattern`, in the order of file names, as records of `kind`."""
    paths = sorted(directory.glob(pattern))
    if not paths:
        raise RulebookError(pattern, 1, "no such file in the rulebook")
    return tuple(entry for path in paths for entry in _entries(directory, path, kind))


def read_one(directory: Path, name: str, kind: type[T]) -> T:
    """The YAML mapping of one file as a record of `kind`."""
    node = _compose(directory, directory / name)
    return _convert(name, node, kind)


def last_line(directory: Path, pattern: str, text: str) -> tuple[str, int] | None:
    """File and number of the last line with the words `text` in the files of `pattern`."""
    found = None
    for path in sorted(directory.glob(pattern)):
        name = path.relative_to(directory).as_posix()
        if numbers := _lines_with(directory, name, text):
            found = (name, numbers[-1])
    return found


def next_line(directory: Path, place: tuple[str, int], text: str) -> tuple[str, int]:
    """File and number of the first line with the words `text` from `place` on; `place` where there is none."""
    name, start = place
    return name, next((number for number in _lines_with(directory, name, text) if number >= start), start)


def _lines_with(directory: Path, name: str, text: str) -> list[int]:
    words = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
    lines = read_bytes(directory, name).decode("utf-8").splitlines()
    return [number for number, line in enumerate(lines, start=1) if words.search(line)]


def _entries(directory: Path, path: Path, kind: type[T]) -> list[T]:
    name = path.relative_to(directory).as_posix()
    node = _compose(directory, path)
    if not isinstance(node, yaml.SequenceNode):
        raise RulebookError(name, node.start_mark.line + 1, "must be a list of entries")
    return [_convert(name, item, kind) for item in node.value]


def _compose(directory: Path, path: Path) -> yaml.Node:
    name = path.relative_to(directory).as_posix()
    try:
        node = yaml.compose(read_bytes(directory, name).decode("utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise RulebookError(name, mark.line + 1 if mark else 1, f"is not valid YAML: {problem}") from error
    if node is None:
        raise RulebookError(name, 1, "is empty")
    return node


def _convert(name: str, node: yaml.Node, kind: type[T]) -> T:
    try:
        return msgspec.convert(data_of(node), kind)
    except msgspec.ValidationError as error:
        raise located(name, node, kind, str(error)) from error
    except yaml.constructor.ConstructorError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RulebookError(name, line, str(error.problem)) from error
