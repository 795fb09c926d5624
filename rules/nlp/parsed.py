"""What parsing finds, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Extent = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """The tokens of a text, white space that is no single space among them.

    `starts` are their offsets in `text`, in code points; `heads` the places of their heads, a root being its own;
    `begins` tells which begin a sentence; `vectors` has a row for each, about its word and the four to both sides.
    `paragraphs` are extents in tokens, without the line breaks between them.
    """

    text: str
    words: list[str]
    starts: NDArray[np.int64]
    paragraphs: list[Extent]
    tags: list[str]
    deps: list[str]
    heads: NDArray[np.int64]
    begins: NDArray[np.bool_]
    vectors: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.words)

    def sentences(self) -> Iterator[Extent]:
        """The extents of the sentences in tokens."""
        firsts = [place for place in np.flatnonzero(self.begins).tolist() if place]
        yield from zip([0, *firsts], [*firsts, len(self)], strict=True)

    def span(self, first: int, last: int) -> Extent:
        """Where in the text the tokens from `first` up to and without `last` stand.

        >>> from rules.nlp import parse
        >>> parse("The mayor denied it.").span(1, 3)
        (4, 16)
        """
        return int(self.starts[first]), int(self.starts[last - 1]) + len(self.words[last - 1])
