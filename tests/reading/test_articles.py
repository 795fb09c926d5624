"""Whole invented articles in several styles: who says what, what is only demanded, and what each check is about."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from rules import load_rulebook
from rules.model import Document, ReadReport
from rules.reading import read

ARTICLES = yaml.safe_load(Path(__file__).with_name("articles.yaml").read_text())
RULEBOOK = load_rulebook()


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda article: article["style"])
def article(request: pytest.FixtureRequest) -> dict[str, Any]:
    published = request.param["published_at"].isoformat()
    text = request.param["text"]
    reading = read(Document(text=text, publisher=request.param["publisher"], published_at=published), RULEBOOK)
    return {**request.param, "reports": reading.reports}


def with_words(article: dict[str, Any], words: str) -> list[ReadReport]:
    """The reports whose claims have these words, the shortest first."""
    found = [report for report in article["reports"] if words in report.claim.text]
    return sorted(found, key=lambda report: len(report.claim.text))


def test_each_statement_has_its_source_class_and_stance(article: dict[str, Any]) -> None:
    for words, name, class_, stance in article["said"]:
        report = with_words(article, words)[0]
        link = report.chain[1:] and report.chain[-1]
        found = (link.name, link.class_) if link else (None, None)
        assert (words, *found, report.stance) == (words, name, class_, stance)


def test_what_somebody_asks_for_is_nobodys_statement(article: dict[str, Any]) -> None:
    for words in article.get("asked", []):
        assert all(len(report.chain) < 2 for report in with_words(article, words))


def test_each_check_tells_what_held_and_of_what(article: dict[str, Any]) -> None:
    for check in article.get("checked", []):
        report = next(r for r in with_words(article, check["words"]) if r.verification)
        assert report.verification is not None
        found = [*report.verification.facets], [*report.verification.failed]
        assert found == (check["held"], check["failed"])
        about = [article["reports"][index].claim.text for index in report.applies_to]
        assert all(words in claim for words, claim in zip(check["of"], about, strict=True))
