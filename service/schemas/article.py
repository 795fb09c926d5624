"""An article as `POST /v1/articles` and `POST /v1/articles/read` take it."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema

from rules.model import Document
from service.errors import FieldProblem, InvalidError
from service.schemas import decoding
from service.schemas.base import Input
from service.schemas.fields import Name, Text, Timestamp, WebAddress

EXAMPLE = {
    "title": "Rebels report the capture of a bridge",
    "text": "Rebel commanders said on Sunday that their fighters had taken the bridge at Verkhny Lug. The defence "
            "ministry denied this. Our reporters could not verify either account.",
    "publisher": "example.org", "url": "https://example.org/verkhny-lug", "published_at": "2024-06-02T12:00:00Z",
}


class ArticleIn(Input):
    """A text with where and when it was published; relative dates are resolved against `published_at`."""

    text = Text(required=True)
    publisher = Name()
    url = WebAddress()
    title = Name()
    published_at = Timestamp()
    language = Name()


ARTICLE: Schema = ArticleIn()


def document(body: bytes, most: int | None = None) -> Document:
    """The document in `body`, its text at most `most` characters; raises MalformedError or InvalidError."""
    given: dict[str, Any] = decoding.load(ARTICLE, body)
    if most is not None and len(given["text"]) > most:
        raise InvalidError([FieldProblem("text", f"is longer than {most} characters; send at most that")])
    return Document(**given)
