"""Which source and content belong to a cue: a table of token extents."""

import pytest

from rules.attribution.linking import CONTENT_REACH, SOURCE_REACH, Linked, link

A, B, C = (0, 2), (3, 4), (5, 9)
FAR = (200, 204)


@pytest.mark.parametrize(
    ("why", "sources", "cues", "contents", "expected"),
    [
        ("nothing found", [], [], [], []),
        ("all three", [A], [B], [C], [Linked(A, B, C)]),
        ("no source", [], [B], [C], [Linked(None, B, C)]),
        ("a content without a cue stands alone", [], [], [C], [Linked(None, None, C)]),
        ("too far away", [A], [B], [FAR], [Linked(A, B, None), Linked(None, None, FAR)]),
        ("one source of two cues", [A], [B, (10, 11)], [C], [Linked(A, B, C), Linked(A, (10, 11), None)]),
        ("a content has one cue", [], [B, (9, 10)], [C], [Linked(None, B, None), Linked(None, (9, 10), C)]),
        ("the cue inside its content", [(3, 4)], [(4, 5)], [(0, 9)], [Linked((3, 4), (4, 5), (0, 9))]),
    ],
)
def test_links(why, sources, cues, contents, expected):
    assert link(sources, cues, contents) == expected, why


def test_the_reach_is_inclusive():
    cue = (100, 101)
    content, source = (101 + CONTENT_REACH, 170), (80, 100 - SOURCE_REACH)
    assert link([source], [cue], [content]) == [Linked(source, cue, content)]


def test_many_cues_are_joined_in_order():
    cues = [(10 * n + 3, 10 * n + 4) for n in range(500)]
    contents = [(10 * n + 4, 10 * n + 8) for n in range(500)]
    assert [linked.content for linked in link([], cues, contents)] == contents
