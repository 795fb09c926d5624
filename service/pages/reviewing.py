"""An analyst's review, by the same schema as the JSON interface."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from marshmallow import ValidationError

from service.errors import fields_of
from service.runtime import Runtime
from service.schemas.queries import REVIEW
from service.usecases import claims


@dataclass(frozen=True)
class Form:
    """What was typed, to show it again, with what is wrong by field; `stored` says that it was taken."""

    typed: Mapping[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    stored: bool = False


def submit(claim_id: str, typed: Mapping[str, str], run: Runtime) -> Form:
    """Store the review of a claim; raises MissingError where there is no such claim."""
    given = {name: value.strip() for name, value in typed.items() if value.strip()}
    try:
        claims.review(claim_id, REVIEW.load(given), run)
    except ValidationError as error:
        return Form(typed, {found.field: found.problem for found in fields_of(error.messages)})
    return Form(stored=True)
