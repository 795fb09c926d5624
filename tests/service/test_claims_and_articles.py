"""Claims that were sent by themselves and articles about them: they find each other, whichever comes first."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient

from rules.model import Case
from service.app import create_app
from service.settings import Settings
from service.usecases.loading import load
from tests.service.conftest import DENIAL, MakeApp, clear
from tests.service.test_articles import AGREED, DENIED, FIRE, LATER, RAID, cases, submit

TEXT = "The Freedom of Russia Legion has seized Malye Berezy."
CLAIM: dict[str, Any] = {"text": TEXT, "event": {"date": "2025-03-03"}, "reports": [
    {"text": "Berezy is ours, the legion wrote on Telegram.", "publisher": "river.example",
     "source": {"name": "Freedom of Russia Legion", "class": "party", "side": "ukraine"}, "stance": "supports"}]}
OURS = ["river.example"]


@pytest.fixture(scope="module")
def app(any_database: str) -> APIFlask:
    return create_app(Settings(database=any_database))


def send(client: FlaskClient, claim: dict[str, Any] = CLAIM) -> dict[str, Any]:
    answer = client.post("/v1/claims", json=claim)
    assert answer.status_code == 201
    return answer.get_json()


def now(client: FlaskClient, claim: dict[str, Any]) -> dict[str, Any]:
    return client.get(f"/v1/claims/{claim['id']}").get_json()


def publishers(claim: dict[str, Any]) -> list[str]:
    return [report.get("publisher") for report in claim["reports"]]


def past(client: FlaskClient, claim: dict[str, Any]) -> list[dict[str, Any]]:
    return client.get(f"/v1/claims/{claim['id']}/history").get_json()["items"]


def test_a_question_finds_a_case_by_the_likest_half_of_what_it_says_and_is_no_voice_in_it(empty: FlaskClient) -> None:
    words = ("had seized the village of Malye Berezy", "had taken control of Malye Berezy", "held the village",
             "now sat in the town hall of Malye Berezy, which it had liberated")
    for number, said in enumerate(words):
        text = f"The Freedom of Russia Legion said that it {said}."
        submit(empty, [{"text": text, "publisher": f"{number}.example", "published_at": "2025-03-03T12:00:00Z"}])
    claim = send(empty, {"text": TEXT, "event": {"date": "2025-03-03"}})
    assert [origin["name"] for origin in claim["assessment"]["origins"] if origin["stance"] == "supports"] == [
        "Freedom of Russia Legion"]
    assert claim["assessment"]["status"] == "single_source"


def test_reports_of_later_articles_join_a_claim(empty: FlaskClient) -> None:
    claim = send(empty)
    agreed, denied = submit(empty, [AGREED, DENIED])
    assert [answer["reports"][0]["case"] for answer in (agreed, denied)] == [claim["id"]] * 2
    assert [case["id"] for case in denied["cases"]] == [claim["id"]]
    found = now(empty, claim)
    assert (found["text"], found["event"]) == (claim["text"], claim["event"])
    assert sorted(publishers(found)) == sorted([*OURS, AGREED["publisher"], DENIED["publisher"]])
    assert {r["publisher"]: r["stance"] for r in found["reports"]}[DENIED["publisher"]] == "denies"
    assert found["assessment"]["status"] == "contested"


def test_each_article_leaves_what_the_claim_was_before_it(empty: FlaskClient) -> None:
    claim = send(empty)
    submit(empty, [DENIED])
    first, second = past(empty, claim)
    assert first["assessment"] == claim["assessment"]
    assert (second["cause"], second["report_count"]) == ("article_added", 2)
    why = second["changes"]["why"]
    assert why.startswith("An article came in that bears on it; it has 1 more report. ") and why.endswith(" denied it.")
    assert len(empty.get("/v1/claims?reports_min=2").get_json()["items"]) == 1
    assert (second["changes"]["status_before"], second["changes"]["status_after"]) == ("single_source", "contested")


def test_a_claim_finds_the_articles_that_were_there_before(empty: FlaskClient) -> None:
    submit(empty, [AGREED, DENIED])
    claim = send(empty)
    assert sorted(publishers(claim)) == sorted([*OURS, AGREED["publisher"], DENIED["publisher"]])
    assert claim == now(empty, claim)
    assert len(cases(empty)) == 1
    first, second = past(empty, claim)
    assert (first["cause"], first["report_count"]) == ("created", 1)
    assert (second["cause"], second["report_count"]) == ("articles_found", 3)
    assert second["changes"]["why"] == (
        "Articles that were stored before bear on it; it has 2 more reports. "
        "Ministry of Defence of Russia denied it.")


def test_a_claim_and_articles_give_the_same_cases_in_every_order(empty: FlaskClient) -> None:
    found = []
    for order in permutations([CLAIM, RAID, DENIED, FIRE]):
        for item in order:
            send(empty, item) if item is CLAIM else submit(empty, [item])
        found.append(cases(empty))
        clear(empty)
    assert all(one == found[0] for one in found)
    assert len(found[0]) == 2


def test_a_deleted_article_takes_its_reports_away_and_leaves_the_own_ones(empty: FlaskClient) -> None:
    claim = send(empty)
    agreed, denied = submit(empty, [AGREED, DENIED])
    assert empty.delete(f"/v1/articles/{denied['article']['id']}").status_code == 204
    assert sorted(publishers(now(empty, claim))) == sorted([*OURS, AGREED["publisher"]])
    empty.delete(f"/v1/articles/{agreed['article']['id']}")
    left = now(empty, claim)
    assert (left["reports"], left["assessment"]) == (claim["reports"], claim["assessment"])
    assert [one["cause"] for one in past(empty, claim)] == [
        "created", "article_added", "article_added", "article_deleted", "article_deleted"]


def test_a_deleted_claim_leaves_articles_as_if_it_had_never_been_sent(empty: FlaskClient) -> None:
    (agreed,) = submit(empty, [AGREED])
    before = cases(empty)
    claim = send(empty)
    submit(empty, [AGREED])
    assert empty.delete(f"/v1/claims/{claim['id']}").status_code == 204
    assert cases(empty) == before
    (case,) = empty.get(f"/v1/articles/{agreed['article']['id']}").get_json()["cases"]
    assert case["id"] != claim["id"]


def test_two_claims_in_the_same_words_both_get_the_reports(empty: FlaskClient) -> None:
    first = send(empty)
    submit(empty, [DENIED])
    second = send(empty)
    submit(empty, [AGREED])
    assert first["id"] != second["id"]
    assert now(empty, first)["assessment"] == now(empty, second)["assessment"]
    assert len(publishers(now(empty, second))) == 3


def test_a_claim_is_not_about_another_day_or_place(empty: FlaskClient) -> None:
    claim = send(empty)
    submit(empty, [LATER, FIRE])
    assert now(empty, claim) == claim
    assert len(cases(empty)) == 3


def test_a_claim_without_a_day_is_about_one_event_and_not_about_two(empty: FlaskClient) -> None:
    claim = send(empty, {"text": TEXT})
    submit(empty, [RAID, AGREED, LATER])
    taken = set(publishers(now(empty, claim))) - {None}
    assert taken in ({RAID["publisher"], AGREED["publisher"]}, {LATER["publisher"]})
    assert len(cases(empty)) == 2


def test_the_days_on_which_its_reports_were_published_tell_when_a_claim_is_of(empty: FlaskClient) -> None:
    report = {"text": TEXT, "publisher": "river.example", "published_at": LATER["published_at"]}
    claim = send(empty, {"text": TEXT, "reports": [report]})
    submit(empty, [RAID, AGREED, LATER])
    assert sorted(publishers(now(empty, claim))) == [LATER["publisher"], "river.example"]


def test_a_case_of_articles_that_somebody_added_to_outlives_them(empty: FlaskClient) -> None:
    (answer,) = submit(empty, [AGREED])
    case = answer["cases"][0]
    empty.post(f"/v1/claims/{case['id']}/reports", json={"reports": [DENIAL]})
    send(empty)
    assert len(publishers(now(empty, case))) == 2
    empty.delete(f"/v1/articles/{answer['article']['id']}")
    assert publishers(now(empty, case)) == [DENIAL["publisher"]]


def test_what_an_analyst_reviewed_is_not_taken_over(empty: FlaskClient) -> None:
    (answer,) = submit(empty, [AGREED])
    case = answer["cases"][0]
    given = {"verdict": "contested", "author": "M. Iwu", "reason": "Both film it."}
    review = empty.post(f"/v1/claims/{case['id']}/reviews", json=given).get_json()
    send(empty)
    assert now(empty, case)["reviews"] == [review]
    empty.delete(f"/v1/articles/{answer['article']['id']}")
    assert empty.get(f"/v1/claims/{case['id']}").status_code == 404


def test_a_file_loaded_twice_is_one_claim_though_articles_joined_it(make_app: MakeApp) -> None:
    app = make_app()
    run = app.extensions["corrobora"]
    assert load(Case(text=TEXT), run)
    submit(app.test_client(), [RAID])
    assert not load(Case(text=TEXT), run)
