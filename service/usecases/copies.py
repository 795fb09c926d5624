"""What many outlets carry word for word: two of each kind are found by their words, which tells all there is to know.

One of them tells what it is to the others of its article, two what it is to all others; the rest are known by these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rules.linking import COMPARED, Statement, content
from service.store.statements import Placed


def copied(item: Statement, near: Sequence[tuple[int, Statement]]) -> list[tuple[int, Statement]]:
    """The twins in other articles, of those that are near, if there are enough for it to be known by them."""
    twins = [(number, other) for number, other in near if _is_copy(item, other)]
    return twins if len({other.document for _, other in twins}) >= COMPARED else []


def to_be_found(lost: Sequence[Statement], left: Sequence[Placed], found: set[int]) -> list[Placed]:
    """Those to be found by their words from now on, in place of some that are lost; `found` are so already."""
    kinds: dict[object, list[Placed]] = defaultdict(list)
    for row in sorted(left, key=lambda row: row.number):
        kinds[content(row.item)].append(row)
    chosen = []
    for told in {content(item) for item in lost}:
        known = {row.article for row in kinds[told] if row.number in found}
        further = {row.article: None for row in kinds[told] if row.number not in found}
        wanted = known | set(list(further)[: max(0, COMPARED - len(known))])
        chosen += [row for row in kinds[told] if row.article in wanted and row.number not in found]
    return chosen


def _is_copy(a: Statement, b: Statement) -> bool:
    return a.text == b.text and a.document != b.document and content(a) == content(b)
