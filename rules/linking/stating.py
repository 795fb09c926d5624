"""What an article states: one statement for each of its reports, with its places, days and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from rules.facets import Gazetteer, NumberReader
from rules.linking.context import in_context
from rules.linking.days import days_told, is_guessed
from rules.linking.settings import Settings
from rules.linking.statement import Statement
from rules.linking.stories import Stories
from rules.linking.words import PlaceNouns
from rules.matching.actions import Actions
from rules.matching.figures import figure_of
from rules.model import Document, Extent, Reading, ReadReport, Stance
from rules.reading.boilerplate import without
from rules.reading.check_words import CHECKS
from rules.reading.extents import Extents
from rules.rulebook import Rulebook
from rules.text.reporting import Act

_PUNCTUATION = ".,;:!?\"'”’)"
_NAMED = re.compile(r"\b\w+ of (?=[A-Z])")  # "the town of Orrin" is not the town before
_GERUND = re.compile(r"^[a-z]+ing\b")  # "denied hitting a school"


def statements(reading: Reading, document: Document, key: str, rulebook: Rulebook) -> list[Statement]:
    """What the document with the content key `key` states, one statement for each report but checks and retorts."""
    gazetteer, nouns = rulebook.part(Gazetteer), rulebook.table("en/place_nouns.yaml", PlaceNouns)
    mentions = Extents(gazetteer.find(document.text))  # by the words of the whole article
    numbers = Extents(rulebook.part(NumberReader).find(document.text))
    story, settings = rulebook.part(Stories).of(document.text), rulebook.part(Settings)
    past = settings.past(reading, document)
    setting = settings.of(mentions.items, [*past, *reading.left_out])
    found: list[Statement] = []
    named: list[tuple[str, ...]] = []
    for number, report in enumerate(reading.reports):
        if report.act == CHECKS or report.applies_to:
            continue
        said = mentions.within(report.claim.start, report.claim.end)
        places = tuple(sorted({m.value for m in said if m.value}))
        named += [places] if places else []
        places = places or _meant(report.claim.text, nouns, named)
        item = _statement(number, report, document, key, places, reading.left_out, story)
        if named and not item.places and (item.figure or report.act == Act.ACCUSATION):
            item = msgspec.structs.replace(item, places=named[-1])  # tolls, and deeds to be blamed for, are somewhere
        if item.figure:
            counts = map(figure_of, numbers.within(report.claim.start, report.claim.end))
            item = msgspec.structs.replace(item, further=tuple([f for f in counts if f and f != item.figure]))
        found.append(msgspec.structs.replace(item, setting=setting, past=report.sentence in past))
    return in_context(found, reading, document.text, rulebook.part(Actions))


def _statement(
    number: int, report: ReadReport, document: Document, key: str, places: tuple[str, ...],
    left_out: Sequence[Extent], story: tuple[str, ...],
) -> Statement:
    actor, action = report.facets.get("actor"), report.facets.get("action")
    return Statement(
        id=f"{key}-{number:04d}",
        document=key,
        text=without(document.text, left_out, report.claim.start, report.claim.end),
        denies=report.stance is Stance.DENIES,
        published_at=document.published_at,
        places=places,
        days=days_told(report, document),
        guessed=is_guessed(report),
        figure=figure_of(report.facets.get("number")),
        speaker=next((link.name for link in report.chain[-1:] if link.name != document.publisher), None),
        doer=actor.text if actor else None,
        deed=action.value if action else next(iter(_GERUND.findall(report.claim.text)), None),
        story=story,
    )


def _meant(text: str, nouns: PlaceNouns, named: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The places that "the village" or "the villages" means: those named last before it, in that number."""
    words = _NAMED.sub("", text).lower().split()
    said = [b.strip(_PUNCTUATION) for a, b in pairwise(words) if a in nouns.articles]
    if nouns.plural.intersection(said):
        return next((places for places in reversed(named) if len(places) > 1), ())
    there = words and words[-1].strip(_PUNCTUATION) == "there"
    return named[-1] if named and (there or nouns.singular.intersection(said)) else ()
