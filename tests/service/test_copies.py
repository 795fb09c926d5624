"""One text under the names of many outlets: only the first two are compared with all others, and it makes no odds."""

from __future__ import annotations

from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from service.app import create_app
from service.runtime import Runtime
from service.settings import Settings
from service.store.linking_tables import statement_odds, statement_terms
from tests.service.test_articles import AGREED, DENIED, FIRE, RAID, cases, submit
from tests.service.test_claims_and_articles import CLAIM, now, publishers, send

OUTLETS = [f"outlet-{number}.example" for number in range(5)]
COPIES = [RAID | {"publisher": outlet} for outlet in OUTLETS]


@pytest.fixture(scope="module")
def app(any_database: str) -> APIFlask:
    return create_app(Settings(database=any_database))


def rows(app: APIFlask) -> tuple[int, ...]:
    run: Runtime = app.extensions["corrobora"]
    with run.database.read() as connection:
        return tuple(connection.execute(select(func.count()).select_from(table)).scalar_one()
                     for table in (statement_terms, statement_odds))


def forget(client: FlaskClient, answers: list[dict[str, Any]]) -> None:
    for answer in answers:
        assert client.delete(f"/v1/articles/{answer['article']['id']}").status_code == 204


def test_a_further_copy_is_stored_with_the_odds_of_its_twins_alone(app: APIFlask, empty: FlaskClient) -> None:
    submit(empty, [AGREED, *COPIES[:2]])
    terms, odds = rows(app)
    (answer,) = submit(empty, COPIES[2:3])
    assert rows(app) == (terms, odds + 2)
    assert sorted(publishers(answer["cases"][0])) == sorted([AGREED["publisher"], *OUTLETS[:3], *OUTLETS[:3]])


def test_copies_in_any_order_among_others_make_the_same_cases(empty: FlaskClient) -> None:
    articles = [*COPIES, AGREED, DENIED, FIRE]
    stored = []
    for order in (articles, articles[::-1], articles[3:] + articles[:3], articles[::2] + articles[1::2]):
        answers = submit(empty, order)
        stored.append(cases(empty))
        forget(empty, answers)
    assert all(found == stored[0] for found in stored)
    assert len(stored[0]) == 2


@pytest.mark.parametrize("lost", [(0,), (0, 1), (1, 3), (0, 1, 2, 3)])
def test_copies_that_lose_those_they_were_known_by_are_as_if_these_had_never_been(
    empty: FlaskClient, lost: tuple[int, ...]
) -> None:
    answers = submit(empty, COPIES)
    forget(empty, [answers[number] for number in lost])
    later = submit(empty, [AGREED, DENIED])
    found = cases(empty)
    forget(empty, [*(answer for number, answer in enumerate(answers) if number not in lost), *later])
    submit(empty, [AGREED, DENIED, *(copy for number, copy in enumerate(COPIES) if number not in lost)])
    assert cases(empty) == found


@pytest.mark.parametrize("lost", [0, 3])
def test_a_claim_takes_in_all_copies_of_what_is_about_it_and_keeps_them(empty: FlaskClient, lost: int) -> None:
    answers = submit(empty, COPIES)
    claim = send(empty)
    forget(empty, answers[:lost])
    left = ["river.example", *2 * OUTLETS[lost:]]
    assert sorted(publishers(now(empty, claim))) == sorted(left)
    submit(empty, [AGREED])
    assert sorted(publishers(now(empty, claim))) == sorted([*left, AGREED["publisher"]])
    assert now(empty, claim)["text"] == CLAIM["text"]
