"""Linking: statements of many articles meet in cases: same claim, same event, same origin."""

from rules.linking.cases import LinkedCase, LinkedReport, Read
from rules.linking.lineage import Lineage, lineage
from rules.linking.link import content_key, link

__all__ = ["Lineage", "LinkedCase", "LinkedReport", "Read", "content_key", "lineage", "link"]
