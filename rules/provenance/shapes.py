"""What the shape of a source's name tells, whatever its words: asides, shares of those asked, whose somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old ([A-Z].*)$")
_AGED = re.compile(r"(?<=\w) \((\d{1,3})\)$")
_ASIDE = re.compile(r"(?<=\w) \([^()]*\)?")
_FULL_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
_OFFICE = r"[^,]*\b[a-z]{3,}\b[^,]*"
_MEMBER = r"(?:[’']s|(?<=s)[’']) ((?:[A-Z][\w’.-]+ ){1,2}[A-Z][\w’-]+)"


class ShapeWords(Record, frozen=True, kw_only=True):
    """`en/name_shapes.yaml`, where comments say what each list is for."""

    parents: tuple[str, ...]
    member: str
    parties: tuple[str, ...]
    party_kinds: tuple[str, ...]
    suffixes: tuple[str, ...]
    talking: tuple[str, ...]
    doing: tuple[str, ...]
    withheld: tuple[str, ...]
    owners: tuple[str, ...]
    messages: tuple[str, ...]
    answers: tuple[str, ...]
    about: tuple[str, ...]
    numbers: tuple[str, ...]
    percent: tuple[str, ...]
    half: str
    fractions: tuple[str, ...]
    of_all: tuple[str, ...]
    determiners: tuple[str, ...]
    ties: tuple[str, ...]
    armies: tuple[str, ...]
    units: tuple[str, ...]
    presents: tuple[str, ...]
    reached: tuple[str, ...]
    suffers: tuple[str, ...]
    calls: tuple[str, ...]


def shape_words(rulebook: Rulebook) -> ShapeWords:
    """The rulebook's words, read once: `rulebook.part(shape_words)`."""
    return rulebook.table("en/name_shapes.yaml", ShapeWords)


class NameShapes:
    """Takes from a source's name what is no part of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.part(shape_words)
        self._member, self._share = f", {words.member}", re.compile(_share(words), re.IGNORECASE)
        self._parent = re.compile(
            rf"^(?:a |the )?({any_of(words.parents)})[- ]of[- ][\w-]+,? (?=(?-i:[A-Z]))", re.IGNORECASE)
        self._party = re.compile(
            rf"(?<=[a-z]) \((?:{any_of(words.parties)}|[DRI]-[A-Z][\w.]+"
            rf"|(?:[A-Z][\w’'-]* ){{1,3}}(?:{any_of(words.party_kinds)}))(?:, [^()]+)?\)$")
        self._state = re.compile(
            rf", (?:[A-Z]\.[A-Z]\.|(?!(?:{any_of(words.suffixes)})\.)[A-Z][a-z]{{1,4}}\.), (?=\w)")
        self._doing = re.compile(
            rf"(?:, (?:\w+ly )?[a-z]+ing| (?:{any_of(words.talking)})) (?:{any_of(words.doing)})\b"
            rf"(?!.*(?:{any_of(words.withheld)}))")
        self._saying = re.compile(
            rf", (?:in (?:{any_of(words.owners)}) (?:[\w-]+ ){{0,2}}?(?:{any_of(words.messages)})"
            rf"|{any_of(words.answers)})\b")
        self._told = re.compile(
            rf" (?:{any_of(words.reached)})(?: [a-z]+){{0,3}} by (?:the )?[A-Z].*"
            rf"|,? (?:which|that|who) (?:is|are|was|were|has been|have been) (?:\w+ly )?(?:{any_of(words.suffers)})\b.*"
            rf"|(?<=[a-z]s) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* (?:{any_of(words.reached)})$"
            rf"|(?<=[a-z]) that (?!(?:{any_of(words.calls)})\b)[a-z]+s? .*")
        self._apposed = re.compile(
            rf"((?:(?:{_capital_or_not(words.determiners)})\b|[A-Z][^,]*[’']){_OFFICE}), ({_FULL_NAME})")
        self._owned = re.compile(
            rf"(?:[Tt]he )?((?:(?!(?:{any_of(words.ties)}) )[\w&.-]+ ){{0,3}}[\w&.-]+?){_MEMBER}")

    def apposed(self, text: str) -> str:
        """The name behind the office of whoever has it: of "the governor of Lorn, Ana Dovik" it is "Ana Dovik"."""
        found = self._apposed.fullmatch(text)
        return found[2] if found else ""

    def trimmed(self, name: str) -> str:
        """A name without brackets, the state of a town and what somebody is just doing, his age or office behind it.

        >>> NameShapes(Rulebook()).trimmed("24-year-old Ana Dovik (G-Lorn), speaking to reporters")
        'Ana Dovik, 24'
        """
        name = _AGED.sub(r", \1", self._party.sub(self._member, name))
        name = self._told.sub("", name) or name
        name = self._parent.sub(lambda found: f"{found[1].lower()} ", name)
        said = self._saying.split(self._state.sub(" ", _ASIDE.sub("", name)))[0]
        name = _AGE_BEFORE.sub(r"\2, \1", self._doing.split(said)[0])
        office = self._apposed.fullmatch(name)
        return f"{office[2]}, {office[1]}" if office else name

    def is_share(self, name: str) -> bool:
        """Whether a name is only a share of those who were asked: "about 47%", "six in ten"."""
        return self._share.fullmatch(name) is not None

    def owned(self, name: str) -> tuple[str, str] | None:
        """A body and somebody of it: "the Oar's Ana Dovik"."""
        match = self._owned.fullmatch(name)
        return (match[1], match[2]) if match else None


def _share(words: ShapeWords) -> str:
    number = rf"(?:\d+(?:\.\d+)?|{any_of(words.numbers)})"
    return (rf"(?:(?:{any_of(words.about)}) )*(?:{number} ?(?:{any_of(words.percent)})"
            rf"|{number} (?:{any_of(words.of_all)}) {number}|{words.half}"
            rf"|(?:{number}[ -]|a )?(?:{any_of(words.fractions)})s?)")


def _capital_or_not(words: Iterable[str]) -> str:
    return any_of([*words, *(word.capitalize() for word in words)])
