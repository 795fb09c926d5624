"""Bodies that no list has, in the name of somebody who is of them or as a name of two parts."""

from __future__ import annotations

from collections.abc import Sequence

from rules.provenance.deciding import is_followed
from rules.provenance.items import Item
from rules.provenance.names import Token

_SPOKESMAN = "spokesman"
_OF = frozenset({"of", "for", "at"})


def body_of(items: Sequence[Item], tokens: Sequence[Token], head: Item | None) -> str:
    """The unlisted body whose spokesman or head somebody is, behind "of" or before his title; else nothing."""
    part = head.part if head else 0
    before = [i for i in items if head and i.part == part and i.position < head.position]
    if head and before and all(map(_is_capital, before)) and before[-1].position + 1 == head.position:
        spoken_for = head.title is not None and head.title.id == _SPOKESMAN and is_followed(items, head)
        owns = tokens[head.position].start - tokens[head.position - 1].end > len(" ")  # "Fairhand's director"
        return " ".join(i.text for i in before) if spoken_for or owns or before[0].position else ""
    behind = [i for i in items if i.part == part + 1 and not (head and is_followed(items, head))]
    if not behind or not all(_is_capital(i) and not i.relative and not i.after_stop for i in behind):
        return ""
    leads = {t.key for t in tokens[max(0, behind[0].position - 2) : behind[0].position]}
    return " ".join(i.text for i in behind) if leads & _OF else ""


def name_of_two_parts(items: Sequence[Item], tokens: Sequence[Token]) -> str:
    """A name of two parts, such as no person has: "the Sons of Lorn"; else nothing."""
    first = items[0] if items else None
    if first is None or not first.proper or not first.position or tokens[first.position - 1].key != "the":
        return ""
    behind = [i for i in items if i.part == 1]
    of = [t.key for t in tokens[first.position + 1 : behind[0].position]] if behind else []
    if of[:1] != ["of"] or not all(_is_capital(i) for i in behind):
        return ""
    return " ".join([first.text, *of, *(i.text for i in behind)])


def _is_capital(item: Item) -> bool:
    """Whether an unknown word begins with a capital, and is no number."""
    return item.word is None and item.text[0].isupper()
