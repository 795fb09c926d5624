"""Articles of invented outlets about invented villages, read and linked as every article is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import rules
from rules.linking import LinkedCase, Read, Statement
from rules.linking.stating import statements
from rules.model import Assessment, Document, Stance
from rules.rulebook import Rulebook

DAY = "2025-03-04T12:00:00Z"


class Desk:
    """Reads articles once and links them."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def article(self, text: str, publisher: str | None = "northwire.example", day: str | None = DAY) -> Read:
        document = Document(text=text, publisher=publisher, published_at=day)
        return Read.of(document, rules.read(document, self.rulebook))

    def link(self, *articles: Read) -> tuple[LinkedCase, ...]:
        return rules.link(articles, self.rulebook)

    def about(self, cases: Sequence[LinkedCase], word: str) -> list[LinkedCase]:
        """The cases of which a report has a word."""
        return [case for case in cases if any(word in member.report.text for member in case.members)]

    def one(self, word: str, *articles: Read) -> LinkedCase:
        """The only case of these articles of which a report has a word."""
        (found,) = self.about(self.link(*articles), word)
        return found

    def assess(self, case: LinkedCase) -> Assessment:
        return rules.assess(case.case, self.rulebook)

    def stances(self, case: LinkedCase) -> dict[str | None, Stance]:
        """The stance of each report by its publisher; an outlet speaks once here."""
        return {member.report.publisher: member.report.stance for member in case.members}


@pytest.fixture(scope="session")
def desk(rulebook: Rulebook) -> Desk:
    return Desk(rulebook)


def told(desk: Desk, text: str, day: str | None = DAY) -> list[Statement]:
    """What an article with this text states."""
    read = desk.article(text, day=day)
    return statements(read.reading, read.document, read.key, desk.rulebook)
