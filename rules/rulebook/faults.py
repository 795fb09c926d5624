"""What is wrong with an entry, said with file, line and key, and with what was perhaps meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import msgspec
import yaml

from rules.errors import RulebookError, unknown

_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_KEY = re.compile(r"unknown field `(?P<key>[^`]*)`")
_VALUE = re.compile(r"Invalid enum value '(?P<value>.*)'$")
Field = msgspec.structs.FieldInfo


def located(name: str, node: yaml.Node, kind: Any, message: str) -> RulebookError:
    """The error for a node of the file `name` that is no `kind`, of what msgspec says about it."""
    match = _PATH.search(message)
    path = re.findall(r"\w+", match["path"]) if match else []
    problem = _PATH.sub("", message)
    if stranger := _KEY.search(problem):
        key, known = stranger["key"], _found(kind, lambda field: {field.encode_name})
        path, problem = [*path, key], unknown("key", key, known)
    elif path:
        problem = f"key “{'.'.join(path)}”: {_meant(problem, kind, path)}"
    return RulebookError(name, _line(node, path), problem)


def _meant(problem: str, kind: Any, path: list[str]) -> str:
    """The problem; of a value that is none of a few, with the one that was perhaps meant."""
    name = next(step for step in reversed(path) if not step.isdigit())
    choices = _found(kind, lambda f: _choices(f.type) if f.encode_name == name else set())
    wrong = _VALUE.match(problem)
    return unknown("value", wrong["value"], choices) if wrong else problem


def _found(kind: Any, of: Callable[[Field], set[str]], seen: frozenset[Any] = frozenset()) -> set[str]:
    """What `of` gives for the fields of a record type and of the record types inside it."""
    if kind in seen:
        return set()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = msgspec.structs.fields(kind)
        return set().union(*(of(field) | _found(field.type, of, seen | {kind}) for field in fields))
    return set().union(*(_found(part, of, seen) for part in get_args(kind)))


def _choices(kind: Any) -> set[str]:
    """The values that a type takes, where they are a few."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {str(member.value) for member in kind}
    parts = get_args(kind)
    return set(parts) if get_origin(kind) is Literal else set().union(*map(_choices, parts))


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
