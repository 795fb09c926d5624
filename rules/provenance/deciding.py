"""The noun that decides what kind of source a name is: "governor" in "the governor of Lorn, a father of two"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.provenance.classes import PARTY, WITNESS
from rules.provenance.items import Item
from rules.provenance.records import Title

_OFFICE = "ministry"


def head_item(items: Sequence[Item]) -> Item | None:
    """The deciding noun: the last title of the first part that has a title, before any comma or preposition."""
    kind = next((i for i in items if i.after_stop and i.title and i.title.kind), None)
    if kind and _is_bodys([i for i in items if i.part < kind.part]):
        return kind
    titled = [i for i in items if i.title]
    many = bool(titled) and titled[0].text.islower() and titled[0].text[-1] == "s"
    one = next((i for i in titled if many and i.after_stop and is_followed(items, i)), None)
    return one or next((i for i in reversed(titled) if i.part == titled[0].part), None)


def is_followed(items: Sequence[Item], title: Item) -> bool:
    """Whether a name stands behind a title: in "limits for drivers, prosecutor Ana Moll" only behind "prosecutor"."""
    return any(i.proper and i.part == title.part and i.position > title.position for i in items)


def _is_bodys(items: Sequence[Item]) -> bool:
    """Whether the titles are words of an organisation's own name: "Friends of Lozova", "Lozova Alliance"."""
    titled = [i for i in items if i.title]
    named = any(i.proper for i in items) and all(i.text[0].isupper() for i in titled)
    return named and any(i is items[-1] or (i is items[0] and i.text.endswith("s")) for i in titled)


def head_of(items: Sequence[Item], head: Item | None) -> tuple[Title | None, Title | None]:
    """The deciding title and, where that one speaks for others, the title of those others."""
    if head is None:
        return None, None
    hiding = next((i.title for i in items if i.title and i.title.hides), None)
    if hiding:
        return hiding, None
    told = head.title is not None and head.title.class_ is not None  # "its owner, a quiet man"
    behind = [i for i in items if i.title and i.part > head.part and not (told and i.after_stop and not i.title.kind)]
    later = sorted(behind, key=lambda i: (i.part, -i.position))  # "for Lorn Hospitals | Trust"
    earlier = [i for i in items if i.title and i.part == head.part and i.position < head.position]
    others = [i.title for i in (*reversed(earlier), *later) if i.title and (i.title.class_ or i.title.office)]
    if head.title is None or not head.title.speaks_for or head.title.kind:
        return head.title, None
    if head.title.office:
        return head.title, next((t for t in others if t.kind), None) if head.title.common else None
    bare = head.title.class_ is None
    plain = (t for t in others if t.kind or t.office or bare or not t.speaks_for or _lends(t, head.title))
    followed = (t for t in plain if head.title.class_ != WITNESS or t.class_ == PARTY)
    complement = next(followed, None)
    return head.title, _within(complement, behind) or complement


def _within(office: Title | None, behind: Sequence[Item]) -> Title | None:
    """The organisation behind a department, if it is of another class: "the physics department | at Lorn University".
    """
    part = next((i.part for i in behind if i.title is office), None) if office and office.id == _OFFICE else None
    bodies = (i.title for i in behind if part is not None and i.part == part + 1 and i.title and i.title.kind)
    return next((title for title in bodies if office and title.class_ != office.class_), None)


def _lends(title: Title, head: Title) -> bool:
    """Whether a general post has the class of the party before it: "the Republican chairman", "the singer's spokesman".
    """
    return head.common and title.class_ == PARTY
