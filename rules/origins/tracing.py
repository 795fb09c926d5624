"""Whose statement a report is: as the request says, else as its text says, else the outlet's.

The innermost named source is the origin; an outlet is the origin only of what it says in its own voice. An outlet that
invents its news invents the people it quotes as well.
"""

from __future__ import annotations

from rules.model import Link, ReadReport, Report, Stance, TracedBy
from rules.provenance import Identity, Registry
from rules.provenance.classes import UNATTRIBUTED


def origin_of(
    report: Report, reading: ReadReport | None, publisher: Identity | None, registry: Registry
) -> tuple[Identity, str]:
    """The identity of the origin, and what it was traced by; raises CaseError for an unknown class."""
    if publisher and registry.makes_up(publisher.class_):
        return publisher, TracedBy.OWN_VOICE
    source = report.source
    if source and (source.name or source.class_):
        identity = registry.identify(source.name, class_=source.class_, side=source.side)
        own = publisher is not None and (identity.id == publisher.id or source.name == report.publisher)
        return identity, TracedBy.OWN_VOICE if own else source.traced_by or identity.basis
    side = source.side if source else None
    if publisher and reading and _is_outlets_denial(report, reading, registry):
        return publisher, TracedBy.OWN_VOICE
    if reading and reading.chain:
        return linked(reading.chain[-1], side, registry), reading.traced_by
    if report.via:
        return registry.identify(report.via[-1], side=side), TracedBy.CARRIER
    if publisher:
        return publisher, TracedBy.OWN_VOICE
    return registry.identify(None, side=side), TracedBy.NOBODY


def linked(link: Link, side: str | None, registry: Registry) -> Identity:
    """The identity of a link in the chain, with the class and side that the reading found besides its name."""
    known = registry.identify(link.name)
    if (link.class_, side or link.side) == (known.class_, known.side):
        return known
    return registry.identify(link.name, class_=link.class_, side=side or link.side)


def _is_outlets_denial(report: Report, reading: ReadReport, registry: Registry) -> bool:
    """Whether the outlet itself denies what others say: in "Rumours of X are untrue" the rumour denies nothing."""
    if (report.stance or reading.stance) is not Stance.DENIES:
        return False
    if reading.stance is not Stance.DENIES:
        return True
    said_by = reading.chain[-1] if reading.chain else None
    return said_by is not None and said_by.class_ == UNATTRIBUTED and not registry.identify(said_by.name).named
