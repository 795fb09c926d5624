"""A text that somebody pastes or drops: read, and stored if that is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from rules.errors import CaseError, LanguageError
from rules.model import Document
from service.errors import InvalidError
from service.pages.article import ArticlePage, read_article_page
from service.runtime import Runtime
from service.schemas.article import document
from service.usecases import articles, reading

FIELDS = ("text", "title", "publisher", "published_at")


@dataclass(frozen=True)
class Attempt:
    """What was sent, with the article as read, the id under which it was stored, or the problem with it."""

    typed: Mapping[str, str] = field(default_factory=dict)
    page: ArticlePage | None = None
    stored: str = ""
    problem: str = ""


def attempt(typed: Mapping[str, str], run: Runtime) -> Attempt:
    """Read what is in the form, and store it where the button for that was pressed; an empty form is no error."""
    if not typed.get("text", "").strip():
        return Attempt(typed)
    try:
        sent = _document(typed, run)
        if typed.get("keep"):
            return Attempt(typed, stored=articles.submit(sent, run)[0].article.id)
        return Attempt(typed, read_article_page(sent, reading.read(sent, run)))
    except (InvalidError, CaseError, LanguageError) as error:
        return Attempt(typed, problem=str(error))


def _document(typed: Mapping[str, str], run: Runtime) -> Document:
    """The form as `POST /v1/articles` takes it; browsers send line ends as CR LF."""
    given = {name: typed[name].replace("\r\n", "\n") for name in FIELDS if typed.get(name, "").strip()}
    if day := given.get("published_at"):
        given["published_at"] = f"{day[:10]}T00:00:00Z"
    return document(msgspec.json.encode(given), run.limits.text)
