"""What is done by verbs that otherwise say something: "dismissed its coach" and "rejected the appeal" deny nothing."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Record
from rules.provenance.nouns import HeadNouns
from rules.reading.syntax.tokens import Token
from rules.rulebook import Rulebook

FILE = "en/deeds.yaml"
_NAME = "NNP"
_IN_PHRASE = ("NN", "JJ", "PRP$", "CD", "DT", "POS", "VBN", "VBG")


class Deed(Record, frozen=True, kw_only=True):
    """A verb, by its lemma, and last nouns of objects that are no words of anybody; `people`: nor are people."""

    verb: str
    objects: frozenset[str]
    people: bool
    hits: tuple[str, ...]
    misses: tuple[str, ...]

    @property
    def id(self) -> str:
        """What errors call it."""
        return self.verb


class Deeds:
    """Tells deeds from words."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._nouns = rulebook.part(HeadNouns)
        self._deeds = {entry.verb: entry for entry in rulebook.entries(FILE, Deed)}

    def done_to(self, lemma: str, tokens: Sequence[Token]) -> bool:
        """Whether the verb, given by its lemma, is a deed done to the noun phrase that `tokens` begin with."""
        deed, end = self._deeds.get(lemma), _end(tokens)
        if deed is None or not end or _is_called(tokens[end:]):
            return False
        last = tokens[end - 1]
        people = deed.people and (last.tag == _NAME or self._nouns.names_people(last.lower))
        return last.lower in deed.objects or people


def _is_called(after: Sequence[Token]) -> bool:
    """Whether it follows what the object is called: "dismissed the case | as politics", "called it | “rigged”"."""
    return bool(after) and (after[0].lower == "as" or after[0].quoted or after[0].tag == "JJ")


def _end(tokens: Sequence[Token]) -> int:
    """The end of the noun phrase that tokens begin with, 0 where they begin with none or it is quoted."""
    end = next((k for k, t in enumerate(tokens) if t.quoted or not t.tag.startswith(_IN_PHRASE)), len(tokens))
    return next((k for k in range(end, 0, -1) if tokens[k - 1].tag.startswith("NN")), 0)
