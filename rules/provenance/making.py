"""Identities as they are made: of a registry entry, of somebody named, of nobody in particular."""

from __future__ import annotations

import re

from rules.provenance.bases import SPEAKS
from rules.provenance.classes import NAMELESS
from rules.provenance.outlets import Outlets
from rules.provenance.records import Identity, Organisation
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

NOBODY = "somebody not named"


class IdentityMaker:
    """Fills in what follows from a class: its reliability, and what somebody is called whom nobody names."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._tables, self._outlets = rulebook.part(Tables), rulebook.part(Outlets)
        relatives = "|".join(self._tables.grammar.relatives)
        self._aside = re.compile(rf", (?:{relatives})\b| (?:{relatives})$")

    def of_organisation(self, organisation: Organisation, basis: str) -> Identity:
        """The identity of a registry entry."""
        reliability = organisation.reliability or self._outlets.reliability(organisation.domains)
        return Identity(
            id=organisation.id,
            name=organisation.name,
            class_=organisation.class_,
            side=organisation.side,
            reliability=reliability or self._tables.classes[organisation.class_].reliability,
            named=True,
            basis=basis,
            family=organisation.family,
        )

    def called(self, name: str) -> str:
        """A name without its relative clause: "the mayor of Lorn, | who lost the vote"."""
        return self._aside.split(name)[0]

    def unnamed(self, name: str, class_: str, side: str | None, basis: str, branch: str = "") -> Identity:
        """A source known only by class, side and branch: all sources without a name that share these have one id."""
        label = self.called(name)
        return Identity(
            id=unnamed_id(class_, side),
            name=label if label and label not in NAMELESS and "_" not in label else NOBODY,
            class_=class_,
            side=side,
            reliability=self._tables.classes[class_].reliability,
            named=False,
            basis=basis,
            branch=branch,
        )

    def of_class(
        self, id_: str, name: str, class_: str, side: str | None, basis: str, branch: str = ""
    ) -> Identity:
        """A source with a name of its own, or an office that only one person holds."""
        reliability = self._tables.classes[class_].reliability
        return Identity(id=id_, name=name, class_=class_, side=side, reliability=reliability, named=True, basis=basis,
                        branch=branch)


def is_unlisted(identity: Identity) -> bool:
    """Whether a source has a proper name of its own that the registry does not list."""
    return identity.named and identity.id.startswith("name:") and identity.basis != SPEAKS


def unnamed_id(class_: str, side: str | None) -> str:
    """The id of all unnamed sources of a class and a side: `class:official:russia`."""
    return f"class:{class_}" + (f":{side}" if side else "")
