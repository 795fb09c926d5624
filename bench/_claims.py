"""A database with many claims, made in bulk: their assessments are real ones, of a few cases, under other names."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import insert, text

import rules
from rules.model import Assessment, Case, Report, Source
from service.records.claims import Digest
from service.store.clock import stamp
from service.store.database import Database
from service.store.search import words
from service.store.tables import assessments, claims, events, reports

CLASSES = ("party", "official", "media", "witness", "ngo", "social", "anonymous", "independent_verification")
ACTORS = ("Northern Brigade", "Southern Guard", "harbour police", "river militia", "health office", "dockers’ union")
DEEDS = ("has taken", "shelled", "left", "denied entry to", "evacuated", "flew drones over", "closed the road to")
ENDINGS = ("la", "no", "rin", "bay")
PLACES = tuple(f"{first}{last}" for first in ("Ba", "Sel", "Or", "Lund", "Vir", "Tam") for last in ENDINGS)
DAYS, CHUNK = 60, 5_000
Template = tuple[tuple[Report, ...], Assessment, Digest]
ORIGIN = datetime.now(UTC)


def fill(database: Database, rulebook: rules.Rulebook, count: int) -> None:
    """Store `count` claims with one to five reports each; every tenth was scored more than once."""
    dice = random.Random(7)
    templates = [_template(dice, rulebook) for _ in range(40)]
    for start in range(1, count + 1, CHUNK):
        made = [_rows(number, dice, templates) for number in range(start, min(start + CHUNK, count + 1))]
        with database.write() as connection:
            for at, table in enumerate((claims, reports, assessments)):
                connection.execute(insert(table), [row for rows in made for row in rows[at]])
            statement = text("INSERT INTO claim_search (rowid, terms) VALUES (:number, :terms)")
            connection.execute(statement, [row for rows in made for row in rows[3]])
    with database.write() as connection:
        row = {"kind": "claim.created", "claim_id": f"{count:020x}", "created_at": stamp(ORIGIN), "data": b"{}"}
        connection.execute(insert(events).values(row))
        connection.execute(text("ANALYZE"))


def _template(dice: random.Random, rulebook: rules.Rulebook) -> Template:
    many = dice.randint(1, 5)
    sources = [Source(name=f"{dice.choice(ACTORS)} {n}", class_=dice.choice(CLASSES)) for n in range(many)]
    stances = ("supports", "supports", "supports", "denies", "cannot_verify")
    case = Case(text=f"The brigade reportedly holds {dice.choice(PLACES)}.", reports=tuple(
        Report(text=f"{source.name} said the town reportedly fell.", publisher=f"outlet-{dice.randint(1, 400)}.example",
               source=source, stance=dice.choice(stances)) for source in sources))
    assessment = rules.assess(msgspec.convert(msgspec.to_builtins(case), Case), rulebook)
    digest = msgspec.convert(assessment, Digest, from_attributes=True)
    return case.reports, assessment, digest


def _rows(number: int, dice: random.Random, templates: list[Template]) -> tuple[list[dict[str, Any]], ...]:
    told, assessment, digest = dice.choice(templates)
    place, day = dice.choice(PLACES), ORIGIN - timedelta(minutes=dice.randrange(DAYS * 24 * 60))
    wording = f"The {dice.choice(ACTORS)} {dice.choice(DEEDS)} {place} in district {number}."
    times = dice.randint(2, 6) if number % 10 == 0 else 1
    changed = day + timedelta(minutes=times - 1)
    factors = {str(name): factor.value for name, factor in assessment.factors.items()}
    score = min(0.99, max(0.01, assessment.score + dice.uniform(-0.05, 0.05)))
    row = {"number": number, "id": f"{number:020x}", "text": wording, "event_date": str(day.date()),
           "event_place": place, "place_key": place.casefold(), "created_at": stamp(day), "updated_at": stamp(changed),
           "report_count": len(told), "score": score, "confidence": assessment.confidence, "status": assessment.status,
           "main_factor": max(factors, key=lambda name: abs(factors[name] - 0.5)),
           "digest": msgspec.json.encode(digest)}
    return [row], list(_reports(number, told)), list(_assessments(number, assessment, day, times, dice, len(told))), [
        {"number": number, "terms": " ".join(words(" ".join((wording, *(report.text for report in told)))))}]


def _reports(number: int, told: tuple[Report, ...]) -> Iterator[dict[str, Any]]:
    for position, report in enumerate(told):
        yield {"claim": number, "position": position, "publisher": report.publisher,
               "publisher_key": report.publisher, "class": report.source.class_ if report.source else None,
               "body": msgspec.json.encode(report)}


def _assessments(
    number: int, assessment: Assessment, day: datetime, times: int, dice: random.Random, count: int
) -> Iterator[dict[str, Any]]:
    body = msgspec.json.encode(assessment)
    for nth in range(times):
        yield {"claim": number, "created_at": stamp(day + timedelta(minutes=nth)), "report_count": count,
               "cause": "reports_added" if nth else "created", "status": assessment.status, "body": body,
               "score": assessment.score if nth == times - 1 else dice.random()}
