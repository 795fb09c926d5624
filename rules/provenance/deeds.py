"""What is told of somebody in a relative clause: deeds, which do not say what he is, and offices that he held."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from rules.provenance.items import Item
from rules.provenance.lexicon import Word
from rules.provenance.names import Token
from rules.provenance.records import Grammar

_WHO, _WHOSE, _WHOM, _WHICH = "who", "whose", "whom", "which"
_BY = "by"
_FOR = frozenset({"for", "at"})


def without_deeds(items: Sequence[Item], tokens: Sequence[Token], grammar: Grammar) -> list[Item]:
    """The items of a name without those of a relative clause that tells of a deed.

    "who chairs the council" says what somebody is, so it stays; so does the organisation somebody works for, and a word
    that withholds the name. `tokens` are those of the name.
    """
    first = next((i for i in items if i.relative), None)
    before = tokens[first.position - 1].key if first else ""
    if first is None or before not in grammar.relatives:  # "who is | a nurse"
        return list(items)
    does = first.word is None and first.text[0].islower() and first.text not in grammar.leads
    if not does and before not in {_WHOSE, _WHOM, _WHICH}:
        return list(items)
    return [i for i in items if not i.relative or _stays(i, items, tokens)]


def with_past_office(items: Sequence[Item], tokens: Sequence[Token], past: Collection[str], former: Word) -> list[Item]:
    """The items with `former` before an office that somebody is said to have held: "who was chief of staff"."""
    told = (n for n in range(1, len(tokens)) if tokens[n].key in past and tokens[n - 1].key == _WHO)
    position = next(told, len(tokens))
    part = next((i.part for i in items if i.position > position), None)
    office = next((i for i in items if i.part == part and i.position > position and i.title), None)
    if office is None or office.title is None or not office.title.speaks_for:
        return list(items)
    if any(t.key == _BY for t in tokens[position : office.position]):  # "who was appointed by the army"
        return list(items)
    held = msgspec.structs.replace(office, position=position, text=tokens[position].text, key="", word=former)
    return sorted([*items, held], key=lambda i: i.position)


def _stays(item: Item, items: Sequence[Item], tokens: Sequence[Token]) -> bool:
    """Whether a title within a deed still counts: it withholds the name, or is the organisation somebody works for."""
    opens = next(i.position for i in items if i.part == item.part)
    works = not _FOR.isdisjoint(t.key for t in tokens[max(0, opens - 2) : opens])
    return item.title is not None and (item.title.hides or (item.title.kind and works))
