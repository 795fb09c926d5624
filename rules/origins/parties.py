"""Sources that the claim itself is about: they take part in the matter and have an interest in denying it."""

from __future__ import annotations

from rules.model import Case, Stance
from rules.provenance import Identity, Registry
from rules.provenance.classes import PARTY, UNATTRIBUTED
from rules.reading import read_statement
from rules.rulebook import Rulebook
from rules.text.reporting import Act


def as_party(identity: Identity, case: Case, rulebook: Rulebook) -> Identity:
    """The identity as a party, if its class is unknown and the claim is about it."""
    if not identity.named or identity.class_ != UNATTRIBUTED or not _is_told_of(identity, case, rulebook):
        return identity
    return rulebook.part(Registry).identify(identity.name, class_=PARTY, side=identity.side)


def denies_of_itself(identity: Identity, stance: Stance, case: Case, rulebook: Rulebook) -> bool:
    """Whether a party without a side denies what the claim says of it; for sides, gain and loss decide the interest."""
    concerned = stance is Stance.DENIES and identity.class_ == PARTY and identity.side is None
    return concerned and _is_told_of(identity, case, rulebook)


def _is_told_of(identity: Identity, case: Case, rulebook: Rulebook) -> bool:
    """Whether the claim is about somebody of this name; "Ana Moll said that …" is her statement and not about her.

    "Ana Moll admitted selling it" is.
    """
    registry = rulebook.part(Registry)
    words = registry.words(identity.name)
    if not words or not words <= registry.words(case.text):
        return False
    statement = read_statement(case.text, rulebook)
    cue = case.text[statement.cue.start : statement.claim.start].strip() if statement.cue else ""
    answers = statement.act in (Act.ADMISSION, Act.DENIAL)
    return (answers and registry.is_own(statement.claim.text, cue)) or words <= registry.words(statement.claim.text)
