"""The proper name in a source's name: what titles and kinds leave over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import dropwhile, groupby, pairwise, takewhile

from rules.provenance.classes import OFFICIAL, SOCIAL
from rules.provenance.items import Item
from rules.provenance.names import Token

_WHERE = frozenset({"in", "at", "near"})
_PARTICLE = 3  # letters of "van" and "bin"
_JOINS, _MARKS = frozenset({"and", "&", "+"}), frozenset({"-", "'s ", "’s ", "' ", "’ "})


def proper(name: str, items: Sequence[Item], tokens: Sequence[Token], holders: Collection[str]) -> str:
    """A person's name, or an unknown organisation's with its kind noun; `holders` are nouns that are no part of it."""
    parts = [list(group) for _, group in groupby(items, key=lambda i: i.part)]
    for before, part, after in zip([[], *parts], parts, [*parts[1:], []], strict=False):
        if _is_around(before, part, tokens):
            continue
        head = next((i for i in reversed(part) if i.title), None)
        last = head is part[-1]
        if head is None:
            named = _unknown(part, tokens) if part[0].part == 0 or part[0].after_stop else []
        elif last and head.title and head.title.kind:
            named = _before(head, part, after, tokens)
        else:
            named = _behind(head, part, holders, tokens)
        if (_is_name(named) or (last and named)) and any(not i.text.isdigit() for i in named):
            return spelled(name, named, tokens)
    return ""


def _is_around(before: list[Item], part: list[Item], tokens: Sequence[Token]) -> bool:
    """Whether one word behind a place and a comma is what the place lies in: "police in Lorn, | Fennshire"."""
    place = before and all(i.proper for i in before) and tokens[before[0].position - 1].key in _WHERE
    return bool(place) and part[0].after_stop and len(part) == 1


def spelled(name: str, named: Sequence[Item], tokens: Sequence[Token]) -> str:
    """Words of a name with what joins them: "Fire and Rescue Service", "Bruck & Sons", "Women's Institute"."""
    words = [item.text for item in named[:1]]
    for item, after in pairwise(named):
        between = name[tokens[item.position + item.key.count(" ")].end : tokens[after.position].start]
        joined = f" {between.strip()} " if between.strip().lower() in _JOINS else " "
        words += [between if between in _MARKS else joined, after.text]
    return "".join(words)


def _unknown(part: list[Item], tokens: Sequence[Token]) -> list[Item]:
    """The words that no list has, with a place that opens their name: "Arizona Republic"."""
    named = [i for n, i in enumerate(part) if i.word is None or _opens_name(i, part[n + 1 :], tokens)]
    second = len(named) > 2 and tokens[named[0].position].hyphen and not named[1].proper
    return named[2:] if second else named  # "Second-placed | Ana Dovik"


def _opens_name(item: Item, after: Sequence[Item], tokens: Sequence[Token]) -> bool:
    """Whether a place is the first word of a longer name: "Ohio Fenn College", not "Ohio police", "Ohio's Dovik"."""
    if item.word is None or item.word.place is None or not any(i.proper for i in after[:1]):
        return False
    return tokens[after[0].position].start - tokens[after[0].position - 1].end == 1


def _before(head: Item, part: list[Item], after: list[Item], tokens: Sequence[Token]) -> list[Item]:
    """The name that ends with a kind noun, or that follows a comma: "a Norwegian start-up, Aurel Health"."""
    if head.text[0].islower() and after and after[0].after_stop and all(i.proper for i in after):
        return after
    first = next((n for n, i in enumerate(part) if i.proper or _opens_name(i, part[n + 1 :], tokens)), len(part))
    while 0 < first < len(part) and _is_capital(head) and _is_word_of_name(part[first - 1]):
        first -= 1
    if first == len(part) and _is_placed(part, head):
        return part[-2:]
    site = head.title is not None and head.title.class_ == SOCIAL and not _is_capital(head)
    return part[first:-1] if site else part[first:]  # "the North Desk channel" is called North Desk


def _is_word_of_name(item: Item) -> bool:
    """Whether a noun with a capital is a word of a body's name: "the | Brewery | Quarter Association"."""
    return item.text[0].isupper() and item.title is not None and item.organisation is None


def _is_placed(part: list[Item], head: Item) -> bool:
    """Whether a place and a capitalised noun of no office are a name together: "Indiana University"."""
    place = part[-2].word if len(part) > 1 else None
    public = head.title is not None and head.title.class_ == OFFICIAL
    return place is not None and place.place is not None and _is_capital(head) and not public


def _behind(head: Item, part: list[Item], holders: Collection[str], tokens: Sequence[Token]) -> list[Item]:
    """The name that follows a title, with it where it is a part of the name: "Radio Lozova", "Source 3"."""
    named = list(takewhile(lambda i: i.word is None, part[part.index(head) + 1 :]))
    if named and not (named[0].proper or len(named[0].text) <= _PARTICLE):
        return _after_noun(named)
    kind = head.title is not None and head.title.kind and head.key.split()[-1] not in holders
    if named and kind and head.text[0].isupper() and tokens[named[0].position - 1].key == "and":
        return [head, *named]  # "Ministry of Health | and Welfare"
    return [head, *named] if named and ((kind and _is_capital(head)) or _is_number(named)) else named


def _after_noun(items: list[Item]) -> list[Item]:
    """The name of two words or more behind nouns of no list: "media | titan Ana Dovik", no "poll | released Monday"."""
    if items[0].text.endswith(("ed", "ing")):
        return []
    named = list(dropwhile(lambda i: not i.proper, items))
    return named if len(named) > 1 and all(i.proper for i in named) else []


def _is_capital(head: Item) -> bool:
    return all(word[0].isupper() for word in head.text.split())


def _is_number(items: Sequence[Item]) -> bool:
    """Whether it only counts, as in "Witness 3" and "Source B", so that without its noun it names nobody."""
    return len(items) == 1 and (items[0].text.isdigit() or len(items[0].text) == 1)


def _is_name(items: Sequence[Item]) -> bool:
    """Whether capitals mark a name, and not only the first word of a sentence."""
    return any(i.proper for i in items) and (all(i.proper for i in items) or any(i.proper for i in items[1:]))
