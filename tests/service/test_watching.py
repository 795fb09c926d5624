"""What dashboards read: events as they come, counts, metrics, and headers that save sending twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.web import streams
from tests.service.conftest import CASE, DENIAL, MakeApp, claim


def frames(answer: Any) -> Iterator[dict[str, str]]:
    """Events of a stream, one after the other."""
    for piece in answer.iter_encoded():
        for frame in piece.decode().split("\n\n"):
            fields = dict(line.split(": ", 1) for line in frame.splitlines())
            if "data" in fields:
                yield fields


def test_events_tell_what_happened_in_its_order_and_resume(make_app: MakeApp) -> None:
    client = make_app(event_poll=0.01).test_client()
    path = client.post("/v1/claims", json=CASE).headers["Location"]
    client.post(f"{path}/reports", json={"reports": [DENIAL]})
    client.post(f"{path}/reviews", json={"verdict": "contested", "author": "Ana", "reason": "x"})
    with client.get("/v1/events", headers={"Last-Event-ID": "0"}) as answer:
        found = [next(events) for events in [frames(answer)] for _ in range(3)]
    with client.get("/v1/events", headers={"Last-Event-ID": found[0]["id"]}) as answer:
        assert next(frames(answer)) == found[1]
    assert [event["event"] for event in found] == ["claim.created", "claim.reassessed", "review.added"]
    told, now = json.loads(found[1]["data"]), client.get(path).get_json()
    assert (told["claim"]["id"], told["claim"]["score"]) == (now["id"], now["assessment"]["score"])


def test_a_stream_without_a_last_event_begins_with_the_next_one(make_app: MakeApp) -> None:
    app = make_app(event_poll=0.01)
    client = app.test_client()
    client.post("/v1/claims", json=claim("An old one."))
    with client.get("/v1/events") as answer:
        app.test_client().post("/v1/claims", json=claim("A new one."))
        assert json.loads(next(frames(answer))["data"])["claim"]["text"] == "A new one."


def test_a_deletion_is_told_without_the_text(make_app: MakeApp) -> None:
    client = make_app(event_poll=0.01).test_client()
    client.delete(client.post("/v1/claims", json=claim("A secret one.")).headers["Location"])
    with client.get("/v1/events", headers={"Last-Event-ID": "0"}) as answer:
        event = next(frames(answer))
    assert event["event"] == "claim.deleted"
    assert "secret" not in event["data"]


def test_streams_are_bounded_and_their_places_come_back(make_app: MakeApp) -> None:
    client = make_app(event_streams=1).test_client()
    with client.get("/v1/events"):
        refused = client.get("/v1/events")
        assert (refused.status_code, refused.mimetype) == (503, "application/problem+json")
    with client.get("/v1/events") as again:
        assert (again.status_code, again.mimetype) == (200, "text/event-stream")


def test_a_stream_cannot_be_filtered_and_says_so(client: FlaskClient) -> None:
    problem = client.get("/v1/events?status=contested").get_json()
    assert (problem["status"], [error["field"] for error in problem["errors"]]) == (422, ["status"])


def test_a_stream_beats_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "HEARTBEAT", 0.0)
    pieces = list(streams.stream(lambda _: [], 0, 0.001, 0.05))
    assert streams.COMMENT in pieces


@pytest.mark.parametrize("last", ["x", "-1", "1" * 19])
def test_a_last_event_that_is_none_is_refused(client: FlaskClient, last: str) -> None:
    assert client.get("/v1/events", headers={"Last-Event-ID": last}).status_code == 422


def test_stats_count_what_is_stored(make_app: MakeApp) -> None:
    client = make_app().test_client()
    assert client.get("/v1/stats").get_json()["mean_score"] is None
    stored = [client.post("/v1/claims", json=body).get_json() for body in (CASE, claim("The dam broke."), CASE)]
    found = client.get("/v1/stats").get_json()
    assert found["totals"] == {"claims": 3, "reports": 5, "assessments": 3, "reviews": 0}
    assert found["classes"] == {"independent_verification": 2, "party": 2, "media": 1}
    assert found["publishers"] == {"lug herald": 2, "northwire.example": 2}
    assert sum(found["statuses"].values()) == sum(row["count"] for row in found["scores"]) == 3
    scores = [claim["assessment"]["score"] for claim in stored]
    assert found["mean_score"] == pytest.approx(sum(scores) / 3)
    for row in found["scores"]:
        assert row["count"] == sum(row["low"] <= score < row["high"] for score in scores)
    (day,) = found["days"]
    assert (day["claims"], day["assessments"], day["day"]) == (3, 3, stored[0]["created_at"][:10])
    assert day["statuses"] == found["statuses"]


def test_metrics_count_requests_and_what_is_stored(make_app: MakeApp) -> None:
    client = make_app().test_client()
    client.post("/v1/claims", json=CASE)
    client.post("/v1/score", data=b"{", content_type="application/json")
    text = client.get("/metrics").get_data(as_text=True)
    assert 'corrobora_http_requests_total{method="POST",route="/v1/claims",status="201"}' in text
    assert 'corrobora_http_requests_total{method="POST",route="/v1/score",status="400"}' in text
    assert 'corrobora_http_request_seconds_bucket{le="0.001",method="POST",route="/v1/claims"}' in text
    assert "corrobora_claims 1.0" in text
    assert 'corrobora_reports_by_class{class="party"} 1.0' in text
    assert "corrobora_database_up 1.0" in text


@pytest.mark.parametrize("path", ["/v1/claims", "/v1/stats", "/v1/rules", "/v1/sources", "/openapi.json", "/healthz"])
def test_what_did_not_change_is_not_sent_again(make_app: MakeApp, path: str) -> None:
    client = make_app().test_client()
    etag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": etag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", etag)
    assert client.head(path).headers["ETag"] == etag


def test_a_changed_claim_has_another_etag(client: FlaskClient, stored: dict[str, Any]) -> None:
    path = f"/v1/claims/{stored['id']}"
    etag = client.get(path).headers["ETag"]
    client.post(f"{path}/reports", json={"reports": [DENIAL]})
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 200


def test_other_sites_may_read_only_if_the_settings_say_so(make_app: MakeApp) -> None:
    client = make_app(cors_origins=("https://board.example",)).test_client()
    allowed = client.get("/healthz", headers={"Origin": "https://board.example"})
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://board.example"
    other = client.get("/healthz", headers={"Origin": "https://other.example"})
    assert "Access-Control-Allow-Origin" not in other.headers
    assert "Origin" in other.headers["Vary"]
    asked = client.options("/v1/score", headers={"Origin": "https://board.example"})
    assert "Idempotency-Key" in asked.headers["Access-Control-Allow-Headers"]


def test_no_other_site_may_read_by_default(client: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/healthz", headers={"Origin": "https://a.example"}).headers


def test_the_rulebook_tells_every_rule(client: FlaskClient) -> None:
    found = client.get("/v1/rules").get_json()
    assert found["rulebook"] == client.get("/healthz").get_json()["rulebook"]
    for rule in found["items"]:
        assert client.get(f"/v1/rules/{rule['id']}").get_json() == rule
    missing = client.get(f"/v1/rules/{found['items'][0]['id']}x")
    assert missing.status_code == 404
    assert "did you mean" in missing.get_json()["detail"]


def test_a_filter_that_the_rulebook_does_not_know_is_refused(client: FlaskClient) -> None:
    """Or all rules would come as if they were those that were asked for."""
    answer = client.get("/v1/rules?factor=hedging")
    assert answer.get_json()["errors"] == [{"field": "factor", "problem": "is not a known field"}]
