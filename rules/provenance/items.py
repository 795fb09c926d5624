"""What a name is made of: phrases that the lexicon knows and unknown words, parted at commas and small words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from rules.model import Record
from rules.provenance.lexicon import Phrase, Word
from rules.provenance.names import STOP, Token
from rules.provenance.records import Organisation, Title
from rules.provenance.ties import OPENING, tied

OFFICIAL = "official"


class Item(Record, frozen=True, kw_only=True):
    """A phrase or an unknown word of a name; `part` counts the parts of the name.

    `after_stop`: it stands in a part behind a comma or "called"; `relative`: in what is told of somebody ("who lives
    opposite").
    """

    part: int
    after_stop: bool
    relative: bool
    position: int
    text: str
    key: str
    word: Word | None

    @property
    def proper(self) -> bool:
        """An unknown word with a capital, or a short number: part of somebody's name."""
        return self.word is None and not self.text[0].islower() and "," not in self.text

    @property
    def title(self) -> Title | None:
        return self.word.title if self.word else None

    @property
    def organisation(self) -> Organisation | None:
        return self.word.organisation if self.word else None


def items_of(
    name: str, tokens: Sequence[Token], phrases: Sequence[Phrase], surnames: Collection[str]
) -> tuple[list[Item], tuple[str, ...], tuple[str, ...]]:
    """The name's items without articles and ties, then the sides it is tied to and the sides it fights."""
    phrases, ties, fights = tied(phrases)
    items = list(_parted(name, tokens, {p.first: p for p in phrases}))
    named = (i for i in items if i.key in surnames or _is_adjective(i))
    names = [*filter(lambda i: _is_strangers(items, i), items), *filter(lambda i: _is_surname(items, i), named)]
    names += [i for i, after in pairwise(items) if _is_part_of_name(i, after)]
    names += [i for i in items if _is_of_longer_name(items, i, tokens)]
    strange = {i.position for i in names}
    return [msgspec.structs.replace(i, word=None) if i.position in strange else i for i in items], ties, fights


def _parted(name: str, tokens: Sequence[Token], at: Mapping[int, Phrase]) -> Iterator[Item]:
    part, after_stop, aside, relative, position = 0, False, False, False, 0
    while position < len(tokens):
        phrase = at.get(position)
        last = phrase.last if phrase else position + 1
        grammar = phrase.word.grammar if phrase else None
        stop = tokens[position].key == STOP
        if stop or grammar in OPENING:
            part, after_stop, aside = part + 1, stop or grammar == "callings", grammar == "asides"
            relative = grammar == "relatives" or (relative and not stop)
        elif phrase is None and _tells(tokens, position, at):
            part, relative = part + 1, True
        elif not aside and _counts(tokens, position, phrase, at):
            text = name[tokens[position].start : tokens[last - 1].end]
            key = " ".join(t.key for t in tokens[position:last])
            word = phrase.word if phrase and (grammar != "articles" or _is_noun(tokens, phrase, at)) else None
            yield Item(
                part=part, after_stop=after_stop, relative=relative, position=position, text=text, key=key, word=word
            )
        position = last


def _tells(tokens: Sequence[Token], position: int, at: Mapping[int, Phrase]) -> bool:
    """Whether a participle begins what the bearer of a title does: "a lawyer | representing the victims"."""
    before, after = at.get(position - 1), at.get(position + 1)
    titled = before is not None and before.word.title is not None and before.last == position
    return titled and tokens[position].key.endswith("ing") and after is not None and after.word.grammar == "articles"


def _counts(tokens: Sequence[Token], position: int, phrase: Phrase | None, at: Mapping[int, Phrase]) -> bool:
    """Whether a word belongs to the items: an article does only if it is a noun here or part of a name."""
    if phrase is None or phrase.word.grammar not in {"articles", "dropped"}:
        return True
    return _in_name(tokens, position) or _is_noun(tokens, phrase, at)


def _is_noun(tokens: Sequence[Token], phrase: Phrase, at: Mapping[int, Phrase]) -> bool:
    """Whether a word such as "chief" ends its noun phrase, so that it is a noun: "fire chief Ron Calloway"."""
    if phrase.word.title is None:
        return False
    following = tokens[phrase.last] if phrase.last < len(tokens) else None
    if following is None or following.key == STOP:
        return True
    before = at.get(phrase.first - 1)
    if following.text[0].isupper():
        named = phrase.last not in at and tokens[phrase.first].text.islower()  # "deputy chief Ana Dovik"
        return named or (phrase.first > 0 and (before is None or before.word.grammar is None))
    return phrase.last in at and at[phrase.last].word.grammar in OPENING


def _is_strangers(items: Sequence[Item], item: Item) -> bool:
    """Whether a known surname is part of somebody else's name: "Ivan Putin", "Jian Dovik"."""
    if item.word is None or not item.word.person or " " in item.key:
        return False
    beside = [i for i in items if i.part == item.part and abs(i.position - item.position) == 1]
    return any(i.proper or (i.title and i.title.kind and i.text[0].isupper()) for i in beside)


def _is_of_longer_name(items: Sequence[Item], item: Item, tokens: Sequence[Token]) -> bool:
    """Whether a body's name of one word is part of another name: "Ana Dell", "Sony Pictures", but not "BBC Sport"."""
    if item.organisation is None or (item.word and item.word.person) or " " in item.key or item.text.isupper():
        return False
    part = [i for i in items if i.part == item.part]
    beside = [i for i in part if i.proper and _adjoin(i, item, tokens)]
    return any(i.position < item.position for i in beside) or (bool(beside) and not any(i.title for i in part))


def _adjoin(item: Item, other: Item, tokens: Sequence[Token]) -> bool:
    """Whether two words stand side by side with no possessive ending between."""
    first, second = sorted((item.position, other.position))
    return second - first == 1 and tokens[second].start - tokens[first].end == 1


def _is_adjective(item: Item) -> bool:
    """Whether it is an adjective of a side, which some people bear as a name: "Mark Cuban"."""
    return item.word is not None and item.word.side is not None and not (item.word.actor or item.word.organisation)


def _is_part_of_name(item: Item, after: Item) -> bool:
    """Whether "Official" is a word of a longer name: "the Committee for the Review of Official Documents"."""
    adjective = item.key == OFFICIAL and item.part > 0 and item.text[0].isupper()
    return adjective and after.proper and after.part == item.part


def _is_surname(items: Sequence[Item], item: Item) -> bool:
    """Whether a title is the name of somebody whose first name or own title stands before it: "Tom Bishop"."""
    part = [i for i in items if i.part == item.part]
    before, after = [i for i in part if i.position < item.position], [i for i in part if i.position > item.position]
    if not before or not item.text[0].isupper():
        return False
    title = before[-1].title  # "her fiancé Dean", "striker Dean Oakes"
    called = title is not None and not (title.kind or title.breaks) and before[-1].text[0].islower()
    return called and [i.proper for i in after] in ([], [True]) or not after and all(i.proper for i in before)


def _in_name(tokens: Sequence[Token], position: int) -> bool:
    """Whether a small word belongs to a name: "The New Courier", "Wire One", but not "New officials"."""
    around = tokens[position : position + 2] if position + 1 < len(tokens) else tokens[position - 1 :]
    return position > 0 and len(around) == 2 and all(t.text[0].isupper() for t in around)
