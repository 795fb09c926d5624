"""Lists as CSV and NDJSON, by parameter or by Accept header, whole and in order."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

MANY = 230


@pytest.fixture
def stored(client: FlaskClient) -> list[str]:
    """More claims than one page holds."""
    for number in range(MANY):
        report = {"text": "It is so.", "source": {"name": f"Office {number}", "class": "media"}, "stance": "supports"}
        assert client.post("/v1/claims", json={"text": f"=SUM({number}) is <b>odd</b>, \"he\" said.",
                                               "reports": [report]}).status_code == 201
    return [f"=SUM({number}) is <b>odd</b>, \"he\" said." for number in reversed(range(MANY))]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("ask", [{"path": "/v1/claims?format=csv&sort=-created"},
                                 {"path": "/v1/claims?sort=-created", "headers": {"Accept": "text/csv"}}])
def test_csv_has_every_row_and_no_formula(client: FlaskClient, stored: list[str], ask: dict[str, Any]) -> None:
    answer = client.get(**ask)
    found = rows(answer.get_data(as_text=True))
    assert answer.mimetype == "text/csv"
    assert [row["text"] for row in found] == [f"'{text}" for text in stored]
    assert 0 < float(found[0]["assessment.score"]) < 1
    assert found[0]["event.date"] == ""


@pytest.mark.parametrize("ask", [{"path": "/v1/claims?format=ndjson"},
                                 {"path": "/v1/claims", "headers": {"Accept": "application/x-ndjson"}}])
def test_ndjson_rows_are_those_of_the_json(client: FlaskClient, claim: dict[str, Any], ask: dict[str, Any]) -> None:
    answer = client.get(**ask)
    lines = [json.loads(line) for line in answer.data.splitlines()]
    assert answer.mimetype == "application/x-ndjson"
    assert lines == client.get("/v1/claims").get_json()["items"]
    assert [line["id"] for line in lines] == [claim["id"]]


def test_the_parameter_wins_over_the_header_and_filters_hold(client: FlaskClient, claim: dict[str, Any]) -> None:
    answer = client.get("/v1/claims?format=json", headers={"Accept": "text/csv"})
    assert answer.mimetype == "application/json"
    assert rows(client.get("/v1/claims?format=csv&q=weir").get_data(as_text=True))[0]["id"] == claim["id"]
    assert rows(client.get("/v1/claims?format=csv&q=elephant").get_data(as_text=True)) == []


def test_a_browser_gets_json(client: FlaskClient) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert client.get("/v1/claims", headers={"Accept": accept}).mimetype == "application/json"


def test_a_format_that_does_not_exist_is_named(client: FlaskClient) -> None:
    answer = client.get("/v1/claims?format=xls")
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "format"


def test_sources_go_out_as_csv_too(client: FlaskClient) -> None:
    found = rows(client.get("/v1/sources?format=csv&q=reuters").get_data(as_text=True))
    assert "Reuters" in {row["name"] for row in found}


def test_histories_and_articles_go_out_as_csv_too(client: FlaskClient, claim: dict[str, Any]) -> None:
    past = rows(client.get(f"/v1/claims/{claim['id']}/history?format=csv").get_data(as_text=True))
    assert [(row["cause"], float(row["assessment.score"])) for row in past] == [
        ("created", claim["assessment"]["score"])]
    for number in range(3):
        client.post("/v1/articles", json={"title": f"Part {number}", "text": f"The weir broke {number} times."})
    articles = rows(client.get("/v1/articles?format=csv&limit=1").get_data(as_text=True))
    assert [row["title"] for row in articles] == ["Part 2", "Part 1", "Part 0"]


def test_days_of_the_stats_are_a_time_series(client: FlaskClient, claim: dict[str, Any]) -> None:
    days = client.get("/v1/stats").get_json()["days"]
    assert [(day["day"], day["claims"]) for day in days] == [(claim["created_at"][:10], 1)]


def test_answers_are_compressed_where_the_client_takes_it(client: FlaskClient, claim: dict[str, Any]) -> None:
    plain = client.get("/openapi.json")
    zipped = client.get("/openapi.json", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert len(zipped.data) < len(plain.data) / 4
    assert "Accept-Encoding" in zipped.headers["Vary"]
