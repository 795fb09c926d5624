"""Linking: statements of many articles meet in cases: same claim, same event, same origin."""

from rules.linking.assessing import assess
from rules.linking.cases import CaseBuilder
from rules.linking.claims import about, claimed
from rules.linking.clusters import cluster
from rules.linking.lineage import Lineage, lineage
from rules.linking.link import link
from rules.linking.pairs import PairLinker
from rules.linking.records import LinkedCase, LinkedReport, Read, content_key
from rules.linking.settling import Near, Settled, settle
from rules.linking.statement import Statement, report_number
from rules.linking.stating import statements
from rules.linking.terms import Terms
from rules.linking.twins import COMPARED, Odds, Twins, content, pair

__all__ = [
    "COMPARED", "CaseBuilder", "Lineage", "LinkedCase", "LinkedReport", "Near", "Odds", "PairLinker", "Read", "Settled",
    "Statement", "Terms", "Twins", "about", "assess", "claimed", "cluster", "content", "content_key", "lineage", "link",
    "pair", "report_number", "settle", "statements",
]
