"""Which organisation of the registry speaks under a source's name, and which is only mentioned in it."""

from __future__ import annotations

from collections.abc import Sequence

from rules.provenance.classes import ANONYMOUS, EXPERT, MEDIA, OFFICIAL, PARTY, WITNESS
from rules.provenance.items import Item
from rules.provenance.records import Organisation, Title

_SENT, _SPOKESMAN = "embassy", "spokesman"


def is_hidden(items: Sequence[Item], head: Item | None) -> bool:
    """Whether a name is withheld and no organisation speaks, as it does in "an unnamed fighter of the brigade"."""
    hiding = next((i for i in items if i.title and i.title.hides), None)
    official = head is not None and head.title is not None and head.title.class_ == OFFICIAL
    return hiding is not None and (official or head is None or hiding.position > head.position)


def organisation_of(items: Sequence[Item], head: Item | None) -> tuple[Organisation | None, Title | None]:
    """The organisation whose voice this is, and a title that says there is none ("former", "critic")."""
    withheld = head is not None and head.title is not None and head.title.class_ == ANONYMOUS
    nearby = [i for i in items if not withheld or (head and i.part <= head.part)]  # not "a source near the late king"
    body = head if head and head.title and head.title.kind else None  # "the front, which former soldiers founded"
    breaking = next((i for i in nearby if i.title and i.title.breaks and not (body and i.part > body.part)), None)
    told = next((i for i in items if _is_spoken_for(i, head)), None)  # "State Department spokesman John Kirby"
    for item in sorted(items, key=lambda i: (i is not told, not (i.word and i.word.person), i.position)):
        if item.organisation and _speaks(items, item, head, breaking):
            return item.organisation, None
    return None, breaking.title if breaking else None


def _speaks(items: Sequence[Item], item: Item, head: Item | None, breaking: Item | None) -> bool:
    """Whether the organisation or person of `item` speaks, rather than being spoken of."""
    before = [i for i in items if i.part == item.part and i.position < item.position]
    person = item.word is not None and item.word.person
    if person and ((before and before[-1].proper) or _is_spoken_of(items, item)):
        return False
    sent = head is not None and head.title is not None and head.title.id == _SENT
    if sent and head is not None and item.part > head.part and not item.after_stop:
        return False  # "the ambassador to the United Nations"
    if breaking is not None:
        return person and _apposed(item, breaking) and not _titles_behind(items, item)
    if head is None or head.title is None or item.organisation is None:
        return _alone(items, item)
    if item.organisation.class_ == PARTY and (head.title.class_ == EXPERT or _is_of_its_people(items, item, head)):
        return False
    follows = head.title.class_ == WITNESS and item.organisation.class_ != PARTY  # "the president's supporters"
    speaks = head.title.speaks_for and not follows
    return speaks or head.title.class_ == item.organisation.class_ or _apposed(item, head)


def _is_spoken_for(item: Item, head: Item | None) -> bool:
    """Whether the organisation of an item stands right before the title of who speaks for it."""
    speaks = head is not None and head.title is not None and head.title.id == _SPOKESMAN and head.part == item.part
    body = item.organisation is not None and not (item.word and item.word.person)
    return bool(speaks and body and head and item.position + item.key.count(" ") + 1 == head.position)


def _is_spoken_of(items: Sequence[Item], person: Item) -> bool:
    """Whether the nearest noun speaks for nobody: "Senator Dovik, a Putin supporter", "a friend of Putin"."""
    behind = _titles_behind(items, person)
    before = [i for i in items if i.title and i.part < person.part and not person.after_stop]
    nearest = next(reversed(behind or before), None)
    return nearest is not None and nearest.title is not None and not (nearest.title.speaks_for or nearest.title.kind)


def _titles_behind(items: Sequence[Item], item: Item) -> list[Item]:
    """The titles that follow without a gap: of "former" and "aide" in "Putin aide and former mayor" only "aide"."""
    end, found = item.position, []
    for after in (i for i in items if i.part == item.part and i.position >= item.position):
        if after.position > end:
            break
        end = after.position + after.key.count(" ") + 1
        found.append(after)
    return [i for i in found[1:] if i.title]


def _is_of_its_people(items: Sequence[Item], item: Item, head: Item) -> bool:
    """Whether the body is one of those who work for the organisation: "the Air Lorn | pilots' | union"."""
    between = (i for i in items if i.part == item.part and item.position < i.position < head.position)
    return bool(head.title and head.title.kind) and any(i.text.islower() and i.text[-1] == "s" for i in between)


def _apposed(item: Item, head: Item) -> bool:
    """Whether title and name stand for one another: "news agency X", "analyst X", "X, an analyst"."""
    if head.part == item.part:
        return head.position < item.position
    return item.after_stop or (head.after_stop and item.part < head.part)


def _alone(items: Sequence[Item], item: Item) -> bool:
    """Whether an organisation without a title speaks: no name and no other side stands beside it; "BBC Sport" does."""
    organisation = item.organisation
    desk = item is items[0] and item.text.isupper() and organisation and organisation.class_ == MEDIA
    side = organisation.side if organisation else None
    beside = [i for i in items if i.part == item.part]
    if item.word and item.word.person and any(i.proper and i.part < item.part for i in items):
        return False  # "Ana Dovik, runner-up to Putin"
    sides = any(i.word and i.word.actor and side and i.word.side != side for i in beside)
    return bool(desk) or not (sides or any(i.proper for i in beside))
