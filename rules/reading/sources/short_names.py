"""Bodies that a text names in full and then in short: "the Halmar Coffee Council … | the council", "(RL) … RL said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from rules.model import Span
from rules.provenance import Identity, Registry
from rules.provenance.bases import ALIAS
from rules.provenance.classes import MEDIA, PARTY
from rules.reading.sources.anaphora import SourceWords

_WORD = r"[A-Z][\w&’'-]*"
_OF = rf" of (?:the )?{_WORD}(?: {_WORD}){{0,3}}"
_BODY = re.compile(rf"\b(?:(?P<first>[A-Z][a-z]{{3,}}){_OF}|(?:{_WORD} ){{1,5}}(?P<last>[A-Z][a-z]{{3,}})(?:{_OF})?)\b")
_CAPITALISED = r"[A-Z][\w’'-]*"
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_IN_FULL = re.compile(rf"{_CAPITALISED}(?: (?:(?:of|for|and|the|de|del|di|du) )*{_CAPITALISED}){{1,6}} \($")
_CALLED = re.compile(r"(?:^|[\s“\"])(?:[Tt]he )?([A-Za-z][a-z]+ [a-z]{4,}) $")
_LONG, _NEAR = re.compile(r"[^\W\d_]{4,}"), 90


class ShortNames:
    """The names of one text by the nouns that they begin or end with, found when first asked for.

    >>> ShortNames("The Lorn River Board met. It is a small board.").before("board", 46).text
    'The Lorn River Board'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_noun: dict[str, list[Span]] | None = None

    def meant(self, text: str, position: int, words: SourceWords) -> Span | None:
        """The name that a definite word and a noun in small letters stand for at a position."""
        determiner, _, noun = text.partition(" ")
        plain = determiner.lower() in words.definite and noun.isalpha() and noun.islower() and noun not in words.things
        return self.before(noun, position) if plain else None

    def before(self, noun: str, position: int) -> Span | None:
        """The last name with the noun that ends before a position."""
        if self._by_noun is None:
            self._by_noun = defaultdict(list)
            for match in _BODY.finditer(self._text):
                found = Span(start=match.start(), end=match.end(), text=match[0])
                self._by_noun[(match["last"] or match["first"]).lower()].append(found)
        names = self._by_noun.get(noun, [])
        earlier = bisect_left(names, position, key=lambda name: name.end)
        return names[earlier - 1] if earlier else None


def own_acronyms(text: str, registry: Registry) -> dict[str, Identity]:
    """Who bears an acronym of the registry in a text that gives it to another body.

    That is a full name before brackets which has its letters, but no word of the name in the registry; or, of an
    outlet's, a noun that is no outlet's: "the rail operator RFI".
    """
    found: dict[str, Identity] = {}
    known = {short: registry.identify(short) for short in set(_ACRONYM.findall(text))}
    for match in _ACRONYM.finditer(text) if any(one.basis == ALIAS for one in known.values()) else ():
        listed = known[match[0]]
        if match[0] not in found and listed.basis == ALIAS and listed.name != match[0]:
            before = text[max(0, match.start() - _NEAR) : match.start()]
            found.update((match[0], other) for other in _others(before, match[0], listed, registry))
    return found


def _others(before: str, short: str, listed: Identity, registry: Registry) -> Iterator[Identity]:
    """The body that bears an acronym by the words before it."""
    full, called = _IN_FULL.search(before), _CALLED.search(before)
    if full and _spells(name := full[0].removesuffix(" ("), short, listed):
        yield registry.identify(f"{before[: full.start()].rpartition('.')[2].strip()} {name}".strip())
    elif called and listed.class_ == MEDIA and (noun := registry.identify(called[1].lower())).class_ == PARTY:
        yield msgspec.structs.replace(
            noun, id=f"name:{short.lower()}", name=short, named=True, basis="called so in the text"
        )


def _spells(name: str, short: str, listed: Identity) -> bool:
    """Whether a name has the letters of an acronym, and is not but another spelling of the name listed."""
    one, other = (set(_LONG.findall(text.lower())) for text in (name, listed.name))
    return "".join(word[0] for word in name.split() if word[0].isupper()) == short and not one & other
