"""Credits of an article to a news agency: datelines, bylines, sign-offs. Those of pictures are boilerplate."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from rules.model import Extent, Link, Record
from rules.provenance import Registry
from rules.provenance.tables import Tables
from rules.reading.layout.boilerplate import Boilerplate
from rules.reading.syntax.wording import Wording
from rules.rulebook import Rulebook
from rules.text.patterns import any_of

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s*$")
_LINES_OF = {"any": 10_000, "head": 6, "title": 2}


class CreditForm(Wording, frozen=True, kw_only=True):
    """An entry of `en/credits.yaml`."""

    lines: str


class CreditForms(Record, frozen=True, kw_only=True):
    """`en/credits.yaml`: the agencies by their ids in the registry, and the forms of a credit."""

    agencies: tuple[str, ...]
    forms: tuple[CreditForm, ...]


class Credit(Extent, frozen=True, kw_only=True):
    """A credit where it stands, and the agency as a link of a chain."""

    link: Link


class Credits:
    """Finds what credits an article's words to an agency.

    >>> Credits(Rulebook()).find("LORN (Reuters) - The bridge fell.")[0].link.name
    'Reuters'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        table = rulebook.table("en/credits.yaml", CreditForms)
        agencies = map(rulebook.part(Tables).organisations.__getitem__, table.agencies)
        self._registry, self._boilerplate = rulebook.part(Registry), rulebook.part(Boilerplate)
        names = any_of({name for agency in agencies for name in (agency.name, *agency.aliases)})
        self._names = re.compile(names)
        self._forms = [(form, _compiled(form.pattern, names)) for form in table.forms]

    def find(self, text: str) -> tuple[Credit, ...]:
        """The credits in their order; of one to several agencies the first is named."""
        if not self._names.search(text):
            return ()
        lines = list(_LINE.finditer(text))
        found = {c.start: c for number, line in enumerate(lines) for c in self._of_line(text, line, number)}
        for credit in self._of_end(text, lines, found):
            found.setdefault(credit.start, credit)
        return tuple(found[start] for start in sorted(found))

    def _of_line(self, text: str, line: re.Match[str], number: int) -> Iterator[Credit]:
        """The first form that fits a line from its start, or from the end of a sentence in it."""
        if not self._names.search(line[0]):
            return
        for form, pattern in self._forms:
            if number >= _LINES_OF.get(form.lines, 0):
                continue
            for match in pattern.finditer(text, line.start(), line.end()):
                begins = not text[line.start() : match.start()].strip()
                if begins or (form.lines == "any" and _ends_sentence(text, match.start())):
                    yield self._credit(match)
                    return

    def _of_end(self, text: str, lines: Sequence[re.Match[str]], found: Container[int]) -> Iterator[Credit]:
        """What stands after the last sentence of the article, with nothing but offers and other credits behind it."""
        left_out = self._boilerplate.find(text)
        for line in reversed(lines):
            for form, pattern in self._forms:
                match = pattern.search(text, line.start(), line.end()) if form.lines == "last" else None
                alone = len(lines) == 1 and match is not None and match[0].lstrip().startswith("(")
                if match and (alone or _ends_sentence(text, match.start())):
                    yield self._credit(match)
                    return
            if line.start() not in found and not any(e.start <= line.start() and line.end() <= e.end for e in left_out):
                return

    def _credit(self, match: re.Match[str]) -> Credit:
        start, end = match.span("agency")
        known = self._registry.identify(match["agency"])
        link = Link(name=known.name, start=start, end=end, class_=known.class_, side=known.side)
        return Credit(start=match.start(), end=match.end(), link=link)


def _ends_sentence(text: str, position: int) -> bool:
    """Whether a sentence ends before a position, white space aside."""
    return _SENTENCE_END.search(text, max(0, position - 40), position) is not None


def _compiled(pattern: str, names: str) -> re.Pattern[str]:
    """A pattern with `AGENCY` replaced by one or more of the names, capitals and all; the first is a group."""
    one = f"(?-i:{names})"
    several = rf"(?:the\s)?(?P<agency>{one})(?![\w/])(?:\s?(?:,|&|and)\s?(?:the\s)?{one}(?![\w/]))*"
    return re.compile(pattern.replace("AGENCY", several), re.IGNORECASE | re.MULTILINE)
