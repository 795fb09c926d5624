"""Facets: the parts of a claim that can be verified by themselves, found in words and in parsed text."""

from __future__ import annotations

from rules.facets.asserted import AssertedFacets
from rules.facets.names import name_key
from rules.facets.numbers import NumberReader
from rules.facets.places import Gazetteer, Place
from rules.facets.times import TimeReader
from rules.model import Event, Facet
from rules.rulebook import Rulebook

__all__ = ["Gazetteer", "NumberReader", "Place", "TimeReader", "asserted_facets", "name_key"]


def asserted_facets(text: str, event: Event | None, rulebook: Rulebook) -> tuple[Facet, ...]:
    """Which facets a claim asserts, from its words and its event; needs no parser and takes microseconds.

    >>> asserted_facets("At least six people were hurt in Kozinka on Monday.", None, Rulebook())
    (<Facet.ACTION: 'action'>, <Facet.PLACE: 'place'>, <Facet.TIME: 'time'>, <Facet.NUMBER: 'number'>)
    """
    return rulebook.part(AssertedFacets).find(text, event)
