"""The assessment on scales that others use: Admiralty code, ICD 203 likelihood terms, STIX 2.1 confidence.

Admiralty's two axes are computed from disjoint inputs, because raters collapse them onto one diagonal (Baker 1968):
reliability from the sources' classes and track records, credibility from corroboration, neither from the score.
"""

from __future__ import annotations

from rules.findings import Scene
from rules.model import Admiralty, Grades, Likelihood, Status

# ICD 203 (2015), D.6.e.2.a: lower bounds of the terms.
_TERMS = (
    (0.95, "almost certain"), (0.80, "very likely"), (0.55, "likely"), (0.45, "roughly even chance"),
    (0.20, "unlikely"), (0.05, "very unlikely"), (0.0, "almost no chance"),
)
_CREDIBILITY = {
    Status.CORROBORATED: 2, Status.PARTLY_VERIFIED: 2, Status.SINGLE_SOURCE: 3, Status.CONTESTED: 4,
    Status.DISCOUNTED: 5, Status.UNVERIFIED: 6,
}


def grades(scene: Scene, state: Status, score: float, judged: bool) -> Grades:
    """All grades; F6, no term and no number where nothing was there to judge, or nobody known to stand for it."""
    letter, digit = (_reliability(scene), _credibility(scene, state)) if judged else ("F", 6)
    judged = (letter, digit) != ("F", 6)
    return Grades(
        admiralty=Admiralty(reliability=letter, credibility=digit, code=f"{letter}{digit}"),
        likelihood=Likelihood(scale="ICD 203", term=likelihood_term(score) if judged else None),
        stix_confidence=round(100 * score) if judged else None)


def likelihood_term(score: float) -> str:
    """The ICD 203 term for a probability: `likelihood_term(0.7)` is "likely"."""
    return next(word for bound, word in _TERMS if score >= bound)


def _reliability(scene: Scene) -> str:
    """The best letter among those who stand for the claim, or, if nobody does, among those who speak against it."""
    return min([o.identity.reliability for o in scene.supporting or scene.denying], default="F")


def _credibility(scene: Scene, state: Status) -> int:
    """Grade 1 is "confirmed by other independent sources": it takes an independent check, not a number."""
    if state is Status.CONFIRMED:
        return 1 if any(o.checked for o in scene.supporting) else 2
    if state is Status.UNVERIFIED and scene.denying:
        return 4
    return _CREDIBILITY[state]
