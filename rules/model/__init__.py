"""Words of the design as immutable records."""

from rules.model.assessment import (
    Admiralty,
    Assessment,
    Contribution,
    Evidence,
    FacetState,
    FactorScore,
    Grades,
    Likelihood,
    NextCheck,
    Origin,
    ReportHedge,
    RulebookStamp,
)
from rules.model.case import Case, Document, Event, Hedge, Record, Report, Source, Verification
from rules.model.reading import Attribution, Extent, FacetMention, Link, Reading, ReadReport, Span
from rules.model.vocabulary import Facet, Factor, Interest, Outcome, Owner, Reliability, Stance, Status, TracedBy

__all__ = [
    "Admiralty", "Assessment", "Attribution", "Case", "Contribution", "Document", "Event", "Evidence", "Extent",
    "Facet", "FacetMention", "FacetState", "Factor", "FactorScore", "Grades", "Hedge", "Interest", "Likelihood",
    "Link", "NextCheck", "Origin", "Outcome", "Owner", "ReadReport", "Reading", "Record", "Reliability",
    "Report", "ReportHedge", "RulebookStamp", "Source", "Span", "Stance", "Status", "TracedBy", "Verification",
]
