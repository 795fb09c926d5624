"""Which source and which content belong to a cue."""

from __future__ import annotations

from spacy.tokens import Doc

Extent = tuple[int, int]
REACH = 60
"""How many tokens may stand between a cue and its source or content."""


def link(found: dict[str, list[Extent]], doc: Doc) -> list[tuple[Extent | None, Extent | None, Extent | None]]:
    """Triples of source, cue and content. Each content goes to the nearest cue, each cue takes its nearest source."""
    triples: list[tuple[Extent | None, Extent | None, Extent | None]] = []
    contents = {cue: _nearest(cue, found["content"]) for cue in found["cue"]}
    for cue in found["cue"]:
        triples.append((_nearest(cue, found["source"]), cue, contents[cue]))
    used = set(contents.values())
    triples.extend((_nearest(content, found["source"]), None, content) for content in found["content"]
                   if content not in used)
    return triples


def _nearest(to: Extent, extents: list[Extent]) -> Extent | None:
    near = [(_gap(to, extent), extent) for extent in extents]
    near = [pair for pair in near if pair[0] <= REACH]
    return min(near)[1] if near else None


def _gap(a: Extent, b: Extent) -> int:
    return max(0, b[0] - a[1], a[0] - b[1])
