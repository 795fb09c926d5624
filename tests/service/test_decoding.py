"""The quick way in agrees with the schema: it may pass a case on, but never take one that the schema would not."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.model import Case, Facet, Interest, Stance
from service.errors import MalformedError, ServiceError
from service.schemas import decoding, quick
from service.schemas.case import CASE as SCHEMA
from service.schemas.limits import Limits

LIMITS = Limits(reports=50, text=1_000)
TEXTS = st.sampled_from(["The dam broke.", "", " ", "  a", "a\0b", "\x7f", "\u200b", "żółć 🕊", "\ud83d", "x" * 501, 7,
                         None, True])
TIMES = st.sampled_from(
    ["2024-06-02T10:00:00Z", "2024-06-02t10:00:00.5+03:00", "2024-06-02", "9999-12-31T23:59:59-01:00"])
DAYS = st.sampled_from(["2024", "2024-06", "2024-06-31", "2024-06-02", "24"])
URLS = st.sampled_from(
    ["https://a.example/b?c", "http://", "ftp://a.example", "https://a b", "https://[", "https://é.example"])


def objects(required: dict[str, Any] | None = None, **optional: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    usual = st.fixed_dictionaries(required or {}, optional=optional | {"bogus": st.just(1)})
    usual = usual.filter(lambda found: "bogus" not in found) | usual
    return usual | st.sampled_from([None, [], "x"])


def words(vocabulary: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([*vocabulary, "other", None, 0])


SOURCES = objects(name=TEXTS, **{"class": TEXTS, "side": TEXTS, "interest": words(Interest)})
CHECKS = objects(facets=st.lists(words(Facet), max_size=8), failed=st.lists(words(Facet), max_size=2), method=TEXTS)
REPORTS = objects(text=TEXTS, publisher=TEXTS, url=URLS | TEXTS, published_at=TIMES | TEXTS, source=SOURCES,
                  via=st.lists(TEXTS, max_size=3) | TEXTS, stance=words(Stance), verification=CHECKS)
CASES = objects({"text": TEXTS}, event=objects(date=DAYS | TEXTS, place=TEXTS), reports=st.lists(REPORTS, max_size=3))


def by_schema(body: bytes) -> Case | None:
    try:
        return msgspec.convert(decoding.load(SCHEMA, body), Case)
    except ServiceError:
        return None


def by_quick_way(body: bytes) -> Case | None:
    try:
        return quick.case(msgspec.json.decode(body, type=Case), body)
    except decoding.NOT_PLAIN:
        return None


@settings(max_examples=400, deadline=None)
@given(CASES)
def test_what_the_quick_way_takes_the_schema_takes_as_the_same(data: Any) -> None:
    body = json.dumps(data).encode()
    quickly = by_quick_way(body)
    assert quickly is None or quickly == by_schema(body)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=30) | st.text(max_size=30).map(str.encode))
def test_bytes_of_any_kind_give_a_case_or_a_problem(body: bytes) -> None:
    try:
        decoding.case(body, LIMITS)
    except ServiceError as error:
        assert error.detail


def test_plain_cases_go_the_quick_way() -> None:
    body = b'{"text": "The dam broke.", "reports": [{"text": "No.", "published_at": "2024-06-02T13:00:00+03:00"}]}'
    found = by_quick_way(body)
    assert found is not None
    assert found.reports[0].published_at == "2024-06-02T10:00:00Z"


def test_a_time_is_kept_in_utc() -> None:
    body = b'{"text": "x", "reports": [{"text": "No.", "published_at": "2024-06-02T00:30:00.250-05:00", "url": null}]}'
    assert decoding.case(body, LIMITS).reports[0].published_at == "2024-06-02T05:30:00.250000Z"


def test_constants_that_are_no_json_are_named() -> None:
    with pytest.raises(MalformedError, match="Infinity"):
        decoding.parse(b'{"text": Infinity}')
