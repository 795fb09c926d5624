"""Claims from the first report to the last review: stored whole, scored again, never silently changed."""

from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from tests.service.conftest import CASE, DENIAL, claim


@pytest.fixture(scope="module")
def app(any_database: str) -> APIFlask:
    return create_app(Settings(database=any_database, max_reports=100))


def test_a_stored_claim_answers_with_itself_and_its_assessment(client: FlaskClient) -> None:
    answer = client.post("/v1/claims", json=CASE)
    found = answer.get_json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/claims/{found['id']}"
    assert set(found) == {"id", "text", "event", "reports", "reviews", "assessment", "created_at", "updated_at"}
    assert client.get(answer.headers["Location"]).data == answer.data
    assert found["assessment"] == client.post("/v1/score", json=CASE).get_json()


def test_reports_come_back_as_they_may_be_sent_again(client: FlaskClient, stored: dict[str, Any]) -> None:
    again = {key: stored[key] for key in ("text", "event", "reports")}
    assert client.post("/v1/score", json=again).get_json() == stored["assessment"]


def test_a_report_without_text_comes_back_without_one(client: FlaskClient) -> None:
    body = {"text": "The dam broke.", "reports": [{"source": {"class": "official"}, "stance": "supports"}]}
    found = client.post("/v1/claims", json=body).get_json()
    assert "text" not in found["reports"][0]
    assert client.post("/v1/score", json={"text": found["text"], "reports": found["reports"]}).status_code == 200


def test_a_claim_without_reports_is_its_own_one_report(client: FlaskClient) -> None:
    found = client.post("/v1/claims", json={"text": "The mayor said the ferry had sunk."}).get_json()
    more = client.post(f"/v1/claims/{found['id']}/reports", json={"reports": [DENIAL]}).get_json()
    assert [report["text"] for report in more["reports"]] == [found["text"], DENIAL["text"]]


def test_a_further_report_scores_again_and_keeps_what_was(client: FlaskClient, stored: dict[str, Any]) -> None:
    answer = client.post(f"/v1/claims/{stored['id']}/reports", json={"reports": [DENIAL]})
    now = answer.get_json()
    whole = CASE | {"reports": [*CASE["reports"], DENIAL]}
    first, second = client.get(f"/v1/claims/{stored['id']}/history").get_json()["items"]
    assert answer.status_code == 201
    assert now["assessment"] == client.post("/v1/score", json=whole).get_json()
    assert first["assessment"] == stored["assessment"]
    assert second["assessment"] == now["assessment"]
    assert now["updated_at"] > now["created_at"] == stored["created_at"]


def test_the_history_says_what_changed_and_why(client: FlaskClient, stored: dict[str, Any]) -> None:
    now = client.post(f"/v1/claims/{stored['id']}/reports", json={"reports": [DENIAL]}).get_json()["assessment"]
    (denier,) = (origin["name"] for origin in now["origins"] if origin["stance"] == "denies")
    first, second = client.get(f"/v1/claims/{stored['id']}/history").get_json()["items"]
    before, changes = stored["assessment"], second["changes"]
    assert first["changes"] is None
    assert (first["cause"], second["cause"]) == ("created", "reports_added")
    assert changes["why"] == f"1 more report came in. {denier} denied it."
    assert changes["score"] == pytest.approx(now["score"] - before["score"])
    assert (changes["status_before"], changes["status_after"]) == (before["status"], now["status"])
    moved = sum(row["log_odds"] for row in changes["added"]) - sum(row["log_odds"] for row in changes["removed"])
    moved += sum(pair["after"]["log_odds"] - pair["before"]["log_odds"] for pair in changes["changed"])
    total = sum(row["log_odds"] for row in now["contributions"])
    assert moved == pytest.approx(total - sum(row["log_odds"] for row in before["contributions"]))


def test_the_history_goes_on_page_by_page(client: FlaskClient, stored: dict[str, Any]) -> None:
    path = f"/v1/claims/{stored['id']}"
    for _ in range(3):
        client.post(f"{path}/reports", json={"reports": [DENIAL]})
    whole = client.get(f"{path}/history").get_json()["items"]
    page = client.get(f"{path}/history?limit=2").get_json()
    rest = client.get(f"{path}/history?limit=2&cursor={page['next_cursor']}").get_json()
    assert page["items"] + rest["items"] == whole
    assert rest["next_cursor"] is None


def test_a_wrong_report_is_named_by_its_place_in_the_request(client: FlaskClient, stored: dict[str, Any]) -> None:
    wrong = {"text": "x", "source": {"class": "prty"}, "stance": "supports"}
    answer = client.post(f"/v1/claims/{stored['id']}/reports", json={"reports": [DENIAL, wrong]})
    assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, "reports.1.source.class")
    assert client.get(f"/v1/claims/{stored['id']}").get_json() == stored


def test_no_reports_are_no_further_assessment(client: FlaskClient, stored: dict[str, Any]) -> None:
    answer = client.post(f"/v1/claims/{stored['id']}/reports", json={"reports": []})
    assert (answer.status_code, answer.get_json()["detail"]) == (422, "reports: is empty")
    assert client.get(f"/v1/claims/{stored['id']}").get_json() == stored


def test_a_claim_takes_no_more_reports_than_a_case(client: FlaskClient, stored: dict[str, Any]) -> None:
    answer = client.post(f"/v1/claims/{stored['id']}/reports", json={"reports": [DENIAL] * 99})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "reports"


def test_the_same_key_and_claim_give_the_same_answer(client: FlaskClient) -> None:
    once = client.post("/v1/claims", json=CASE, headers={"Idempotency-Key": "k-1"})
    client.post(f"{once.headers['Location']}/reports", json={"reports": [DENIAL]})
    again = client.post("/v1/claims", json=dict(reversed(CASE.items())), headers={"Idempotency-Key": "k-1"})
    assert (again.status_code, again.data, again.headers["Location"]) == (201, once.data, once.headers["Location"])


def test_the_same_key_with_another_claim_is_refused(client: FlaskClient) -> None:
    client.post("/v1/claims", json=CASE, headers={"Idempotency-Key": "k-2"})
    answer = client.post("/v1/claims", json=claim("Another."), headers={"Idempotency-Key": "k-2"})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "Idempotency-Key"


@pytest.mark.parametrize("key", ["", "a b", "é", "x" * 201])
def test_a_key_that_is_none_is_refused(client: FlaskClient, key: str) -> None:
    assert client.post("/v1/claims", json=CASE, headers={"Idempotency-Key": key}).status_code == 422


def test_a_deleted_claim_leaves_no_trace_of_its_text(client: FlaskClient) -> None:
    secret = claim("Xylograph moved at dawn.")
    path = client.post("/v1/claims", json=secret, headers={"Idempotency-Key": "k-3"}).headers["Location"]
    client.post(f"{path}/reviews", json={"verdict": "confirmed", "author": "Ana", "reason": "Seen."})
    assert client.delete(path).status_code == 204
    assert [client.get(path).status_code, client.delete(path).status_code] == [404, 404]
    assert client.get("/v1/claims?q=xylograph").get_json()["items"] == []
    repeated = client.post("/v1/claims", json=secret, headers={"Idempotency-Key": "k-3"})
    assert repeated.status_code == 201
    assert repeated.headers["Location"] != path


def test_a_review_stands_beside_the_score(client: FlaskClient, stored: dict[str, Any]) -> None:
    given = {"verdict": "contested", "correction": "It is the old bridge.", "author": "Ana", "reason": "Own footage."}
    answer = client.post(f"/v1/claims/{stored['id']}/reviews", json=given)
    now = client.get(f"/v1/claims/{stored['id']}").get_json()
    assert answer.status_code == 201
    assert now["reviews"] == [answer.get_json()]
    assert given.items() <= answer.get_json().items()
    assert now["assessment"] == stored["assessment"]


@pytest.mark.parametrize(("body", "field"), [
    ({"author": "Ana", "reason": "x"}, "verdict"), ({"verdict": "true", "author": "Ana", "reason": "x"}, "verdict"),
    ({"verdict": "confirmed", "reason": "x"}, "author"), ({"correction": "x", "author": " ", "reason": "x"}, "author"),
    ({"verdict": "confirmed", "author": "Ana", "reason": "x", "score": 1}, "score")])
def test_a_review_needs_a_word_an_author_and_a_reason(
    client: FlaskClient, stored: dict[str, Any], body: dict[str, Any], field: str
) -> None:
    answer = client.post(f"/v1/claims/{stored['id']}/reviews", json=body)
    assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, field)


@pytest.mark.parametrize(("method", "path"), [
    ("get", ""), ("delete", ""), ("get", "/history"), ("post", "/reports"), ("post", "/reviews")])
def test_a_claim_that_is_not_there_is_told_so(client: FlaskClient, method: str, path: str) -> None:
    bodies = {"/reports": {"reports": [DENIAL]}, "/reviews": {"verdict": "confirmed", "author": "A", "reason": "B"}}
    answer = getattr(client, method)(f"/v1/claims/nobody{path}", json=bodies.get(path))
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert "nobody" in answer.get_json()["detail"]
