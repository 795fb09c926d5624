"""HTML in a text that should be plain: tags, entities, and the elements of a page that are not its article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.model import Extent
from rules.reading.extents import united

_TAG = re.compile(
    r"<!--.{0,5000}?-->|<![A-Za-z][^<>]{0,1000}>|</?[A-Za-z][^<>]{0,1000}>|&(?:[a-z]{2,8}|#\d{2,5});", re.DOTALL
)
_ELEMENT = re.compile(
    r"<(?P<name>script|style|head|nav|aside|footer|figure|button|noscript|svg|template)\b[^<>]{0,1000}>", re.IGNORECASE
)


def markup(text: str) -> tuple[Extent, ...]:
    """The parts of a text that are markup or stand in an element beside the article, in order and apart.

    >>> [f.start for f in markup("<nav>Home</nav><p>The ferry sank.</p>")]
    [0, 15, 33]
    """
    if "<" not in text and "&" not in text:
        return ()
    return united((*_elements(text), *_tags(text)))


def _elements(text: str) -> Iterator[Extent]:
    """Whole elements; of one that never ends only the tag is markup. The time is linear, whatever is left open."""
    position, unclosed = 0, set[str]()
    while match := _ELEMENT.search(text, position):
        name, position = match["name"].lower(), match.end()
        end = None if name in unclosed else re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, position)
        if end is None:
            unclosed.add(name)
            continue
        position = end.end()
        yield Extent(start=match.start(), end=position)


def _tags(text: str) -> Iterator[Extent]:
    for match in _TAG.finditer(text):
        yield Extent(start=match.start(), end=match.end())
