"""All assessments of a claim, with what changed between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import Row

from rules.model import Assessment, Contribution, Stance
from service.records import raw
from service.records.history import Changed, Changes, History, PastAssessment
from service.runtime import Runtime
from service.store import assessments
from service.usecases.lookup import found

CAUSES = {"created": "The claim was stored.", "reports_added": "{count} came in.",
          "article_added": "An article came in that bears on it; it has {count}.",
          "articles_found": "Articles that were stored before bear on it; it has {count}.",
          "article_deleted": "An article that bore on it was deleted; it has {count}.",
          "rescored": "It was scored anew."}
TOLD = {Stance.SUPPORTS: "stood for it", Stance.DENIES: "denied it",
        Stance.UPDATES: "told of another figure or a newer state", Stance.CANNOT_VERIFY: "could not verify it"}
MOST = 3  # names that a sentence gives
Key = tuple[str, str | None]


def history(claim_id: str, after: int, limit: int, run: Runtime) -> History:
    """Assessments from the first on, later than number `after`; the cursor is the number of the last one given."""
    with run.database.read() as connection:
        number = found(connection, claim_id).number
        rows, more = assessments.history(connection, number, after, limit)
        earlier = assessments.before(connection, number, after)
    items = [_past(before, row) for before, row in pairwise([earlier, *rows]) if row is not None]
    return History(items=items, next_cursor=str(rows[-1].number) if more else None)


def latest(claim_id: str, most: int, run: Runtime) -> list[PastAssessment]:
    """The newest assessments, the oldest of them first, however many pages they take."""
    with run.database.read() as connection:
        after = assessments.ahead_of(connection, found(connection, claim_id).number, most)
    page = history(claim_id, after, most, run)
    items = list(page.items)
    while page.next_cursor and len(items) < most:
        page = history(claim_id, int(page.next_cursor), most - len(items), run)
        items += page.items
    return items


def changes(before: Assessment, after: Assessment, why: str) -> Changes:
    """The difference of two assessments, contribution by contribution.

    A contribution is the same one if it is of the same rule and the same origin by name, whatever its number there.
    """
    old, new = _by_key(before), _by_key(after)
    result = Changes(why=why, score=after.score - before.score, confidence=after.confidence - before.confidence,
                     status_before=before.status, status_after=after.status, added=[], removed=[], changed=[])
    for key in dict.fromkeys([*old, *new]):
        olds, news = old.get(key, []), new.get(key, [])
        both = list(zip(olds, news, strict=False))
        result.changed += [Changed(before=a, after=b) for a, b in both if _weighs(a) != _weighs(b)]
        result.removed += olds[len(both):]
        result.added += news[len(both):]
    return result


def _past(before: Row[Any] | None, row: Row[Any]) -> PastAssessment:
    return PastAssessment(
        id=row.number, created_at=row.created_at, cause=row.cause, report_count=row.report_count,
        text=row.text, assessment=raw(row.body), changes=_between(before, row) if before else None)


def _between(before: Row[Any], row: Row[Any]) -> Changes:
    why = CAUSES[row.cause].format(count=counted(row.report_count - before.report_count))
    if before.text and row.text != before.text:
        why += f" It now reads “{row.text.rstrip('.')}”."
    decode = msgspec.json.Decoder(Assessment).decode
    old, new = decode(before.body), decode(row.body)
    why = " ".join((why, *voices(old, new)))
    if old.rulebook != new.rulebook:
        why += f" The rulebook changed from {old.rulebook.version} to {new.rulebook.version}."
    return changes(old, new, why)


def counted(more: int) -> str:
    """How many reports a claim has more than before: an article may also move some to another claim.

    >>> counted(2), counted(0), counted(-1)
    ('2 more reports', 'as many reports as before', '1 fewer report')
    """
    if not more:
        return "as many reports as before"
    return f"{abs(more)} {'more' if more > 0 else 'fewer'} {'report' if abs(more) == 1 else 'reports'}"


def voices(before: Assessment, after: Assessment) -> Iterator[str]:
    """A sentence for each stance on who newly takes it, and one on whoever no longer stands for the claim."""
    old, new = ({(origin.stance, origin.name) for origin in one.origins} for one in (before, after))
    for stance, told in TOLD.items():
        if names := sorted(name for taken, name in new - old if taken is stance):
            yield f"{_subject(names)} {told}."
    here = {name for _, name in new}
    if names := sorted(name for taken, name in old - new if taken is Stance.SUPPORTS and name not in here):
        yield f"{_subject(names)} no longer stood for it."


def _subject(names: Sequence[str]) -> str:
    """Names as they begin a sentence; no domain begins with a capital."""
    shown = [*names[:MOST], *([f"{len(names) - MOST} more"] if len(names) > MOST else [])]
    subject = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return subject if "." in subject.split()[0] else subject[0].upper() + subject[1:]


def _by_key(assessment: Assessment) -> dict[Key, list[Contribution]]:
    names = {origin.id: origin.name for origin in assessment.origins}
    found: dict[Key, list[Contribution]] = defaultdict(list)
    for row in assessment.contributions:
        found[row.rule, names.get(row.origin or "")].append(row)
    return found


def _weighs(row: Contribution) -> tuple[str, float]:
    return row.outcome, row.log_odds
