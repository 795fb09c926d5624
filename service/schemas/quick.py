"""The checks of the case schema on records that msgspec has decoded already.

Everything here raises ValueError or ValidationError where it is not sure; the schema says why."""

from __future__ import annotations

import msgspec

from rules.model import Case, Event, Facet, Report, Verification
from service.schemas.case import VIA
from service.schemas.fields import NAME_LENGTH, URL_LENGTH, day, readable, utc, web_address


class UnsureError(ValueError):
    """The schema must decide, and say what is wrong."""


def case(found: Case, body: bytes) -> Case:
    """The case as the schema would give it."""
    readable(found.text)
    if found.event:
        _event(found.event)
    checked = reports(found.reports, body)
    return found if checked is found.reports else msgspec.structs.replace(found, reports=checked)


def reports(found: tuple[Report, ...], body: bytes) -> tuple[Report, ...]:
    """The reports as the schema would give them."""
    if b'""' in body:  # an empty string and none at all look alike once decoded
        raise UnsureError
    checked = tuple([_report(report) for report in found])
    return found if checked == found else checked


def _report(report: Report) -> Report:
    if report.text:
        readable(report.text)
    _names(report.publisher, *report.via)
    if len(report.via) > VIA:
        raise UnsureError
    if report.url is not None:
        _address(report.url)
    if report.source:
        _names(report.source.name, report.source.class_, report.source.side)
    if report.verification:
        _verification(report.verification)
    if report.published_at is None or report.published_at == (moment := utc(report.published_at)):
        return report
    return msgspec.structs.replace(report, published_at=moment)


def _event(event: Event) -> None:
    _names(event.place)
    if event.date is not None:
        day(event.date)


def _address(url: str) -> None:
    if len(url) > URL_LENGTH:
        raise UnsureError
    web_address(url)


def _verification(verification: Verification) -> None:
    _names(verification.method)
    if max(len(verification.facets), len(verification.failed)) > len(Facet):
        raise UnsureError


def _names(*names: str | None) -> None:
    for name in names:
        if name is not None:
            readable(name)
            if len(name) > NAME_LENGTH:
                raise UnsureError
