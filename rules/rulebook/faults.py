"""What is wrong with an entry, said with file, line and key, and with what was perhaps meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import msgspec
import yaml

from rules.errors import RulebookError, unknown
from rules.rulebook.nodes import data_of

_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_KEY = re.compile(r"unknown field `(?P<key>[^`]*)`")
_NO_STRING = re.compile(r"Expected `str`, got `(?:int|float|bool|date|null)`")
_SOME_KEY = "..."
_VALUE = re.compile(r"Invalid enum value '(?P<value>.*)'$")
Field = msgspec.structs.FieldInfo


def located(name: str, node: yaml.Node, kind: Any, message: str) -> RulebookError:
    """The error for a node of the file `name` that is no `kind`, of what msgspec says about it."""
    match = _PATH.search(message)
    steps = re.findall(rf"\w+|{re.escape(_SOME_KEY)}", match["path"]) if match else []
    fields, path = [step for step in steps if step != _SOME_KEY], _with_keys(steps, node, kind)
    problem = _PATH.sub("", message)
    if _NO_STRING.match(problem):
        problem += "; put it in quotation marks"
    if stranger := _KEY.search(problem):
        key, known = stranger["key"], _found(kind, lambda field: {field.encode_name})
        path, problem = [*path, key], unknown("key", key, known)
    elif path:
        problem = f"key “{'.'.join(path)}”: {_meant(problem, kind, fields)}"
    return RulebookError(name, _line(node, path), problem)


def _with_keys(steps: list[str], node: yaml.Node, kind: Any) -> list[str]:
    """The path with the keys of mappings, which msgspec does not tell."""
    path: list[str] = []
    for step in steps:
        within = _node(node, path)
        unsaid = step == _SOME_KEY and isinstance(within, yaml.MappingNode)
        path.append(_wrong_key(within, node, kind) if unsaid else step)
    return path


def _wrong_key(within: yaml.Node, node: yaml.Node, kind: Any) -> str:
    """The key of a mapping inside `node` without which nothing were wrong; the others are left out from here on."""
    for pair in list(within.value):
        within.value = [pair]
        try:
            msgspec.convert(data_of(node), kind)
        except msgspec.ValidationError:
            return str(pair[0].value)
    return _SOME_KEY


def _meant(problem: str, kind: Any, fields: list[str]) -> str:
    """The problem; of a value that is none of a few, with the one that was perhaps meant."""
    name = next((step for step in reversed(fields) if not step.isdigit()), "")
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
    return int(_node(node, path).start_mark.line) + 1


def _node(node: yaml.Node, path: list[str]) -> yaml.Node:
    """The deepest node on `path` that exists; of a plain value its key, which has the line."""
    for step in path:
        if isinstance(node, yaml.SequenceNode) and step.isdigit() and int(step) < len(node.value):
            node = node.value[int(step)]
        elif isinstance(node, yaml.MappingNode):
            found = [(k, v) for k, v in node.value if k.value == step]
            if not found:
                break
            key, value = found[0]
            node = value if isinstance(value, yaml.CollectionNode) else key
    return node
