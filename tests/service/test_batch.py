"""POST /v1/score/batch: a row in, a row out, whatever the rows are and however they arrive."""

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import EnvironBuilder, run_wsgi_app

from service.web.spool import BLOCK, Spool
from tests.service.conftest import MakeApp, claim

NDJSON = "application/x-ndjson"


def post(client: FlaskClient, body: bytes) -> list[dict[str, Any]]:
    answer = client.post("/v1/score/batch", data=body, content_type=NDJSON)
    assert (answer.status_code, answer.mimetype) == (200, NDJSON)
    return [json.loads(line) for line in answer.data.splitlines()]


def line(text: str) -> bytes:
    return json.dumps(claim(text)).encode() + b"\n"


def test_a_bad_line_spoils_only_its_own_row(client: FlaskClient) -> None:
    lines = (line("The dam broke."), b"{\n", b"\n", b'{"text": " "}\n', line("The dam held."))
    good, no_json, blank, last = post(client, b"".join(lines))
    assert good["score"] == last["score"]
    assert (no_json["line"], no_json["problem"]["status"]) == (2, 400)
    assert (blank["line"], blank["problem"]["errors"][0]["field"]) == (4, "text")


def test_a_row_is_what_score_answers(client: FlaskClient) -> None:
    alone = client.post("/v1/score", json=claim("The dam broke.")).get_json()
    assert post(client, line("The dam broke.")) == [alone]


def test_the_last_line_needs_no_end_and_windows_ends_are_white_space(client: FlaskClient) -> None:
    assert len(post(client, line("One.").strip() + b"\r\n" + line("Two.").strip())) == 2


def test_rows_keep_their_order_over_many_blocks(client: FlaskClient) -> None:
    lines = [line(f"Dam {i} broke.") if i % 3 else b'{"text": 3}\n' for i in range(1_000)]
    rows = post(client, b"".join(lines))
    assert sum(map(len, lines)) > 3 * BLOCK
    assert [row["line"] for row in rows if "problem" in row] == list(range(1, 1_001, 3))
    assert len(rows) == 1_000


def test_a_line_that_is_too_long_is_passed_over(client: FlaskClient) -> None:
    rows = post(client, line("One.") + b"x" * 150_000 + b"\n" + line("Two.") + b"y" * 120_000)
    assert [row.get("problem", {}).get("status") for row in rows] == [None, 413, None, 413]


def test_more_lines_than_are_taken_end_with_a_problem(make_app: MakeApp) -> None:
    rows = post(make_app(max_batch_lines=1).test_client(), b"{}\n" * (BLOCK // 3) + b"{}\n" * BLOCK)
    assert rows[-1]["problem"]["status"] == 413
    assert len(rows) < BLOCK


def test_a_body_of_unknown_length_is_cut_at_the_limit(make_app: MakeApp) -> None:
    environ = EnvironBuilder("/v1/score/batch", method="POST", data=b"{}\n" * 1_000, content_type=NDJSON).get_environ()
    environ |= {"CONTENT_LENGTH": "", "wsgi.input_terminated": True}
    rows = b"".join(run_wsgi_app(make_app(max_batch=1_500), environ)[0]).splitlines()
    assert len(rows) > 100
    assert b"all of the body that is taken" in rows[-1]


def test_a_body_that_says_it_is_too_long_is_refused(make_app: MakeApp) -> None:
    answer = make_app(max_batch=10).test_client().post("/v1/score/batch", data=b"{}\n" * 10, content_type=NDJSON)
    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")


def test_another_media_type_is_refused(client: FlaskClient) -> None:
    assert client.post("/v1/score/batch", json=claim("x")).status_code == 415


def test_a_row_that_fails_inside_shows_as_a_problem(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("service.usecases.batch.assess", fail)
    (row,) = post(client, line("One."))
    assert row["problem"]["status"] == 500
    assert "secret" not in str(row)


class Breaking(io.BytesIO):
    """A body whose sender goes away."""

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        if not data:
            raise ConnectionResetError
        return data


def test_a_body_that_breaks_off_is_told_after_its_lines() -> None:
    lines = Spool(Breaking(b"one\ntwo"), 100).lines()
    assert next(lines) == [b"one"]
    assert next(lines) == [b"two"]
    with pytest.raises(Exception, match="broke off"):
        next(lines)


def test_lines_come_out_as_they_went_in_wherever_blocks_end() -> None:
    given = [b"a" * (BLOCK - 1), b"", b"b" * BLOCK, b"c" * (2 * BLOCK), b"d"]
    found = [line for block in Spool(io.BytesIO(b"\n".join(given)), 3 * BLOCK).lines() for line in block]
    assert found == given
