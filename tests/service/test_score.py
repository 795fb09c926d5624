"""POST /v1/score: what comes back, and what every kind of bad input is told."""

import gzip
import json
import math
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.service.conftest import CASE


def post(client: FlaskClient, body: bytes | str) -> Any:
    return client.post("/v1/score", data=body, content_type="application/json")


def test_a_case_gets_an_assessment_whose_contributions_add_up(client: FlaskClient) -> None:
    answer = client.post("/v1/score", json=CASE)
    found = answer.get_json()
    total = found["prior"] + sum(row["log_odds"] for row in found["contributions"])
    assert answer.status_code == 200
    assert math.isclose(total, math.log(found["score"] / (1 - found["score"])), abs_tol=1e-9)
    assert {origin["class"] for origin in found["origins"]} == {"party", "independent_verification"}
    assert found["facets"]["place"]["status"] == "verified"


def test_only_the_text_is_required(client: FlaskClient) -> None:
    assert client.post("/v1/score", json={"text": "The mayor said the ferry had sunk."}).status_code == 200


def test_null_means_the_same_as_leaving_out(client: FlaskClient) -> None:
    nulls = {"text": CASE["text"], "event": None, "reports": [
        {"text": "The ferry sank.", "publisher": None, "source": {"class": "media", "name": None}, "via": None,
         "verification": None, "stance": "supports"}]}
    bare = {"text": CASE["text"], "reports": [
        {"text": "The ferry sank.", "source": {"class": "media"}, "stance": "supports"}]}
    assert client.post("/v1/score", json=nulls).data == client.post("/v1/score", json=bare).data


REPORT = {"text": "It holds.", "source": {"class": "media"}, "stance": "supports"}
WRONG_FIELDS: list[tuple[dict[str, Any], str, str]] = [
    ({}, "text", "required"),
    ({"text": None}, "text", "must be a string"),
    ({"text": True}, "text", "must be a string"),
    ({"text": 0}, "text", "must be a string"),
    ({"text": ""}, "text", "blank"),
    ({"text": " \n\u200b\ufeff"}, "text", "blank"),
    ({"text": "a\0b"}, "text", "NUL"),
    ({"text": "x" * 5_001}, "text", "longer than 5000"),
    ({"text": "x", "txet": "y"}, "txet", "did you mean “text”"),
    ({"text": "x", "event": {"date": "2024-02-30"}}, "event.date", "date that exists"),
    ({"text": "x", "event": {"date": "12024"}}, "event.date", "date that exists"),
    ({"text": "x", "event": {"place": "\t"}}, "event.place", "blank"),
    ({"text": "x", "event": []}, "event", "must be a JSON object"),
    ({"text": "x", "reports": {}}, "reports", "must be a list"),
    ({"text": "x", "reports": [None]}, "reports.0", "must be a JSON object"),
    ({"text": "x", "reports": [7]}, "reports.0", "must be a JSON object"),
    ({"text": "x", "reports": [REPORT, {}]}, "reports.1", "at least one of: text"),
    ({"text": "x", "reports": [{"stance": "denies", "source": None}]}, "reports.0", "names nobody"),
    ({"text": "x", "reports": [{"source": {}}]}, "reports.0", "names nobody"),
    ({"text": "x", "reports": [REPORT] * 101}, "reports", "at most 100"),
    ({"text": "x", "reports": [REPORT, {"text": "y" * 5_001}]}, "reports.1.text", "longer than 5000"),
    ({"text": "x", "reports": [REPORT, {"text": ""}]}, "reports.1.text", "blank"),
    ({"text": "x", "reports": [{"published_at": "2024-06-02T10:00:00"}]}, "reports.0.published_at", "RFC 3339"),
    ({"text": "x", "reports": [{"published_at": "2024-13-02T10:00:00Z"}]}, "reports.0.published_at", "RFC 3339"),
    ({"text": "x", "reports": [{"published_at": "0001-01-01T00:00:00+09:00"}]}, "reports.0.published_at", "RFC 3339"),
    ({"text": "x", "reports": [{"published_at": 1717322400}]}, "reports.0.published_at", "string"),
    ({"text": "x", "reports": [{"url": "javascript:alert(1)"}]}, "reports.0.url", "http"),
    ({"text": "x", "reports": [{"url": "https://" + "a" * 2_000}]}, "reports.0.url", "longer"),
    ({"text": "x", "reports": [{"stance": "agrees"}]}, "reports.0.stance", "supports"),
    ({"text": "x", "reports": [{"stance": False}]}, "reports.0.stance", "must be"),
    ({"text": "x", "reports": [{"via": "Telegram"}]}, "reports.0.via", "list"),
    ({"text": "x", "reports": [{"via": ["Telegram", ""]}]}, "reports.0.via.1", "blank"),
    ({"text": "x", "reports": [{"source": {"clas": "party"}}]}, "reports.0.source.clas", "did you mean “class”"),
    ({"text": "x", "reports": [REPORT, {"source": {"interest": "own"}}]}, "reports.1.source.interest", "neutral"),
    ({"text": "x", "reports": [{"verification": {"facets": ["where"]}}]}, "reports.0.verification.facets.0", "place"),
]


@pytest.mark.parametrize(("body", "field", "problem"), WRONG_FIELDS, ids=lambda value: str(value)[:40])
def test_a_wrong_field_is_named_with_what_to_do(
    client: FlaskClient, body: dict[str, Any], field: str, problem: str
) -> None:
    answer = client.post("/v1/score", json=body)
    errors = {error["field"]: error["problem"] for error in answer.get_json()["errors"]}
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert problem in errors[field]


def test_every_wrong_field_is_named_at_once(client: FlaskClient) -> None:
    body = {"text": "", "event": {"date": "soon"}, "reports": [{"url": "x"}, {"stance": "x"}]}
    errors = client.post("/v1/score", json=body).get_json()["errors"]
    assert {error["field"] for error in errors} == {"text", "event.date", "reports.0.url", "reports.1.stance"}


def test_the_detail_tells_what_is_wrong_with_three_fields_and_counts_the_others(client: FlaskClient) -> None:
    body = '{"txt": "x", "evnt": {}, "via": [], "url": "x"}'
    detail = client.post("/v1/score", data=body, content_type="application/json").get_json()["detail"]
    assert detail == ("text: is required; txt: is not a known field, did you mean “text”?; "
                      "evnt: is not a known field, did you mean “event”?; and 2 more")


def test_a_source_class_that_the_rulebook_lacks_is_refused(client: FlaskClient) -> None:
    body = CASE | {"reports": [CASE["reports"][0], {"text": "y", "source": {"class": "prty"}}]}
    answer = client.post("/v1/score", json=body)
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "reports.1.source.class"
    assert "party" in answer.get_json()["detail"]


NOT_JSON = {
    "nothing": b"", "half": b'{"text": "x"', "NaN": b'{"text": NaN}', "Infinity": b'{"text": -Infinity}',
    "not UTF-8": b'{"text": "\xff"}', "deep": b"[" * 50_000, "deep object": b'{"text":' * 9_000, "two": b"{} {}",
    "single quotes": b"{'text': 'x'}",
}


@pytest.mark.parametrize("body", NOT_JSON.values(), ids=NOT_JSON)
def test_what_is_not_json_is_told_so(client: FlaskClient, body: bytes) -> None:
    answer = post(client, body)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.get_json()["detail"].startswith("Not JSON")


@pytest.mark.parametrize("body", [b"[]", b"7", b'"text"', b"null"])
def test_json_that_is_no_object_breaks_the_contract(client: FlaskClient, body: bytes) -> None:
    answer = post(client, body)
    assert answer.status_code == 422
    assert answer.get_json()["errors"] == [{"field": "", "problem": "must be a JSON object"}]
    assert answer.get_json()["detail"] == "the input must be a JSON object"


def test_half_of_a_surrogate_pair_names_its_field(client: FlaskClient) -> None:
    answer = post(client, rb'{"text": "x", "reports": [{"text": "a \ud83d b"}]}')
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "reports.0.text"


def test_text_of_any_script_keeps_its_offsets(client: FlaskClient) -> None:
    text = "🕊️ e\u0301 \u202bקרית\u202c: the group reportedly took the bridge"
    body = {"text": text, "reports": [{"text": text, "source": {"class": "party"}, "stance": "supports"}]}
    hedges = client.post("/v1/score", data=json.dumps(body), content_type="application/json").get_json()["hedges"]
    assert [text[h["start"] : h["end"]] for h in hedges] == [h["text"] for h in hedges] != []


def test_control_characters_other_than_nul_are_kept(client: FlaskClient) -> None:
    assert post(client, rb'{"text": "line\u0001 one\ttwo\u0085"}').status_code == 200


def test_a_body_beyond_the_limit_is_refused(client: FlaskClient) -> None:
    answer = post(client, b'{"text": "' + b"x" * 100_000 + b'"}')
    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")
    assert "100000 bytes" in answer.get_json()["detail"]


@pytest.mark.parametrize("size", [100_001, 250_000])
def test_a_body_of_unknown_length_beyond_the_limit_is_refused(app: APIFlask, size: int) -> None:
    request = EnvironBuilder("/v1/score", method="POST", data=b"7" * size, content_type="application/json")
    chunked = request.get_environ() | {"CONTENT_LENGTH": "", "wsgi.input_terminated": True}
    pieces, status, _ = run_wsgi_app(app, chunked)
    assert status.startswith("413"), b"".join(pieces)
    assert chunked["wsgi.input"].read() == b"", "what is refused is taken in, so that the client gets to the answer"


def test_another_media_type_is_refused(client: FlaskClient) -> None:
    answer = client.post("/v1/score", data=b"text=x", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 415
    assert "application/json" in answer.get_json()["detail"]


@pytest.mark.parametrize(("path", "media"), [("/v1/score", "application/json"),
                                             ("/v1/score/batch", "application/x-ndjson")])
def test_a_compressed_body_is_told_to_come_as_it_is(client: FlaskClient, path: str, media: str) -> None:
    body = gzip.compress(b'{"text": "The dam broke."}')
    answer = client.post(path, data=body, content_type=media, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 415
    assert "Content-Encoding" in answer.get_json()["detail"]


@pytest.mark.parametrize(("method", "path", "status"), [("get", "/v1/score", 405), ("post", "/v1/scores", 404)])
def test_other_addresses_and_methods_get_problem_details(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    answer = getattr(client, method)(path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.get_json()["status"] == status


def test_what_nobody_foresaw_shows_nothing_of_the_inside(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("rules.assess", fail)
    answer = client.post("/v1/score", json=CASE)
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert b"secret" not in answer.data


def test_an_answer_that_is_all_there_goes_to_the_server_at_once_and_a_stream_piece_by_piece(app: APIFlask) -> None:
    def sent(path: str, media: str) -> object:
        asked = EnvironBuilder(path, method="POST", data=b'{"text": "The dam broke."}\n', content_type=media)
        return app(asked.get_environ(), lambda status, headers, problem=None: None)

    assert isinstance(sent("/v1/score", "application/json"), list)
    assert not isinstance(sent("/v1/score/batch", "application/x-ndjson"), list)
