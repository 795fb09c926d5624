"""Texts with several voices: who else in a report denies what it says, or confirms it.

"The army said it had taken the village, which the rebels deny" is a statement of the army that the rebels deny.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rules.linking.case_reports import NOBODY, OPPOSITE, declared
from rules.linking.cases import CaseBuilder
from rules.linking.excerpts import Excerpt, excerpt
from rules.linking.pairs import PairLinker
from rules.linking.records import LinkedReport, Read
from rules.linking.rejoinders import claimant, rejoinders
from rules.linking.statement import report_number
from rules.linking.stating import statements
from rules.linking.twins import Twins
from rules.linking.wordings import Wordings
from rules.model import Case, Document, Reading, ReadReport, Report, Source, Stance, TracedBy
from rules.origins import resolve
from rules.origins.tracing import origin_of
from rules.provenance import Registry
from rules.reading import CHECKS, Reader, read_statement
from rules.reading.checks.answered import names_claim
from rules.rulebook import Rulebook


def retold(report: Report, place: int, case: Case, rulebook: Rulebook) -> list[Excerpt]:
    """The report at `place` of a case, and behind it what others in its text say of the claim.

    A report is taken as it is if the request says whose it is or what its stance is.
    """
    own = Excerpt(report, place)
    if report.source or report.stance or not report.text.strip():
        return [own]
    said = read_statement(report.text, rulebook)
    [first, *others] = voices(own, report, said, rulebook)
    if not others:
        return [own]
    [alone] = resolve(msgspec.structs.replace(case, reports=(first.report,)), rulebook)
    if said.act == CHECKS and alone.stance is Stance.CANNOT_VERIFY:
        return [first, *map(_undeclared, others)]
    if alone.stance not in OPPOSITE:
        return [own]
    turned = alone.stance is not (said.stance if first.report is report else Stance.SUPPORTS)
    return [first, *(_turned(one) if turned else one for one in others)]


def _undeclared(one: Excerpt) -> Excerpt:
    """What is said where it is checked, to be set against the claim, which the check may not be about."""
    return one._replace(report=msgspec.structs.replace(one.report, stance=None))


def _turned(one: Excerpt) -> Excerpt:
    """An excerpt about what contradicts the claim: who denies that backs the claim."""
    stance = OPPOSITE[one.report.stance or Stance.SUPPORTS]
    return one._replace(report=msgspec.structs.replace(one.report, stance=stance))


def voices(own: Excerpt, given: Report, scored: ReadReport, rulebook: Rulebook) -> list[Excerpt]:
    """`own`, an excerpt of the text of `given` with the statement `scored`, and behind it what others say of that.

    Whom the text names for the headline that is scored says it there, too.
    """
    reading = rulebook.part(Reader).in_brief(given.text)
    if not scored.chain or len(reading.reports) < 2:
        return [own]
    if claimed := [told for n in scored.applies_to if names_claim(scored, told := reading.reports[n])]:
        return [own, *(claimant(own, given, told, rulebook) for told in claimed)]
    found = _denied_or_backed(own, given, scored, reading, rulebook)
    if len(found) > 1 or scored not in reading.reports:
        return found
    return rejoinders(own, given, scored, reading.reports, rulebook)


def _denied_or_backed(
    own: Excerpt, given: Report, scored: ReadReport, reading: Reading, rulebook: Rulebook
) -> list[Excerpt]:
    """`own` and those who plainly deny or confirm its statement."""
    if answered := _answered(reading.reports, scored):
        own, scored = _told_by_outlet(own, given, answered), answered
    article, number = Read.of(Document.of(given), reading), reading.reports.index(scored)
    told = {linked.number: linked for linked in _told(article, number, rulebook)}
    if number not in told or told[number].report.stance is not scored.stance:
        return [own]
    speaker = told[number].speaker
    others = [linked for n, linked in told.items() if linked.speaker != speaker
              and (_is_joint(reading.reports[n], scored) or _is_opposed_by_outlet(reading.reports[n], scored)
                   or (_counts(linked, reading.reports[n]) and _is_apart(reading.reports[n], scored)))]
    if others and scored.chain and speaker != scored.chain[-1].name:
        own = own._replace(report=msgspec.structs.replace(own.report, source=told[number].report.source))
    registry = rulebook.part(Registry)
    found = (excerpt(linked, article, given, own.place) for linked in others)
    named = [one._replace(report=_in_own_voice(one.report, registry)) for one in found]
    return [own, *(one._replace(report=_interested(one.report, scored, registry)) for one in named)]


def _answered(reports: Sequence[ReadReport], scored: ReadReport) -> ReadReport | None:
    """What the outlet states itself, if what is scored only answers that: "The mayor has resigned. He denies it"."""
    return next((reports[n] for n in scored.applies_to if not reports[n].chain and scored.act != CHECKS), None)


def _told_by_outlet(own: Excerpt, given: Report, told: ReadReport) -> Excerpt:
    return own._replace(report=msgspec.structs.replace(given, text=told.claim.text), start=told.claim.start)


def _is_opposed_by_outlet(told: ReadReport, scored: ReadReport) -> bool:
    """Whether the outlet itself says the opposite: "The army's claim that it holds Orn | is false"."""
    return not told.chain and told.act != CHECKS and OPPOSITE.get(told.stance) is scored.stance


def _told(article: Read, number: int, rulebook: Rulebook) -> Sequence[LinkedReport]:
    """What is told in an article of what its report `number` says, that report among it."""
    said = statements(article.reading, article.document, article.key, rulebook)
    claim = next((item for item in said if report_number(item.id) == number), None)
    if claim is None:
        return []
    asked, linker = rulebook.part(Wordings).of([claim], Twins([claim], {})).item, rulebook.part(PairLinker)
    prepared = linker.prepare(claim)
    about = [item for item in said if item is claim or linker.log_odds(prepared, linker.prepare(item)) > 0]
    return rulebook.part(CaseBuilder).told_of(asked, about, {article.key: article})


def _is_joint(told: ReadReport, scored: ReadReport) -> bool:
    """Whether both say it in the same words of the text: "Both Lorn and Pell confirmed the exchange"."""
    return (told.claim, told.cue, told.stance) == (scored.claim, scored.cue, scored.stance)


def _counts(linked: LinkedReport, told: ReadReport) -> bool:
    """Whether it denies the statement, or backs it by pointing back to it ("Police confirmed this").

    Who says the like may be the same group by another name, or tell of something else, and would count as a second
    origin: for that the text is to be read as an article.
    """
    confirms = linked.report.stance is Stance.SUPPORTS and bool(told.applies_to)
    return confirms or linked.report.stance is Stance.DENIES


def _is_apart(told: ReadReport, scored: ReadReport) -> bool:
    """Whether somebody says it, beside what is scored: no check, which a statement has with it.

    What is told inside the statement is part of it: "The mayor, who denies the charges, was arrested, police said".
    """
    inside = scored.claim.start <= told.claim.start and told.claim.end <= scored.claim.end
    return bool(told.chain) and not inside and told.act != CHECKS


def _in_own_voice(report: Report, registry: Registry) -> Report:
    """The report, by its publisher if nobody else says it."""
    outlet = registry.publisher(report.publisher, report.url) if report.source is NOBODY else None
    if outlet is None:
        return report
    source = Source(name=outlet.name, class_=outlet.class_, side=outlet.side, traced_by=TracedBy.OWN_VOICE)
    return msgspec.structs.replace(report, source=source)


def _interested(report: Report, scored: ReadReport, registry: Registry) -> Report:
    """The report with whom it serves, of what is scored without who says it: "Bala says | the bridge was hit"."""
    identity, _ = origin_of(report, None, None, registry)
    serves = registry.interest(scored.claim.text, report.stance or Stance.SUPPORTS, identity)
    source = msgspec.structs.replace(report.source or Source(), interest=declared(serves))
    return msgspec.structs.replace(report, source=source)
