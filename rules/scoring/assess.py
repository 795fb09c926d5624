"""Case to assessment: resolve, group, observe, score, explain."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from rules.errors import CaseError
from rules.explanation.summary import summary
from rules.facets import asserted_facets
from rules.findings import Scene
from rules.model import (
    Assessment,
    Case,
    Contribution,
    Facet,
    Factor,
    FactorScore,
    Origin,
    ReportHedge,
    RulebookStamp,
)
from rules.origins import (
    NOTHING_APART,
    Bodies,
    OriginGroup,
    ResolvedReport,
    group,
    resolve,
    trace_cited,
    trace_copies,
    trace_unnamed,
)
from rules.provenance import Registry
from rules.rulebook import Rulebook
from rules.scoring.arithmetic import logistic
from rules.scoring.checks import next_checks
from rules.scoring.grades import grades
from rules.scoring.scorer import Scorer
from rules.scoring.status import facet_states, status
from rules.scoring.weights import load_weights

_FACTORS = tuple(Factor)


def assess(case: Case, rulebook: Rulebook, apart: Mapping[int, str] = NOTHING_APART) -> Assessment:
    """Score a case with every reason for it.

    Pure: the same case and rulebook give the same assessment, whatever the order of the reports (their indices
    aside). `score` says how well supported the claim is, `confidence` how much evidence there is to say so; with
    no evidence the score stays at the prior, the confidence is 0 and the grade is F6. `apart` has the indices of
    reports that are known to bear no stance on the claim, and why not.

    Raises CaseError for a claim without text.

    >>> case = Case(text="The group claimed it had taken control of the village.")
    >>> assess(case, Rulebook()).status
    <Status.SINGLE_SOURCE: 'single_source'>
    """
    if not case.text.strip():
        raise CaseError("text", "a claim needs at least one word")
    scorer, weights = rulebook.part(Scorer), rulebook.part(load_weights)
    scene = scorer.cautious(_scene(case, rulebook, apart))
    tally = scorer.tally(scene)
    score, evidence = logistic(tally.log_odds), tally.evidence
    facets = facet_states(scene)
    state = status(scene, facets)
    return Assessment(
        score=score, confidence=1 - math.exp2(-evidence / weights.half_confidence), status=state,
        factors=_factors(tally.contributions), grades=grades(scene, state, score, judged=evidence > 0),
        prior=weights.prior, contributions=tally.contributions, origins=tuple(map(_origin, scene.origins)),
        facets=facets, hedges=_hedges(scene.reports), next_checks=next_checks(scene, tally, rulebook, state, facets),
        summary=summary(scene, facets), rulebook=RulebookStamp(version=rulebook.version, sha256=rulebook.sha256))


def _scene(case: Case, rulebook: Rulebook, apart: Mapping[int, str]) -> Scene:
    registry = rulebook.part(Registry)
    texts = [r.text for r in case.reports] or [case.text]
    read = trace_cited(resolve(case, rulebook, apart), case, rulebook)
    reports = trace_unnamed(trace_copies(read, texts), texts, registry)
    return Scene.of(case, _asserted(case, reports, rulebook), reports, group(reports, rulebook.part(Bodies)), registry)


def _asserted(case: Case, reports: Iterable[ResolvedReport], rulebook: Rulebook) -> tuple[Facet, ...]:
    """The facets that a claim asserts: the numbers, times and places of "two aides said on Monday" are none of them."""
    found = asserted_facets(case.text, case.event, rulebook)
    claimed = next((r.claimed for r in reports if r.claimed), None)
    if claimed is None:
        return found
    told = asserted_facets(claimed, case.event, rulebook)
    return tuple([facet for facet in found if facet in told or facet is Facet.ACTOR])


def _factors(contributions: tuple[Contribution, ...]) -> dict[str, FactorScore]:
    of_factor: dict[str, list[float]] = {factor: [] for factor in _FACTORS}
    for contribution in contributions:
        of_factor[contribution.factor].append(contribution.log_odds)
    sums = {factor: round(math.fsum(log_odds), 12) + 0.0 for factor, log_odds in of_factor.items()}  # never -0.0
    return {factor: FactorScore(log_odds=x, value=logistic(x)) for factor, x in sums.items()}


def _origin(origin: OriginGroup) -> Origin:
    identity = origin.identity
    return Origin(
        id=origin.id, name=identity.name, class_=identity.class_, side=identity.side, interest=origin.interest,
        stance=origin.stance, reports=origin.reports, traced_by=origin.traced_by,
    )


def _hedges(reports: tuple[ResolvedReport, ...]) -> tuple[ReportHedge, ...]:
    return tuple(
        ReportHedge(
            report=r.index, start=h.start, end=h.end, text=h.text, category=h.category, strength=h.strength,
            owner=h.owner, cue=h.cue, scope=h.scope,
        )
        for r in reports for h in r.hedges
    )
