"""Nodes of a YAML file, which know their lines, as plain data."""

from __future__ import annotations

from typing import Any

import yaml


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
    return _Constructor().construct_document(node)
