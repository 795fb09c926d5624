"""Which reports share an origin: one vote for each origin, however many outlets carry it."""

from rules.origins.accounts import OWN_ACCOUNT, Accounts, identity_of, on_one_side
from rules.origins.asides import Asides
from rules.origins.bodies import Bodies
from rules.origins.cited import addressed_outlets, trace_cited
from rules.origins.copies import trace_copies
from rules.origins.group import OriginGroup, group
from rules.origins.quoted import Quoted
from rules.origins.reports import NOTHING_APART, resolve
from rules.origins.resolve import ResolvedReport
from rules.origins.standing import BEFORE, ELSEWHERE, SILENT
from rules.origins.towards import OTHER_MATTER, towards
from rules.origins.unnamed import trace_unnamed

__all__ = [
    "BEFORE", "ELSEWHERE", "NOTHING_APART", "OTHER_MATTER", "OWN_ACCOUNT", "PARTS", "SILENT", "Bodies", "OriginGroup",
    "ResolvedReport", "group", "identity_of", "on_one_side", "resolve", "towards", "trace_cited", "trace_copies",
    "trace_unnamed",
]

PARTS = (Accounts, Asides, Bodies, Quoted, addressed_outlets)
"""What this package compiles of a rulebook, so that it can be done before anything starts."""
