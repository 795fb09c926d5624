"""What the pages call things and what each of them means, in the words of the design."""

from __future__ import annotations

from rules.model import Hedge, Status
from rules.provenance import Registry
from rules.provenance.tables import Tables
from service.runtime import runtime
from service.wording import plain

STATUSES = {
    Status.CONFIRMED: "independently verified on the facets it asserts, or admitted by the side that it damages",
    Status.CORROBORATED: "two or more independent origins that share no side, no credible denial",
    Status.PARTLY_VERIFIED: "some facets verified, others not",
    Status.SINGLE_SOURCE: "one origin, however many outlets carry it",
    Status.CONTESTED: "origins with opposed stances, neither side’s account independently settled",
    Status.UNVERIFIED: "only hedged, anonymous or unattributed reports",
    Status.DISCOUNTED: "independent verification contradicts it, or its own source withdrew it",
}
OPEN = (Status.CONTESTED, Status.PARTLY_VERIFIED, Status.SINGLE_SOURCE, Status.UNVERIFIED)
FACTORS = {
    "corroboration": "how many independent origins support the claim, how many contradict it",
    "provenance": "where each report comes from, and whether its source has an interest",
    "hedging": "how sure the wording lets us be",
}
OUTCOMES = {
    "true": "it holds",
    "false": "it does not hold",
    "not_applicable": "it does not apply here",
    "unknown": "too little is known to say, so it weighs nothing",
    "error": "it failed, so it weighs nothing",
}
STANCES = {
    "supports": "supports the claim",
    "denies": "denies the claim",
    "updates": "gives a newer figure or state",
    "cannot_verify": "could not verify it, which is no denial",
    "unrelated": "does not bear on the claim",
}
INTERESTS = {
    "self_serving": "serves the side that says it",
    "neutral": "serves no side",
    "against_interest": "against the interest of the side that says it",
    "unknown": "interest unknown",
}
MARKS = {
    "claim": "what is claimed",
    "source": "who is said to have said it",
    "cue": "the words that attribute it",
    "hedge": "a word that weakens commitment",
    "verification": "what an independent check found",
    "evidence": "the words that a rule rests on",
}
ORDERS = {
    "-updated": "latest change first", "-created": "newest first", "-score": "best supported first",
    "score": "least supported first", "-confidence": "most evidence first", "confidence": "least evidence first",
    "-event_date": "latest event first", "event_date": "earliest event first",
    "updated": "longest unchanged first", "created": "oldest first",
}
SAMPLES = (
    "The brigade has taken the town of Bala.",
    "The brigade claimed it had taken the town of Bala.",
    "The brigade reportedly took Bala, though nobody could independently verify it.",
    "The defence ministry denied that its troops had left Bala.",
    "The ministry admitted that its own shells had hit the clinic in Bala.",
    "Analysts matched the footage to Bala by its water tower but could not date it.",
)


def effect(hedge: Hedge) -> str:
    """What a hedge does.

    >>> effect(Hedge(start=0, end=10, text="reportedly", category="hearsay", strength=0.4, owner="reporter"))
    'hearsay, the reporter’s; takes 40 % of the commitment'
    """
    return f"{plain(hedge.category)}, the {hedge.owner}’s; takes {hedge.strength * 100:.0f} % of the commitment"


def source_classes() -> list[str]:
    """The source classes that the rulebook in force knows, in its order."""
    return list(runtime().rulebook.part(Tables).classes)


def side(id_: str | None) -> str:
    """What people call a side, by its id; nothing where there is none."""
    return runtime().rulebook.part(Registry).side_name(id_) if id_ else ""
