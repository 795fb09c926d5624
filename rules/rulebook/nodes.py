"""Nodes of a YAML file, which know their lines, as plain data."""

from __future__ import annotations

from typing import Any

import yaml

_PLAIN = {yaml.ScalarNode: "tag:yaml.org,2002:str", yaml.SequenceNode: "tag:yaml.org,2002:seq",
          yaml.MappingNode: "tag:yaml.org,2002:map"}


class _Constructor(yaml.constructor.SafeConstructor):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            keys = [key.value for key, _ in node.value]
            again = next(key for place, (key, _) in enumerate(node.value) if key.value in keys[:place])
            raise yaml.constructor.ConstructorError(None, None, f"key “{again.value}” stands twice", again.start_mark)
        return mapping


def data_of(node: yaml.Node) -> Any:
    """The data of a node; raises ConstructorError for a key that stands twice, of which one would count in silence."""
    if _is(node, yaml.ScalarNode):  # nearly all are text, for which YAML's own way takes four times as long
        return node.value
    if _is(node, yaml.SequenceNode):
        return [data_of(item) for item in node.value]
    if _is(node, yaml.MappingNode) and all(_is(key, yaml.ScalarNode) for key, _ in node.value):
        data = {key.value: data_of(value) for key, value in node.value}
        if len(data) == len(node.value):
            return data
    return _Constructor().construct_document(node)


def _is(node: yaml.Node, kind: type[yaml.Node]) -> bool:
    """Whether a node is plain text, a plain list or a plain mapping."""
    return type(node) is kind and bool(node.tag == _PLAIN[kind])
