"""Those of whom the claim itself tells: they take part in it, and to deny it is in their interest."""

from __future__ import annotations

from rules.model import Case, Stance
from rules.provenance import Identity, Registry
from rules.reading import read_statement
from rules.rulebook import Rulebook

PARTY, UNKNOWN = "party", "unattributed"


def as_party(identity: Identity, case: Case, rulebook: Rulebook) -> Identity:
    """Somebody of unknown standing as a party, where the claim tells of him."""
    if not identity.named or identity.class_ != UNKNOWN or not _is_told_of(identity, case, rulebook):
        return identity
    return rulebook.part(Registry).identify(identity.name, class_=PARTY, side=identity.side)


def denies_of_itself(identity: Identity, stance: Stance, case: Case, rulebook: Rulebook) -> bool:
    """Whether a party to no side denies what is told of it; of those on a side their interest is told by who gains."""
    concerned = stance is Stance.DENIES and identity.class_ == PARTY and identity.side is None
    return concerned and _is_told_of(identity, case, rulebook)


def _is_told_of(identity: Identity, case: Case, rulebook: Rulebook) -> bool:
    """Whether what is claimed has the words of a name; "Ana Moll said that …" is told by her, not of her."""
    registry = rulebook.part(Registry)
    words = registry.words(identity.name)
    if not words or not words <= registry.words(case.text):
        return False
    return words <= registry.words(read_statement(case.text, rulebook).claim.text)
