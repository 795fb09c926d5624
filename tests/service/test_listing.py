"""GET /v1/claims: every filter, every order, and pages that neither repeat nor lose a claim."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.schemas.queries import ClaimQuery
from service.settings import Settings
from service.store.listing import ORDERS
from tests.service.conftest import MakeApp, claim

CLAIMS = [
    claim("The dam at Ostwick broke.", "official", publisher="Ostwick Mail") | {
        "event": {"date": "2024-05-01", "place": "Ostwick"}},
    claim("Żołnierze hold the bridge.", "party", publisher="northwire.example") | {
        "event": {"date": "2024-05", "place": "Verkhny  LUG"}},
    claim("The ferry sank.", "independent_verification", publisher="Northwire.example"),
    claim("The mill burned.", "anonymous") | {"event": {"date": "2023"}},
    claim("The mill did not burn.", "official", stance="denies"),
]


@pytest.fixture(scope="module")
def listing(any_database: str) -> FlaskClient:
    client = create_app(Settings(database=any_database)).test_client()
    for body in CLAIMS:
        assert client.post("/v1/claims", json=body).status_code == 201
    return client


def texts(client: FlaskClient, query: str) -> list[str]:
    answer = client.get(f"/v1/claims?{query}")
    assert answer.status_code == 200, answer.get_json()
    return [item["text"] for item in answer.get_json()["items"]]


@pytest.mark.parametrize(("query", "found"), [
    ("q=mill", {3, 4}), ("q=MILL+burn", {3, 4}), ("q=mill+burned", {3}), ("q=zolnierze", set()), ("q=żołn", {1}),
    ("q=zo%C5%82nierze", {1}), ("q=%22+OR+*", set()), ("q=mill'", {3, 4}),
    ("class=official", {0, 4}), ("publisher=NORTHWIRE.example", {1, 2}), ("publisher=northwire", set()),
    ("event_place=verkhny+lug", {1}), ("event_date=2024-05", {0, 1}), ("event_date=2024", {0, 1}),
    ("event_date=2024-05-01", {0}), ("class=official&event_place=Ostwick", {0}),
    ("since=2020-01-01T00:00:00Z", {0, 1, 2, 3, 4}), ("until=2020-01-01T00:00:00Z", set()),
    ("sort=event_date", {0, 1, 3}), ("score_min=0&score_max=1", {0, 1, 2, 3, 4}), ("score_min=1", set()),
    ("reports_min=1", {0, 1, 2, 3, 4}), ("reports_min=2", set()),
])
def test_a_filter_keeps_what_it_names(listing: FlaskClient, query: str, found: set[int]) -> None:
    assert set(texts(listing, query)) == {CLAIMS[i]["text"] for i in found}


def test_status_score_and_factor_filter_by_the_assessment_in_force(listing: FlaskClient) -> None:
    items = listing.get("/v1/claims").get_json()["items"]
    for status in {item["assessment"]["status"] for item in items}:
        expected = {item["text"] for item in items if item["assessment"]["status"] == status}
        assert set(texts(listing, f"status={status}")) == expected
    every = "&".join(f"status={item['assessment']['status']}" for item in items)
    assert len(texts(listing, every)) == len(CLAIMS)
    score = sorted(item["assessment"]["score"] for item in items)[2]
    assert len(texts(listing, f"score_max={score}")) >= 3
    by_factor = [texts(listing, f"factor={name}") for name in ("corroboration", "provenance", "hedging")]
    assert sum(map(len, by_factor)) <= len(CLAIMS)
    assert any(by_factor)


@pytest.mark.parametrize("order", ORDERS)
def test_pages_in_any_order_give_each_claim_once(listing: FlaskClient, order: str) -> None:
    whole, paged, cursor = texts(listing, f"sort={order}"), [], ""
    while cursor is not None:
        page = listing.get(f"/v1/claims?sort={order}&limit=2{cursor and '&cursor='}{cursor}").get_json()
        paged += [item["text"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert paged == whole
    assert len(set(whole)) == len(whole)


def test_an_order_and_its_reverse_mirror_each_other(listing: FlaskClient) -> None:
    assert texts(listing, "sort=score") == texts(listing, "sort=-score")[::-1]
    assert texts(listing, "") == texts(listing, "sort=-updated")


def test_a_claim_that_is_stored_meanwhile_does_not_shift_the_pages(make_app: MakeApp) -> None:
    client = make_app().test_client()
    for i in range(4):
        client.post("/v1/claims", json=claim(f"Dam {i} broke."))
    first = client.get("/v1/claims?limit=2").get_json()
    client.post("/v1/claims", json=claim("A later one."))
    assert texts(client, f"limit=2&cursor={first['next_cursor']}") == ["Dam 1 broke.", "Dam 0 broke."]


@pytest.mark.parametrize("query", [
    "limit=0", "limit=201", "limit=x", "cursor=!!", "cursor=WzEsMl0", "cursor=bnVsbA", "sort=name", "status=true",
    "factor=x", "score_min=nan", "score_max=2", "reports_min=0", "event_date=May", "since=yesterday", "q=+",
    "bogus=1", "class=", "score_min=0.8&score_max=0.2", "since=2024-02-02T00:00:00Z&until=2024-02-01T00:00:00Z",
    "q=dam&q=mill", "limit=2&limit=3",
    "class=oficial", "cursor=WyItdXBkYXRlZCIsIngiLDk5OTk5OTk5OTk5OTk5OTk5OTk5XQ"])
def test_a_wrong_query_is_named(listing: FlaskClient, query: str) -> None:
    answer = listing.get(f"/v1/claims?{query}")
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.get_json()["errors"][0]["field"].split(".")[0] == query.split("=")[0]


def test_an_unknown_filter_is_told_the_nearest_known_one(listing: FlaskClient) -> None:
    answer = listing.get("/v1/claims?stauts=contested").get_json()
    assert answer["errors"] == [{"field": "stauts", "problem": "is not a known field, did you mean “status”?"}]


def test_a_cursor_of_another_order_is_refused(listing: FlaskClient) -> None:
    cursor = listing.get("/v1/claims?limit=1&sort=score").get_json()["next_cursor"]
    assert listing.get(f"/v1/claims?limit=1&sort=-score&cursor={cursor}").status_code == 422


def test_every_filter_of_the_contract_is_tried_here() -> None:
    tried = {"q", "status", "score_min", "score_max", "reports_min", "factor", "class", "publisher", "event_place",
             "event_date", "since", "until", "like", "sort", "limit", "cursor", "format"}
    assert {field.data_key or name for name, field in ClaimQuery().fields.items()} == tried


def test_the_claims_that_a_text_may_be_about_come_likest_first(listing: FlaskClient) -> None:
    assert texts(listing, "like=Has+the+dam+in+Ostwick+really+broken?") == [CLAIMS[0]["text"]]
    page = listing.get("/v1/claims?like=Did+the+mill+burn%3F&sort=score").get_json()
    likeness = [item["likeness"] for item in page["items"]]
    assert {item["text"] for item in page["items"]} == {CLAIMS[3]["text"], CLAIMS[4]["text"]}
    assert likeness == sorted(likeness, reverse=True)
    assert page["next_cursor"] is None


@pytest.mark.parametrize(("query", "found"), [
    ("like=a+mill+burns&class=official", {4}), ("like=a+mill+burns&limit=1&status=contested", set()),
    ("like=%C5%BCo%C5%82nierz", {1}), ("like=%22+OR+*", set()), ("like=nothing+of+that", set()),
])
def test_filters_narrow_what_a_text_is_like(listing: FlaskClient, query: str, found: set[int]) -> None:
    assert set(texts(listing, query)) == {CLAIMS[i]["text"] for i in found}


def test_likeness_stands_only_where_it_was_asked(listing: FlaskClient) -> None:
    assert all("likeness" not in item for item in listing.get("/v1/claims").get_json()["items"])
