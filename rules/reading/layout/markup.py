"""HTML and Markdown in a text that should be plain, the elements of a page that are not its article, and pictograms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.model import Extent
from rules.reading.syntax.extents import united

_TAG = re.compile(
    r"<!--.{0,5000}?-->|<![A-Za-z][^<>]{0,1000}>|</?[A-Za-z][^<>]{0,1000}>|&(?:[a-z]{2,8}|#\d{2,5});", re.DOTALL
)
_ELEMENT = re.compile(
    r"<(?P<name>script|style|head|nav|aside|footer|figure|button|noscript|svg|template)\b[^<>]{0,1000}>", re.IGNORECASE
)
_MARKDOWN = re.compile(
    r"^[ \t]*#{1,6}[ \t]+(?=\S)|\*\*|__|(?<![\w*])\*(?=\w[^*\n]{0,200}\*)|(?<=[\w.,!?])\*(?![\w*])"
    r"|!\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)|\[(?=[^\[\]\n]{1,200}\]\(\S)|(?<=\])\((?:https?://|/|mailto:)[^()\s]{1,500}\)|\](?=\((?:https?://|/|mailto:))",
    re.MULTILINE,
)
_PICTOGRAMS = re.compile("[\u203c\u2049\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff]+")


def markup(text: str) -> tuple[Extent, ...]:
    """The parts of a text that are markup or stand in an element beside the article, in order and apart.

    >>> [f.start for f in markup("<nav>Home</nav><p>The ferry sank.</p>")]
    [0, 15, 33]
    """
    html = (*_elements(text), *_tags(text)) if "<" in text or "&" in text else ()
    return united((*html, *_other_signs(text)))


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


def _other_signs(text: str) -> Iterator[Extent]:
    patterns = ([_MARKDOWN] if any(sign in text for sign in ("**", "__", "](", "# ")) else [])
    for pattern in patterns if text.isascii() else [*patterns, _PICTOGRAMS]:
        yield from (Extent(start=m.start(), end=m.end()) for m in pattern.finditer(text))
