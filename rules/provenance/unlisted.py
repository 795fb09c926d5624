"""Bodies that no list has, in the name of somebody who is of them or as a name of two parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, takewhile

from rules.provenance.deciding import is_followed
from rules.provenance.items import Item
from rules.provenance.names import Token
from rules.provenance.proper import spelled

SPOKESMAN, _HONORIFIC = "spokesman", "honorific"
_SPEAK = frozenset({SPOKESMAN, "representative"})
_FOR = re.compile(r"\s+(?:for|of|at|with)\s+([^,]+)")
_OWNS = re.compile(r"['’]s?$")
_NATION = re.compile(r"\w+(?:an|ese|ish|i)")
"""Adjectives of nations: "the Lornian leader" leads no body."""
_INITIAL = 2  # letters; an acronym has more
_OF, _AT = frozenset({"of", "for", "at"}), frozenset({"at"})


def body_of(name: str, items: Sequence[Item], tokens: Sequence[Token], head: Item | None) -> str:
    """The unlisted organisation whose spokesman or head this is, before the title or behind "of"; "" if none."""
    part = head.part if head else 0
    before = [i for i in items if head and i.part == part and i.position < head.position]
    owner = list(takewhile(_is_upper, before))
    if head and _is_name(owner):
        return spelled(name, _owners(before, owner, tokens, head, items), tokens)
    behind = [i for i in items if i.part > part and not (head and is_followed(items, head))]
    for number, of in groupby(behind, key=lambda i: i.part):
        body = list(of)
        leads = {t.key for t in tokens[max(0, body[0].position - 2) : body[0].position]}
        if _is_name(body) and not any(i.relative or i.after_stop for i in body):
            if leads & (_OF if number == part + 1 else _AT):
                return spelled(name, body, tokens)
        elif any(i.word for i in body):
            return ""
    return ""


def spoken_for(name: str, tokens: Sequence[Token], head: Item | None) -> str:
    """For whom a spokesman speaks, as written: "Lorn police" for "Ken Orr, Lorn police spokesman"."""
    if head is None or head.title is None or head.title.id != SPOKESMAN:
        return ""
    start = tokens[head.position].start
    behind = _FOR.match(name, start + len(head.text))
    before = name[:start].rpartition(",")[2].strip()
    return behind[1] if behind else _OWNS.sub("", before)


def _owners(
    before: Sequence[Item], owner: Sequence[Item], tokens: Sequence[Token], head: Item, items: Sequence[Item]
) -> Sequence[Item]:
    """The capitalised words before a title if they name its organisation and do not begin somebody's name."""
    last = owner[-1].position
    owns = tokens[last + 1].start - tokens[last].end > len(" ")  # "Fairhand's director", "Fairhand's sales director"
    whole = len(owner) == len(before) and last + 1 == head.position
    followed = is_followed(items, head)
    spoken_for = head.title is not None and head.title.id in _SPEAK and followed
    several = (len(owner) > 1 or _is_acronym(owner[0])) and followed
    named = owner[0].position > 0 and not _NATION.fullmatch(owner[-1].text)
    if owns or (whole and (spoken_for or several or named)):
        return owner
    return ()


def name_of_two_parts(items: Sequence[Item], tokens: Sequence[Token], is_body: Callable[[str], bool]) -> str:
    """A name of two parts, such as no person has: "the Sons of Lorn", "Guild of Lornian Weavers"; else nothing.

    `is_body` tells the nouns of bodies, behind which any word with a capital belongs to the name.
    """
    first = items[0] if items else None
    if first is None or not first.proper:
        return ""
    body, the = is_body(first.text), first.position > 0 and tokens[first.position - 1].key == "the"
    behind = [i for i in items if i.part == 1 and not i.relative]
    of = [t.key for t in tokens[first.position + 1 : behind[0].position]] if behind else []
    if of[:1] != ["of"] or not (body or the) or not all(map(_is_upper if body else _is_capital, behind)):
        return ""
    return " ".join([first.text, *of, *(i.text for i in behind)])


def _is_name(items: Sequence[Item]) -> bool:
    """Whether words spell the name of a body that no list has: "Communications Workers", "American Bridge"."""
    listed = any(i.organisation or (i.title and i.title.id == _HONORIFIC) for i in items)
    return not listed and all(map(_is_upper, items)) and any(map(_is_capital, items))


def _is_acronym(item: Item) -> bool:
    return item.text.isupper() and len(item.text) > _INITIAL


def _is_upper(item: Item) -> bool:
    return item.text[0].isupper()


def _is_capital(item: Item) -> bool:
    """Whether an unknown word begins with a capital, and is no number."""
    return item.word is None and item.text[0].isupper()
