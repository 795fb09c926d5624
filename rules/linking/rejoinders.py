"""Rejoinders: what others say beside a statement in a short text, as news puts two sides next to each other.

"The legion said it had taken Bala; the army said its men still held the hill." That both speak of one matter is plain
from their standing together, however little they share. Who denies the statement, or excludes it, contradicts it; who
admits it backs it; any other account bears no stance, but is named, so that nobody takes the text for one-sided.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rules.linking.case_reports import declared
from rules.linking.excerpts import ARTICLE, Excerpt
from rules.matching import Figures
from rules.model import Case, ReadReport, Report, Source, Stance, TracedBy
from rules.origins import OWN_ACCOUNT, identity_of, on_one_side, towards
from rules.provenance import Registry
from rules.reading import CHECKS, read_statement
from rules.rulebook import Rulebook
from rules.text.reporting import Act


def rejoinders(
    own: Excerpt, given: Report, scored: ReadReport, others: Sequence[ReadReport], rulebook: Rulebook
) -> list[Excerpt]:
    """`own`, an excerpt of the text of `given` with the statement `scored`, and what `others` in it say to that.

    The words of the others are blank in `own`, so that their hedges and figures are not taken for those of `scored`.
    """
    if len(given.text) >= ARTICLE or own.start or not scored.chain or scored.stance is not Stance.SUPPORTS:
        return [own]
    registry = rulebook.part(Registry)
    speaker = identity_of(scored.chain[-1], registry)
    told = [one for one in others
            if _answers(one, scored) and not on_one_side(identity_of(one.chain[-1], registry), speaker, registry)]
    text = given.text
    for start, end in map(_extent, told):
        text = text[:start] + " " * (end - start) + text[end:]
    found = [_excerpt(one, given, text, scored, rulebook) for one in told]
    own = own._replace(report=msgspec.structs.replace(own.report, text=text))
    return [own, *(one._replace(place=own.place) for one in found)]


def claimant(own: Excerpt, given: Report, told: ReadReport, rulebook: Rulebook) -> Excerpt:
    """What somebody is said to claim in a sentence that denies or checks it."""
    start, end = told.sentence.start, told.sentence.end
    source = _source(told, told, rulebook.part(Registry))
    report = msgspec.structs.replace(given, text=given.text[start:end], source=source, stance=Stance.SUPPORTS)
    return Excerpt(report, own.place, start)


def _answers(told: ReadReport, scored: ReadReport) -> bool:
    """Whether it is somebody's statement apart from what is scored, and no check."""
    (start, end), (own_start, own_end) = _extent(told), _extent(scored)
    return bool(told.chain) and told.act != CHECKS and (end <= own_start or own_end <= start)


def _excerpt(told: ReadReport, given: Report, own: str, scored: ReadReport, rulebook: Rulebook) -> Excerpt:
    """What is told, with its stance towards the statement `scored` of the text `own`."""
    start, end = _extent(told)
    source = _source(told, scored, rulebook.part(Registry))
    report = msgspec.structs.replace(given, text=given.text[start:end], source=source)
    stance = towards(Case(text=own.strip()), report, read_statement(report.text, rulebook), rulebook).stance
    if stance is Stance.SUPPORTS and rulebook.part(Figures).exclude(scored.claim.text, told.claim.text):
        stance = Stance.DENIES
    admits = stance is Stance.SUPPORTS and told.act == Act.ADMISSION
    if admits or stance in (Stance.DENIES, Stance.CANNOT_VERIFY):
        return Excerpt(msgspec.structs.replace(report, stance=stance), 0, start)
    return Excerpt(report, 0, start, OWN_ACCOUNT)


def _source(told: ReadReport, scored: ReadReport, registry: Registry) -> Source:
    """Who says it, with whom that serves where it is no mere inference that it hurts him."""
    link = told.chain[-1]
    serves = registry.interest(scored.claim.text, told.stance, identity_of(link, registry), told.act)
    return Source(name=link.name, class_=link.class_, side=link.side, traced_by=TracedBy.NAMED,
                  interest=declared(serves, told.act))


def _extent(told: ReadReport) -> tuple[int, int]:
    """Where a statement stands with who says it and by what verb."""
    spans = [told.claim, *([told.cue] if told.cue else []), *(one for one in told.chain if one.start is not None)]
    starts, ends = ([getattr(one, side) or 0 for one in spans] for side in ("start", "end"))
    return min(starts), max(ends)
