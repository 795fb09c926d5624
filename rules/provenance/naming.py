"""Reads a source's name: "Governor Vyacheslav Gladkov" and "the governor of Belgorod region" are one.

A name is parted at commas and small words ("of", "for"). What its parts say is collected as clues; from these follow
organisation, class and side. Nothing here knows any name: all are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Record
from rules.provenance.classes import OUTLETS, WITNESS
from rules.provenance.deciding import head_item, head_of
from rules.provenance.deeds import with_past_office, without_deeds
from rules.provenance.heads import with_heads
from rules.provenance.items import OFFICIAL, Item, items_of
from rules.provenance.lexicon import TOLD, Lexicon, Phrase, Word
from rules.provenance.names import Token
from rules.provenance.proper import proper
from rules.provenance.records import Organisation, Title
from rules.provenance.speaking import is_hidden, organisation_of
from rules.provenance.ties import side_of
from rules.provenance.unlisted import body_of, name_of_two_parts, spoken_for

THE, FORMER, GOVERNMENT, COMPANY = "the", "former", "government", "company"
_YEAR = 4  # digits, too many for an age


class Clues(Record, frozen=True, kw_only=True):
    """What a name says: whose it is, the title that decides the class, sides, place, the proper name left over.

    `people`: those of a country, of whom more is said ("Russians who fled"), so that they are not its government.
    `body`: the unlisted body that he is of ("the head of Fairhand Mills", "a Fairhand spokesman"). `spoken_for`: whose
    spokesman he is, as it is written ("Lorn police").
    `aged`: an age is given, as news gives those of private people ("Ana Dovik, 71"); `told`: the kind of people of
    whom such things are told ("who fled"). `glossed`: the title stands behind the name ("Ana Dovik, its head"),
    `official`: so its noun is called ("the official Lornian newspaper").
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
    spoken_for: str = ""
    glossed: bool = False
    official: bool = False


class NameReader:
    """Turns names into clues."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._former, self._holders = Word(title=lexicon.tables.titles[FORMER]), lexicon.tables.grammar.holders

    def read(self, name: str, tokens: Sequence[Token]) -> Clues:
        """The clues in a name that the registry does not list as it stands; `tokens` are those of the name."""
        phrases = self._lexicon.find(tokens, strict=not name.isupper() and not name.islower())
        items, ties, fights = self._items(name, tokens, phrases)
        words = [i.word for i in items if i.word]
        people = _are_people(items, bool(ties) or self._are_counted(tokens))
        told = next((p.word.title for p in phrases if p.word.grammar == TOLD and p.word.title), None)
        item = head_item(items)
        if item and item.relative and (told or _is_of_thing(item, tokens)):  # "Ana Dovik, who teaches | at the college"
            item = None
        organisation, breaking = (None, None) if people or is_hidden(items, item) else organisation_of(items, item)
        head, complement = _titles(items, item, breaking)
        sides = _sides(items, item)
        dissents = any(w.title and w.title.dissents for w in words)
        two_parts = name_of_two_parts(items, tokens, lambda noun: self._kind_of_body(noun) is not None)
        return Clues(
            organisation=organisation,
            head=head,
            complement=complement,
            sides=() if breaking or dissents else tuple(dict.fromkeys(sides)),
            ties=ties,
            fights=(*fights, *sides) if dissents else fights,
            actor=any(w.actor for w in words),
            place=_place(words),
            proper=two_parts or proper(name, items, tokens, self._holders),
            modifiers=_modifiers(items, item),
            pronoun=any(w.grammar == "pronouns" for w in words),
            people=people,
            aged=any(i.after_stop and i.text.isdigit() and len(i.text) < _YEAR for i in items),
            told=told or (self._kind_of_body(items[0].text) if two_parts else None),
            body=body_of(name, items, tokens, item),
            spoken_for="" if breaking else spoken_for(name, tokens, item),
            glossed=item is not None and item.after_stop,
            official=item is not None and any(i.key == OFFICIAL and i.position < item.position for i in items),
        )

    def _items(
        self, name: str, tokens: Sequence[Token], phrases: Sequence[Phrase]
    ) -> tuple[Sequence[Item], tuple[str, ...], tuple[str, ...]]:
        """The parts of a name with what their words mean, without deeds; the sides it is tied to, those it fights."""
        grammar = self._lexicon.tables.grammar
        parted, ties, fights = items_of(name, tokens, phrases, grammar.surnames)
        titled = with_past_office(with_heads(parted, self._lexicon.nouns), tokens, grammar.past, self._former)
        return without_deeds(titled, tokens, grammar), ties, fights

    def _kind_of_body(self, noun: str) -> Title | None:
        """What a capitalised noun that opens a body's name tells of it: "Diocese of Lorn"; None where it opens none."""
        tables, title = self._lexicon.tables, self._lexicon.nouns.title(noun.lower())
        if noun in tables.grammar.states:
            return tables.titles[GOVERNMENT]
        known = title if title and title.kind and noun.lower() not in tables.grammar.surnames else None
        if known and known.class_ not in OUTLETS:  # "Network of Lornian Doctors"
            return known
        return tables.titles[COMPANY] if known or noun in tables.grammar.bodies else None

    def _are_counted(self, tokens: Sequence[Token]) -> bool:
        """Whether a name begins with how many they are: "some Russians", "two Russians", but not "the Russians"."""
        first = tokens[0].key if tokens else THE
        return first != THE and (first.isdigit() or first in self._lexicon.tables.grammar.articles)


def _titles(
    items: Sequence[Item], item: Item | None, breaking: Title | None
) -> tuple[Title | None, Title | None]:
    """The title that decides and that of whom it speaks for; one that breaks with a body decides, but for witnesses."""
    head, complement = head_of(items, item)
    return (breaking, None) if breaking and not (head and head.class_ == WITNESS) else (head, complement)


def _is_of_thing(item: Item, tokens: Sequence[Token]) -> bool:
    """Whether people are only mentioned in a clause about a thing: "Fairhand, which the | family owns"."""
    private = item.title is not None and item.title.class_ == WITNESS
    return private and any(token.key == "which" for token in tokens[: item.position])


def _are_people(items: Sequence[Item], some: bool) -> bool:
    """Whether a name begins with citizens of a country: with `some`, or where a later part tells more of them."""
    first = items[0] if items else None
    if first is None or first.word is None or first.word.side is None or first.word.actor:
        return False
    if first.text[-1] != "s":  # "a Russian", but "a Russian official"
        return some and len(items) == 1
    return not any(i.title and i.part == first.part for i in items) and (some or items[-1].part > first.part)


def _sides(items: Sequence[Item], head: Item | None) -> list[str]:
    """The sides that may be the source's own, without those in a later part that has a proper name ("Bank of …").

    Sides before the deciding noun win over places behind it: "Israeli officials in Washington".
    """
    before = [i for i in items if head and i.part == head.part and i.position < head.position]
    if own := [side for i in before if i.word and (side := side_of(i.word))]:
        return own
    strange = {i.part for i in items if i.proper and i.part > 0}
    if head is None and any(i.part == 0 and i.word is None for i in items):  # "reports in Israel"
        strange = {i.part for i in items if i.part > 0}
    mine = (i for i in items if i.part not in strange or (head is not None and i.part <= head.part))
    return [side for i in mine if i.word and (side := side_of(i.word))]


def _place(words: Sequence[Word]) -> str | None:
    """The place of an office: rather "Belgorod region" than "Russia", which may be the side."""
    places = [w for w in words if w.place]
    return min(places, key=lambda w: w.actor).place if places else None


def _modifiers(items: Sequence[Item], head: Item | None) -> str:
    """The unknown words before the deciding noun, with it: "environment agency" is not any agency."""
    before = [i for i in items if head and i.part == head.part and i.position < head.position and i.word is None]
    return " ".join(i.key for i in (*before, head)) if head and before else ""
