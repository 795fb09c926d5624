"""Long answers go out piece by piece, and are the same JSON as if all of it had been made at once."""

from __future__ import annotations

import msgspec
import pytest
from werkzeug.test import run_wsgi_app

from service.web.answers import LONG, TOGETHER, answer_in_pieces


class Found(msgspec.Struct):
    number: int
    cases: list[str]
    left_out: list[str] = []
    name: str | None = None


@pytest.mark.parametrize("count", [0, 1, TOGETHER, TOGETHER + 1, 3 * TOGETHER])
@pytest.mark.parametrize("length", [1, LONG // TOGETHER])
def test_the_json_is_that_of_the_record(count: int, length: int) -> None:
    found = Found(count, [f"{number:0{length}d}" for number in range(count)])
    whole = msgspec.json.encode(found)
    assert answer_in_pieces(found).get_data() == whole


def test_a_long_answer_is_sent_in_pieces_with_its_length_before_them() -> None:
    found = Found(2, ["x" * (LONG // TOGETHER)] * (TOGETHER + 1))
    length = len(msgspec.json.encode(found))
    pieces, status, headers = run_wsgi_app(answer_in_pieces(found, 201), {"REQUEST_METHOD": "POST"})
    sizes = [len(piece) for piece in pieces]
    assert (status, headers["Content-Length"], sum(sizes)) == ("201 CREATED", str(length), length)
    assert len(sizes) > 2


def test_a_short_one_is_sent_at_once() -> None:
    pieces, _, _ = run_wsgi_app(answer_in_pieces(Found(1, ["c1"])), {"REQUEST_METHOD": "GET"})
    assert list(pieces) == [b'{"number":1,"cases":["c1"],"left_out":[],"name":null}']
