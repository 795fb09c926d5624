"""The checks of the case schema on records that msgspec has decoded already.

Everything here raises ValueError or ValidationError where it is not sure; the schema says why."""

from __future__ import annotations

import msgspec

from rules.model import Case, Event, Facet, Report, Source, Verification
from service.schemas.case import VIA
from service.schemas.fields import NAME_LENGTH, URL_LENGTH, day, readable, utc, web_address

_NO_SOURCE = (None, Source())


class UnsureError(ValueError):
    """The schema must decide, and say what is wrong."""


def case(found: Case, body: bytes) -> Case:
    """The case as the schema would give it."""
    plain = _plain(body)
    if not plain:
        readable(found.text)
    if found.event:
        _event(found.event, plain)
    checked = _reports(found.reports, plain)
    return found if checked is found.reports else msgspec.structs.replace(found, reports=checked)


def reports(found: tuple[Report, ...], body: bytes) -> tuple[Report, ...]:
    """The reports as the schema would give them."""
    if not found:
        raise UnsureError
    return _reports(found, _plain(body))


def _plain(body: bytes) -> bool:
    """Whether every string in it is readable, as seen at once: ASCII without escapes, of which none begins blank."""
    if b'""' in body:  # an empty string and none at all look alike once decoded
        raise UnsureError
    return body.isascii() and not (b"\\" in body or b'" ' in body or b"\x7f" in body)


def _reports(found: tuple[Report, ...], plain: bool) -> tuple[Report, ...]:
    checked = tuple([_report(report, plain) for report in found])
    return found if checked == found else checked


def _report(report: Report, plain: bool) -> Report:
    if not (report.text or report.publisher or report.url or report.via or report.source not in _NO_SOURCE):
        raise UnsureError
    if report.text and not plain:
        readable(report.text)
    _names(plain, report.publisher, *report.via)
    if len(report.via) > VIA:
        raise UnsureError
    if report.url is not None:
        _address(report.url)
    if report.source:
        _names(plain, report.source.name, report.source.class_, report.source.side)
    if report.verification:
        _verification(report.verification, plain)
    if report.published_at is None or report.published_at == (moment := utc(report.published_at)):
        return report
    return msgspec.structs.replace(report, published_at=moment)


def _event(event: Event, plain: bool) -> None:
    _names(plain, event.place)
    if event.date is not None:
        day(event.date)


def _address(url: str) -> None:
    if len(url) > URL_LENGTH:
        raise UnsureError
    web_address(url)


def _verification(verification: Verification, plain: bool) -> None:
    _names(plain, verification.method)
    if max(len(verification.facets), len(verification.failed)) > len(Facet):
        raise UnsureError


def _names(plain: bool, *names: str | None) -> None:
    for name in names:
        if name is not None:
            if not plain:
                readable(name)
            if len(name) > NAME_LENGTH:
                raise UnsureError
