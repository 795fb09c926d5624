"""Is a report an independent check of the claim, and which of its hedges does a check leave to weaken it?"""

from __future__ import annotations

from rules.hedging import check_categories
from rules.model import Hedge, Report, Stance, Verification
from rules.origins.asides import Asides
from rules.provenance import Identity, Registry
from rules.provenance.classes import INDEPENDENT_VERIFICATION
from rules.rulebook import Rulebook


def is_check(
    report: Report, verification: Verification | None, stance: Stance, identity: Identity, claim: str,
    registry: Registry,
) -> bool:
    """Whether a report tells of an independent check rather than makes a statement.

    A side cannot check itself independently, nor can a source that nobody knows; and what a fact-checking outlet says
    in passing is no check, but for a denial of what the claim says of others, and support where it tells of a check.
    """
    if identity.side:
        return False
    if identity.class_ == INDEPENDENT_VERIFICATION and _judges(stance, verification, identity, claim, registry):
        return True
    return registry.can_check(identity.class_) and (_is_declared(report) or _tells(verification))


def _judges(
    stance: Stance, verification: Verification | None, identity: Identity, claim: str, registry: Registry
) -> bool:
    """Whether who checks for a living denies what the claim says of others, or backs it as a whole after a check."""
    if stance is Stance.DENIES:
        return not registry.names(claim, identity)
    return stance is Stance.SUPPORTS and verification is not None


def _is_declared(report: Report) -> bool:
    return report.source is not None and report.source.class_ == INDEPENDENT_VERIFICATION


def _tells(verification: Verification | None) -> bool:
    """Whether it says what was checked or how."""
    return bool(verification and (verification.facets or verification.failed or verification.method))


def taking(
    hedges: tuple[Hedge, ...], checks: bool, claim: str, text: str, rulebook: Rulebook
) -> tuple[Hedge, ...]:
    """The hedges that weaken a report: those about the claim, without those that a check left open."""
    if not hedges:
        return ()
    left = _left_by_checks(hedges, rulebook) if checks else hedges
    return left if text == claim else rulebook.part(Asides).bearing(claim, text, left)


def _left_by_checks(hedges: tuple[Hedge, ...], rulebook: Rulebook) -> tuple[Hedge, ...]:
    of_checks = rulebook.part(check_categories)
    return tuple([hedge for hedge in hedges if hedge.category not in of_checks])
