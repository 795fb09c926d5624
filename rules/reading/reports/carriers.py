"""Who carries what somebody says: "told Agence France-Presse that", "in a statement aired by state television"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Extent, Link, ReadReport, Record, Span
from rules.provenance import Identity, Registry
from rules.provenance.bases import NOTHING
from rules.provenance.classes import MEDIA, OUTLETS, PARTY
from rules.reading.clauses.statements import Statement
from rules.reading.reports.page import Page
from rules.reading.sources.people import Genders
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_REACH = 20_000  # characters of an article about a name that are looked through, so that the time stays linear
_WORD = r"[\w’'&.-]*\w"
_OWNER = re.compile(r"(?:its|his|her|their|(?:the )?[\w-]+(?: [A-Z][\w-]*)?(?:['’]s|(?<=s)['’])) ")
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*")


class CarrierWords(Record, frozen=True, kw_only=True):
    """`en/carriers.yaml`."""

    told: frozenset[str]
    leads: tuple[str, ...]
    nouns: frozenset[str]
    arms: frozenset[str]
    stops: frozenset[str]


class Carriers:
    """Finds the outlets between a publisher and those whom it quotes."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = self._words = rulebook.table("en/carriers.yaml", CarrierWords)
        leads = rf"\b(?:(?P<told>{any_of(words.told)})|{'|'.join(words.leads)}) "
        self._lead = re.compile(leads, re.IGNORECASE)
        self._name = re.compile(rf"(?:(?!(?:{any_of(words.stops)})\b){_WORD} ?){{1,9}}")
        self._arm = re.compile(rf"(?P<name>.*?) ?\b(?:{any_of(words.arms)})")
        self._days = rulebook.part(clause_words).days
        self._registry, self._genders = rulebook.part(Registry), rulebook.part(Genders)

    def of(self, statement: Statement, page: Page) -> Link | None:
        """The carrier that the sentence of a statement names, if it is no part of what is said; the outlet is none."""
        for span in self._named(statement, page.text):
            if (known := self._known(span, page)) is None:
                continue
            if page.publisher is not None and known.name == page.publisher.name:
                return None
            return Link(name=known.name, start=span.start, end=span.end, class_=known.class_, side=known.side)
        return None

    def _named(self, statement: Statement, text: str) -> Iterator[Span]:
        cue, source, end = statement.cue, statement.sources[-1], statement.sentence.end
        for lead in self._lead.finditer(text, statement.sentence.start, end):
            if cue is None or (lead["told"] and not cue.start < lead.end() <= cue.end + 1):
                continue
            if _covers(statement.claim, lead) and not _covers(statement.claim, source):
                continue
            behind = (s.start for s in (statement.claim, source, cue, *statement.others) if s.start >= lead.end())
            name = self._name.match(text, lead.end(), min([end, *behind]))
            if name and not _is_apart(lead, cue, statement.others):
                yield Span(start=name.start(), end=name.start() + len(name[0].rstrip()), text=name[0].rstrip())

    def _known(self, span: Span, page: Page) -> Identity | None:
        """Who a carrier is, by as many of its words as name an outlet."""
        words = span.text.split(" ")
        if words[-1].lower() in self._words.nouns and (found := self._described(span, page)):
            return found
        for count in range(len(words), 0, -1):
            if found := self._listed(" ".join(words[:count])):
                return found
        name = _CAPITALS.match(_ARTICLE.sub("", span.text))
        return self._unlisted(name[0], span.start, page) if name and len(name[0]) + 4 >= len(span.text) else None

    def _described(self, span: Span, page: Page) -> Identity | None:
        """A carrier by what it is: "its Lorn media arm", "the paper" told of before, "local radio"."""
        if self._points(span.text):
            return page.voices.outlet(span)
        if known := self._listed(span.text):
            return known
        arm = self._arm.fullmatch(span.text)
        return (arm and self._arm_of(arm["name"])) or self._outlet(span.text)

    def _listed(self, name: str) -> Identity | None:
        """The outlet of a name with a capital: "the BBC's Newshour", and "Al-Lorn television" of "the group's" one."""
        if name.islower():
            return None
        found = (self._outlet(called) for called in (name, _OWNER.sub("", name, count=1)))
        return next((known for known in found if known and known.named), None)

    def _outlet(self, name: str) -> Identity | None:
        known = self._registry.identify(name)
        return known if known.class_ in OUTLETS else None

    def _points(self, name: str) -> bool:
        """Whether it is an outlet told of before: "the newspaper"."""
        the, _, noun = name.partition(" ")
        return the.lower() == "the" and noun in self._words.nouns

    def _arm_of(self, name: str) -> Identity | None:
        """What an armed group publishes by itself, under its own name."""
        called = _CAPITALS.search(_OWNER.sub("", name, count=1))
        if called is None:
            return None
        known = self._registry.identify(called[0])
        own = known if known.class_ == PARTY else self._registry.identify(called[0], class_=MEDIA)
        return msgspec.structs.replace(own, name=called[0])

    def _unlisted(self, name: str, at: int, page: Page) -> Identity | None:
        """An outlet that no list has: whoever is told something and is no person of the text."""
        known, (first, _, last) = self._registry.identify(name), name.rpartition(" ")
        if known.basis != NOTHING or not known.named or name.lower() in self._days or self._genders.of(name, name):
            return None
        other = rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b" if first else rf"[A-Z][\w-]+ {re.escape(last)}\b"
        near = max(0, at - _REACH), at + _REACH
        if re.compile(other).search(page.text, *near):  # "told Dovik", of whom the text tells that she is Ana Dovik
            return None
        return self._registry.identify(name, class_=MEDIA)


def handed_on(reports: Sequence[ReadReport], text: str) -> list[ReadReport]:
    """The reports, each carried by whoever carried what the same source said just before in its paragraph."""
    found: list[ReadReport] = []
    for report in reports:
        last = found[-1] if found else None
        found.append(report if last is None else _carried(report, last, text))
    return found


def _carried(report: ReadReport, last: ReadReport, text: str) -> ReadReport:
    if len(report.chain) != 2 or len(last.chain) <= 2 or report.chain[-1].name != last.chain[-1].name:
        return report
    if "\n" in text[last.sentence.end : report.sentence.start].strip(" ") or report.verification or last.verification:
        return report
    return msgspec.structs.replace(report, chain=(report.chain[0], *last.chain[1:-1], report.chain[-1]))


def _covers(claim: Extent, other: Extent | re.Match[str]) -> bool:
    start, end = other.span() if isinstance(other, re.Match) else (other.start, other.end)
    return claim.start <= start and end <= claim.end


def _is_apart(lead: re.Match[str], cue: Span, others: Sequence[Span]) -> bool:
    """Whether another statement stands between the carrier and the verb of saying."""
    first, last = sorted((lead.start(), cue.start))
    return any(first < other.start < last for other in others)
