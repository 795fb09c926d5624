"""What goes out: an assessment, the same shape in the core, over HTTP, on the command line and in the store."""

from __future__ import annotations

from rules.model.case import Hedge, Record
from rules.model.vocabulary import Factor, Interest, Outcome, Stance, Status


class Evidence(Record, frozen=True, kw_only=True):
    """A span of one report's text that a finding rests on."""

    report: int
    start: int
    end: int
    text: str


class Contribution(Record, frozen=True, kw_only=True):
    """What one finding added to logit(score). All contributions and the prior add up to it exactly."""

    rule: str
    factor: Factor
    outcome: Outcome
    log_odds: float
    reason: str
    origin: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Origin(Record, frozen=True, kw_only=True):
    """The innermost source of one or more reports: one vote, however many outlets repeat it."""

    id: str
    name: str
    class_: str
    side: str | None
    interest: Interest
    stance: Stance
    reports: tuple[int, ...]
    traced_by: tuple[str, ...]


class ReportHedge(Hedge, frozen=True, kw_only=True):
    """A hedge with the index of the report it stands in."""

    report: int


class FactorScore(Record, frozen=True, kw_only=True):
    """One factor's sum of log-odds, and its logistic value from 0 to 1."""

    log_odds: float
    value: float


class FacetState(Record, frozen=True, kw_only=True):
    """Whether a facet that the claim asserts was independently verified, and by which origin."""

    status: str
    by: str | None = None


class Admiralty(Record, frozen=True, kw_only=True):
    """NATO AJP-2.1 grades. Reliability comes from the source, credibility from corroboration, never mixed."""

    reliability: str
    credibility: int
    code: str


class Likelihood(Record, frozen=True, kw_only=True):
    """The probability term for the score on a named scale; None where there is no evidence to judge."""

    scale: str
    term: str | None


class Grades(Record, frozen=True, kw_only=True):
    """The score on scales that others use. `stix_confidence` is None where it cannot be judged."""

    admiralty: Admiralty
    likelihood: Likelihood
    stix_confidence: int | None


class NextCheck(Record, frozen=True, kw_only=True):
    """A check that nobody has made yet, and what the score would become either way."""

    check: str
    score_if_true: float
    score_if_false: float


class RulebookStamp(Record, frozen=True, kw_only=True):
    """Which rulebook judged."""

    version: str
    sha256: str


class Assessment(Record, frozen=True, kw_only=True):
    """A score with every reason for it."""

    score: float
    confidence: float
    status: Status
    factors: dict[str, FactorScore]
    grades: Grades
    prior: float
    contributions: tuple[Contribution, ...]
    origins: tuple[Origin, ...]
    facets: dict[str, FacetState]
    hedges: tuple[ReportHedge, ...]
    next_checks: tuple[NextCheck, ...]
    summary: str
    rulebook: RulebookStamp

    def traced(self) -> dict[int, list[Origin]]:
        """The origins of each report by its index: one, or of an article as many as it quotes for the claim."""
        found: dict[int, list[Origin]] = {}
        for origin in self.origins:
            for report in origin.reports:
                found.setdefault(report, []).append(origin)
        return found
