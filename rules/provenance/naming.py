"""Reads a source's name: "Governor Vyacheslav Gladkov" and "the governor of Belgorod region" are one.

A name is parted at commas and small words ("of", "for"). What its parts say is collected as clues; from these follow
organisation, class and side. Nothing here knows any name: all are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Record
from rules.provenance.heads import with_heads
from rules.provenance.items import Item, items_of, side_of
from rules.provenance.lexicon import TOLD, Lexicon, Word
from rules.provenance.names import Token
from rules.provenance.proper import proper
from rules.provenance.records import Organisation, Title

WITHHELD = "anonymous"
WITNESS = "witness"
_SPOKESMAN = "spokesman"
_OF = frozenset({"of", "for", "at"})
_YEAR = 4  # digits, too many for an age


class Clues(Record, frozen=True, kw_only=True):
    """What a name says: whose it is, the title that decides the class, sides, place, the proper name left over.

    `people`: those of a country, of whom more is said ("Russians who fled"), so that they are not its government.
    `body`: the unlisted body that he is of ("the head of Fairhand Mills", "a Fairhand spokesman").
    `aged`: an age is given, as news gives those of private people ("Ana Dovik, 71"); `told`: the kind of people of
    whom such things are told ("who fled").
    """

    organisation: Organisation | None = None
    head: Title | None = None
    complement: Title | None = None
    sides: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    fights: tuple[str, ...] = ()
    actor: bool = False
    place: str | None = None
    proper: str = ""
    modifiers: str = ""
    pronoun: bool = False
    people: bool = False
    aged: bool = False
    told: Title | None = None
    body: str = ""


class NameReader:
    """Turns names into clues."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, name: str, tokens: Sequence[Token]) -> Clues:
        """The clues in a name, which has these tokens, that is not in the registry as it stands."""
        mixed = not name.isupper() and not name.islower()
        phrases = self._lexicon.find(tokens, strict=mixed)
        parted, ties, fights = items_of(name, tokens, phrases, self._lexicon.tables.grammar.surnames)
        items = with_heads(parted, self._lexicon.nouns)
        words = [i.word for i in items if i.word]
        people = _are_people(items, bool(ties))
        told = next((p.word.title for p in phrases if p.word.grammar == TOLD and p.word.title), None)
        item = _head_item(items)
        if told and item and item.relative:  # "Ana Dovik, who teaches | at the college"
            item = None
        organisation, breaking = (None, None) if people or _is_hidden(items, item) else _organisation(items, item)
        head, complement = _head(items, item)
        if breaking and not (head and head.class_ == WITNESS):
            head, complement = breaking, None
        sided = [side for i in _sided(items, item) if i.word and (side := side_of(i.word))]
        if any(w.title and w.title.dissents for w in words):
            sided, fights = [], (*fights, *sided)
        return Clues(
            organisation=organisation,
            head=head,
            complement=complement,
            sides=() if breaking else tuple(dict.fromkeys(sided)),
            ties=ties,
            fights=fights,
            actor=any(w.actor for w in words),
            place=_place(words),
            proper=_joined(items, tokens) or proper(items, self._lexicon.tables.grammar.holders),
            modifiers=_modifiers(items, item),
            pronoun=any(w.grammar == "pronouns" for w in words),
            people=people,
            aged=any(i.after_stop and i.text.isdigit() and len(i.text) < _YEAR for i in items),
            told=told,
            body=_body(items, tokens, item),
        )


def _are_people(items: Sequence[Item], tied: bool) -> bool:
    """Whether a name begins with the people of a country and goes on about them: "Russians who fight for …"."""
    first = items[0] if items else None
    if first is None or first.word is None or first.word.side is None or first.word.actor or first.text[-1] != "s":
        return False
    return not any(i.title and i.part == first.part for i in items) and (tied or items[-1].part > first.part)


def _is_hidden(items: Sequence[Item], head: Item | None) -> bool:
    """Whether a name is withheld, so that nobody's body speaks: but "an unnamed fighter of the brigade" is its own."""
    hiding = next((i for i in items if i.title and i.title.hides), None)
    official = head is not None and head.title is not None and head.title.class_ == "official"
    return hiding is not None and (official or head is None or hiding.position > head.position)


def _organisation(items: Sequence[Item], head: Item | None) -> tuple[Organisation | None, Title | None]:
    """The organisation whose voice this is, and a title that says there is none ("former", "critic")."""
    withheld = head is not None and head.title is not None and head.title.class_ == WITHHELD
    nearby = [i for i in items if not withheld or (head and i.part <= head.part)]  # not "a source near the late king"
    breaking = next((i for i in nearby if i.title and i.title.breaks), None)
    for item in sorted(items, key=lambda i: (not (i.word and i.word.person), i.position)):
        if item.organisation and _speaks(items, item, head, breaking):
            return item.organisation, None
    return None, breaking.title if breaking else None


def _speaks(items: Sequence[Item], item: Item, head: Item | None, breaking: Item | None) -> bool:
    """Whether the organisation or person of `item` speaks, rather than being spoken of."""
    before = [i for i in items if i.part == item.part and i.position < item.position]
    if before and before[-1].proper and item.word and item.word.person:
        return False
    if breaking is not None:
        return bool(item.word and item.word.person) and _apposed(item, breaking)
    if head is None or head.title is None or item.organisation is None:
        return _alone(items, item)
    follows = head.title.class_ == WITNESS and item.organisation.class_ != "party"  # "the president's supporters"
    speaks = head.title.speaks_for and not follows
    return speaks or head.title.class_ == item.organisation.class_ or _apposed(item, head)


def _apposed(item: Item, head: Item) -> bool:
    """Whether title and name stand for one another: "news agency X", "analyst X", "X, an analyst"."""
    if head.part == item.part:
        return head.position < item.position
    return item.after_stop or (head.after_stop and item.part < head.part)


def _alone(items: Sequence[Item], item: Item) -> bool:
    """Without a title an organisation speaks if no name nor another side stands with it in its part, or "BBC Sport"."""
    organisation = item.organisation
    desk = item is items[0] and item.text.isupper() and organisation and organisation.class_ == "media"
    side = organisation.side if organisation else None
    beside = [i for i in items if i.part == item.part]
    sides = any(i.word and i.word.actor and side and i.word.side != side for i in beside)
    return bool(desk) or not (sides or any(i.proper for i in beside))


def _head_item(items: Sequence[Item]) -> Item | None:
    """The noun that decides: the last title of the first part that has one, before any comma or small word."""
    kind = next((i for i in items if i.after_stop and i.title and i.title.kind), None)
    if kind and _is_bodys([i for i in items if i.part < kind.part]):
        return kind
    titled = [i for i in items if i.title]
    many = bool(titled) and titled[0].text.islower() and titled[0].text[-1] == "s"
    one = next((i for i in titled if many and i.after_stop and _is_followed(items, i)), None)
    return one or next((i for i in reversed(titled) if i.part == titled[0].part), None)


def _body(items: Sequence[Item], tokens: Sequence[Token], head: Item | None) -> str:
    """The unlisted body whose spokesman or head somebody is, behind "of" or before his title; else nothing."""
    part = head.part if head else 0
    before = [i for i in items if head and i.part == part and i.position < head.position]
    if head and before and all(map(_is_capital, before)) and before[-1].position + 1 == head.position:
        spoken_for = head.title is not None and head.title.id == _SPOKESMAN and _is_followed(items, head)
        owns = tokens[head.position].start - tokens[head.position - 1].end > len(" ")  # "Fairhand's director"
        return " ".join(i.text for i in before) if spoken_for or owns or before[0].position else ""
    behind = [i for i in items if i.part == part + 1 and not (head and _is_followed(items, head))]
    if not behind or not all(_is_capital(i) and not i.relative and not i.after_stop for i in behind):
        return ""
    leads = {t.key for t in tokens[max(0, behind[0].position - 2) : behind[0].position]}
    return " ".join(i.text for i in behind) if leads & _OF else ""


def _joined(items: Sequence[Item], tokens: Sequence[Token]) -> str:
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


def _is_followed(items: Sequence[Item], title: Item) -> bool:
    """Whether a name stands behind a title: of "limits for drivers, prosecutor Ana Moll" only the latter is one."""
    return any(i.proper and i.part == title.part and i.position > title.position for i in items)


def _is_bodys(items: Sequence[Item]) -> bool:
    """Whether titles are but part of a body's name: "Friends of Lozova", "Lozova Alliance"."""
    titled = [i for i in items if i.title]
    named = any(i.proper for i in items) and all(i.text[0].isupper() for i in titled)
    return named and any(i is items[-1] or (i is items[0] and i.text.endswith("s")) for i in titled)


def _head(items: Sequence[Item], head: Item | None) -> tuple[Title | None, Title | None]:
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
    followed = (t for t in plain if head.title.class_ != WITNESS or t.class_ == "party")
    return head.title, next(followed, None)


def _lends(title: Title, head: Title) -> bool:
    """Whether a post that many bodies have is a party's: "the Republican chairman", "the singer's spokesman"."""
    return head.common and title.class_ == "party"


def _sided(items: Sequence[Item], head: Item | None) -> list[Item]:
    """The items whose side may be the source's: not those of a later part with a name of its own ("Bank of …")."""
    strange = {i.part for i in items if i.proper and i.part > 0}
    return [i for i in items if i.part not in strange or (head is not None and i.part <= head.part)]


def _place(words: Sequence[Word]) -> str | None:
    """The place of an office: rather "Belgorod region" than "Russia", which may be the side."""
    places = [w for w in words if w.place]
    return min(places, key=lambda w: w.actor).place if places else None


def _modifiers(items: Sequence[Item], head: Item | None) -> str:
    """The unknown words before the deciding noun, with it: "environment agency" is not any agency."""
    before = [i for i in items if head and i.part == head.part and i.position < head.position and i.word is None]
    return " ".join(i.key for i in (*before, head)) if head and before else ""
