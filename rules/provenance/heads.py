"""The nouns that decide a part of a name where no list has them: "warehouse pickers", "the smelter's chairman"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from rules.provenance.items import Item
from rules.provenance.lexicon import Word
from rules.provenance.nouns import MAKER, HeadNouns
from rules.provenance.records import Title

_NAMES = 2  # capitalised words before one from which that is a noun of bodies rather than a surname


def with_heads(items: Sequence[Item], nouns: HeadNouns) -> list[Item]:
    """The items, with what the unlisted nouns among them mean that decide their part of the name."""
    parts = [list(part) for _, part in groupby((i for i in items if not i.relative), key=lambda i: i.part)]
    strange = (part for part in parts if any(item.word is None for item in part))
    meant = {item.position: word for part in strange for item, word in _heads(part, nouns)}
    return [msgspec.structs.replace(i, word=meant[i.position]) if i.position in meant else i for i in items]


def _heads(part: Sequence[Item], nouns: HeadNouns) -> Iterator[tuple[Item, Word]]:
    """The last noun of a part; where that is one such as "chairman", also the body before it whose chairman he is."""
    titles = [item.title or _noun(item, part, nouns) for item in part]
    seen = False
    for item, title in reversed(list(zip(part, titles, strict=True))[: _end(part, titles)]):
        plain = title is None and item.word is None and not item.proper
        listed_before = not seen and item.word is None and title is not None and title.kind and _has_title(part)
        if item.organisation or plain or listed_before:
            return
        if title is None or (seen and not title.kind):
            continue
        if item.word is None:
            yield item, Word(title=title)
        if seen or title.kind or not title.speaks_for:
            return
        seen = True


def _has_title(part: Sequence[Item]) -> bool:
    return any(item.title for item in part)


def _end(part: Sequence[Item], titles: Sequence[Title | None]) -> int:
    """Where a participle begins to describe the noun: "electricians | working nights", but not "a mining company"."""
    first = next((n for n, title in enumerate(titles) if title), len(part))
    verbs = (n for n in range(first + 1, len(part)) if part[n].word is None and part[n].text.endswith(("ing", "ed")))
    return next(verbs, len(part))


def _noun(item: Item, part: Sequence[Item], nouns: HeadNouns) -> Title | None:
    """The title of an unlisted noun; a capitalised one must begin a sentence or end an organisation's name."""
    if item.word is not None:
        return None
    title = nouns.title(item.text.lower())
    if title is None or item.text[0].islower():
        return title
    names = sum(i.proper for i in part) - 1
    maker = item.text.lower().endswith(MAKER)  # "Chipmaker Norn", but "Tech Daily"
    opens = item.position == 0 and item is part[0] and (maker or not (title.kind and names))
    plural = item.text.endswith(("s", "men", "people")) and (len(part) == 1 or not part[1].proper)
    known = nouns.lists(item.text.lower())  # "Butcher Alan Voss", but "Walter Alan Voss"
    if opens and (maker or plural or (known and names == _NAMES == len(part) - 1)):
        return title
    return title if title.kind and item is part[-1] and names >= _NAMES else None
