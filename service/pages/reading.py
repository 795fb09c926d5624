"""A text that somebody pastes or drops, read without being stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import rules
from rules.errors import CaseError, LanguageError
from rules.model import Document
from service.pages.article import ArticlePage, article_page
from service.runtime import Runtime

FIELDS = ("text", "title", "publisher", "published_at")


@dataclass(frozen=True)
class Attempt:
    """What was sent, with the article as read or the problem with it."""

    typed: Mapping[str, str] = field(default_factory=dict)
    page: ArticlePage | None = None
    problem: str = ""


def attempt(typed: Mapping[str, str], run: Runtime) -> Attempt:
    """Read what is in the form; an empty one is no error."""
    given = {name: typed[name].replace("\r\n", "\n") for name in FIELDS if typed.get(name, "").strip()}
    if "text" not in given:
        return Attempt(typed)
    if len(given["text"]) > run.limits.text:
        most = f"{run.limits.text:,} characters"
        return Attempt(typed, problem=f"The text is longer than the {most} that are read at once.")
    if day := given.get("published_at"):
        given["published_at"] = f"{day[:10]}T00:00:00Z"
    document = Document(**given)
    try:
        return Attempt(typed, article_page(document, rules.read(document, run.rulebook)))
    except (CaseError, LanguageError) as error:
        return Attempt(typed, problem=str(error))
