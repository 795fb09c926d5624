"""Articles in the store: linked in any order to the same cases, stored once, scored again when one comes or goes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from tests.service.conftest import DENIAL, MakeApp

DAY = "2025-03-04T12:00:00Z"
RAID, AGREED, DENIED, FIRE, LATER = (
    {"text": text, "publisher": publisher, "published_at": day} for text, publisher, day in (
        ("The Freedom of Russia Legion said on Telegram that it had seized the village of Malye Berezy. "
         "Northwire could not independently verify the claim.", "northwire.example", DAY),
        ("Fighters took control of Malye Berezy, according to the Freedom of Russia Legion.", "harbour.example", DAY),
        ("Russia's defence ministry denied that Malye Berezy had been taken.", "bell.example", DAY),
        ("Two houses burned down in Dolny Lug, the mayor said.", "valley.example", DAY),
        ("The Freedom of Russia Legion said it had seized Malye Berezy.", "coast.example", "2025-09-04T12:00:00Z")))
Articles = list[dict[str, Any]]


@pytest.fixture(scope="module")
def new_client(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], FlaskClient]:
    """Clients of applications over empty databases."""
    return lambda: create_app(
        Settings(database=f"sqlite:///{tmp_path_factory.mktemp('store')}/claims.db")).test_client()


def submit(client: FlaskClient, articles: Articles) -> list[dict[str, Any]]:
    answers = [client.post("/v1/articles", json=article) for article in articles]
    assert {answer.status_code for answer in answers} <= {200, 201}
    return [answer.get_json() for answer in answers]


def cases(client: FlaskClient) -> list[tuple[Any, ...]]:
    """All that is stored of the cases, without what arrival decides: ids and moments."""
    listed = client.get("/v1/claims?limit=100").get_json()["items"]
    whole = [client.get(f"/v1/claims/{item['id']}").get_json() for item in listed]
    parts = ("text", "event", "reports", "assessment")
    return sorted(tuple(str(claim[part]) for part in parts) for claim in whole)


def about(client: FlaskClient, word: str) -> dict[str, Any]:
    (found,) = client.get("/v1/claims", query_string={"q": word}).get_json()["items"]
    return client.get(f"/v1/claims/{found['id']}").get_json()


@pytest.mark.parametrize("articles", [[RAID, AGREED, DENIED], [RAID, DENIED, FIRE]], ids=["one case", "two cases"])
def test_every_order_of_arrival_gives_the_same_cases(new_client: Callable[[], FlaskClient], articles: Articles) -> None:
    stored = []
    for order in permutations(articles):
        client = new_client()
        submit(client, list(order))
        stored.append(cases(client))
    assert all(found == stored[0] for found in stored)


def test_five_articles_give_the_same_cases_forwards_and_backwards(new_client: Callable[[], FlaskClient]) -> None:
    forwards, backwards = new_client(), new_client()
    submit(forwards, [RAID, AGREED, DENIED, FIRE, LATER])
    submit(backwards, [LATER, FIRE, DENIED, AGREED, RAID])
    assert cases(forwards) == cases(backwards)
    assert len(cases(forwards)) == 3


@pytest.fixture(scope="module")
def app(any_database: str) -> APIFlask:
    return create_app(Settings(database=any_database))


def test_an_article_answers_with_its_reports_and_the_cases_that_they_belong_to(empty: FlaskClient) -> None:
    (answer,) = submit(empty, [RAID])
    (case,) = answer["cases"]
    assert [report["case"] for report in answer["reports"]] == [case["id"], None]
    assert [report["stance"] for report in case["reports"]] == ["supports", "cannot_verify"]
    assert case == empty.get(f"/v1/claims/{case['id']}").get_json()
    assert answer == empty.get(f"/v1/articles/{answer['article']['id']}").get_json()


def test_only_read_it_has_the_cases_of_an_empty_store_and_nothing_is_stored(empty: FlaskClient) -> None:
    parts = ("text", "event", "reports", "assessment")
    read = empty.post("/v1/articles/read", json=RAID).get_json()
    assert cases(empty) == []
    (stored,) = submit(empty, [RAID])
    assert [[case[part] for part in parts] for case in read["cases"]] == [
        [case[part] for part in parts] for case in stored["cases"]]
    (case,) = read["cases"]
    assert [report.pop("case") for report in read["reports"]] == [case["id"], None]
    assert read["reports"] == [{k: v for k, v in report.items() if k != "case"} for report in stored["reports"]]


def test_a_text_too_long_to_be_stored_is_only_read(make_app: MakeApp) -> None:
    client = make_app(max_text=100).test_client()
    assert client.post("/v1/articles", json=RAID).status_code == 422
    read = client.post("/v1/articles/read", json=RAID).get_json()
    assert (len(read["reports"]), read["cases"]) == (2, [])
    assert {report["case"] for report in read["reports"]} == {None}


def test_the_same_article_twice_is_one(empty: FlaskClient) -> None:
    first, again = (empty.post("/v1/articles", json=RAID) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.get_json() == again.get_json()
    assert len(empty.get("/v1/articles").get_json()["items"]) == 1


def test_deleting_an_article_is_as_if_it_had_never_been_sent(empty: FlaskClient) -> None:
    submit(empty, [RAID, FIRE])
    before = cases(empty)
    (answer,) = submit(empty, [DENIED])
    assert about(empty, "Berezy")["assessment"]["status"] == "contested"
    assert empty.delete(f"/v1/articles/{answer['article']['id']}").status_code == 204
    assert cases(empty) == before


def test_a_case_goes_with_its_last_article(empty: FlaskClient) -> None:
    (answer,) = submit(empty, [FIRE])
    path = f"/v1/claims/{answer['cases'][0]['id']}"
    empty.delete(f"/v1/articles/{answer['article']['id']}")
    assert empty.get(path).status_code == 404


def test_the_history_says_how_the_claim_was_worded_and_worded_anew(empty: FlaskClient) -> None:
    three, seven = (f"{toll} people were killed in the fire at the mill in Dolny Lug" for toll in ("Three", "Seven"))
    submit(empty, [{"text": f"{three}, the mayor said.", "publisher": "bell.example", "published_at": DAY}])
    (last,) = submit(empty, [{"text": f"{seven}, nurses said.", "published_at": "2025-03-05T12:00:00Z"}])
    path = f"/v1/claims/{last['cases'][0]['id']}/history"
    first, second = empty.get(path).get_json()["items"]
    assert (first["text"], second["text"]) == (three, seven)
    assert second["changes"]["why"] == (
        f"An article came in that bears on it; it has 1 more report. It now reads “{seven}”. Nurses stood for it. "
        "The mayor told of another figure or a newer state.")
    empty.delete(f"/v1/articles/{last['article']['id']}")
    items = empty.get(path).get_json()["items"]
    assert [item["text"] for item in items] == [None, None, three]  # no history keeps what a deleted article said
    assert items[2]["changes"]["why"].startswith("An article that bore on it was deleted; it has 1 fewer report.")


def test_each_article_leaves_an_assessment_that_says_what_changed(empty: FlaskClient) -> None:
    submit(empty, [RAID, DENIED, FIRE])
    first, second = empty.get(f"/v1/claims/{about(empty, 'Berezy')['id']}/history").get_json()["items"]
    assert (first["report_count"], second["report_count"]) == (2, 3)
    assert (second["changes"]["status_before"], second["changes"]["status_after"]) == ("single_source", "contested")
    assert second["changes"]["score"] < 0


def test_origins_say_who_had_it_from_whom(empty: FlaskClient) -> None:
    submit(empty, [RAID, AGREED, DENIED])
    found = empty.get(f"/v1/claims/{about(empty, 'Berezy')['id']}/origins").get_json()
    names = {node["id"]: node["name"] for node in found["nodes"]}
    edges = {(names[edge["carrier"]], names[edge["source"]]) for edge in found["edges"]}
    assert {("harbour.example", "Freedom of Russia Legion"),
            ("bell.example", "Ministry of Defence of Russia")} <= edges


def test_reports_added_by_hand_stay_when_articles_come_and_go(empty: FlaskClient) -> None:
    submit(empty, [RAID])
    path = f"/v1/claims/{about(empty, 'Berezy')['id']}"
    empty.post(f"{path}/reports", json={"reports": [DENIAL]})
    (answer,) = submit(empty, [AGREED])
    assert [report["publisher"] for report in empty.get(path).get_json()["reports"]].count(DENIAL["publisher"]) == 1
    empty.delete(f"/v1/articles/{answer['article']['id']}")
    stances = [report["stance"] for report in empty.get(path).get_json()["reports"]]
    assert stances == ["supports", "cannot_verify", "denies"]


def test_articles_and_claims_sent_alone_are_stored_beside_each_other(make_app: MakeApp) -> None:
    client = make_app().test_client()
    client.post("/v1/claims", json={"text": "The dam broke."})
    submit(client, [RAID])
    assert len(cases(client)) == 2
