"""Drops from a source's name what somebody did, which does not say what he is: "Ana Dovik, who beat the mayor"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.provenance.items import Item
from rules.provenance.names import Token
from rules.provenance.records import Grammar

_WHOSE, _WHOM = "whose", "whom"
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
    if not does and before not in {_WHOSE, _WHOM}:
        return list(items)
    return [i for i in items if not i.relative or _stays(i, items, tokens)]


def _stays(item: Item, items: Sequence[Item], tokens: Sequence[Token]) -> bool:
    """Whether a title within a deed still counts: it withholds the name, or is the organisation somebody works for."""
    opens = next(i.position for i in items if i.part == item.part)
    works = not _FOR.isdisjoint(t.key for t in tokens[max(0, opens - 2) : opens])
    return item.title is not None and (item.title.hides or (item.title.kind and works))
