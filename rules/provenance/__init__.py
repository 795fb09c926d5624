"""Provenance: who says it, of which class, for which side, with which track record and which interest."""

from rules.provenance.interests import ADMITTERS
from rules.provenance.making import NOBODY
from rules.provenance.records import Identity, Mention
from rules.provenance.registry import Registry

__all__ = ["ADMITTERS", "NOBODY", "Identity", "Mention", "Registry"]
