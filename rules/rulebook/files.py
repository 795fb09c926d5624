"""The only module of the core that reads files: YAML entries and binary models of a rulebook's folder.

Every entry is checked against its record type; what is wrong is reported with file, line, key and nearest valid key.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from rules.errors import RulebookError, unknown

T = TypeVar("T")
DATA = Path(__file__).resolve().parent.parent / "data"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]*)`")


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


def last_line(directory: Path, pattern: str, text: str) -> tuple[str, int]:
    """File and number of the last line that holds `text` in the files matching `pattern`; else of the first line."""
    found = (pattern, 1)
    for path in sorted(directory.glob(pattern)):
        name = path.relative_to(directory).as_posix()
        for number, line in enumerate(read_bytes(directory, name).decode("utf-8").splitlines(), start=1):
            if text in line:
                found = (name, number)
    return found


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
    constructor = yaml.constructor.SafeConstructor()
    try:
        return msgspec.convert(constructor.construct_document(node), kind)
    except msgspec.ValidationError as error:
        raise _located(name, node, kind, str(error)) from error
    except yaml.constructor.ConstructorError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RulebookError(name, line, str(error.problem)) from error


def _located(name: str, node: yaml.Node, kind: type[Any], message: str) -> RulebookError:
    match = _PATH.search(message)
    path = re.findall(r"\w+", match["path"]) if match else []
    problem = _PATH.sub("", message)
    stranger = _UNKNOWN.search(problem)
    if stranger:
        path, problem = [*path, stranger["key"]], unknown("key", stranger["key"], _keys(kind))
    elif path:
        problem = f"key “{'.'.join(path)}”: {problem}"
    return RulebookError(name, _line(node, path), problem)


def _keys(kind: Any, seen: frozenset[Any] = frozenset()) -> set[str]:
    """All field names of a record type and of the record types inside it."""
    if kind in seen:
        return set()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        inner = [_keys(f.type, seen | {kind}) for f in msgspec.structs.fields(kind)]
        return set(kind.__struct_encode_fields__).union(*inner)
    return set().union(*(_keys(a, seen) for a in getattr(kind, "__args__", ())))


def _line(node: yaml.Node, path: list[str]) -> int:
    """The line of the deepest node on `path` that exists."""
    for step in path:
        if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            node = node.value[int(step)]
        elif isinstance(node, yaml.MappingNode):
            found = [(k, v) for k, v in node.value if k.value == step]
            if not found:
                break
            key, value = found[0]
            node = value if isinstance(value, yaml.CollectionNode) else key
    return int(node.start_mark.line) + 1
