"""Turns that slow clients take: each is given back, whatever becomes of the answer."""

from __future__ import annotations

from flask import Response

from service.web.turns import TURNS, until_sent


def test_an_answer_that_is_dropped_unclosed_gives_its_turn_back() -> None:
    for _ in range(TURNS + 1):
        assert until_sent(Response()).status_code == 200


def test_an_answer_that_is_closed_gives_its_turn_back_once() -> None:
    for _ in range(TURNS + 1):
        response = until_sent(Response())
        response.close()
        response.close()
