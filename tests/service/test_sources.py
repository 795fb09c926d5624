"""The source registry: what ships, and an organisation's own entries that count from the next request on."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from service.store import sources
from service.store.database import Database

COUNCIL = {"name": "Lug Valley Council", "class": "official", "side": "russia", "aliases": ["LVC"]}
SAYS = {"text": "The dam holds.", "reports": [
    {"text": "The LVC said that the dam holds.", "source": {"name": "LVC"}, "stance": "supports"}]}


@pytest.fixture(scope="module")
def sourced(any_database: str) -> APIFlask:
    return create_app(Settings(database=any_database))


@pytest.fixture
def client(sourced: APIFlask) -> Iterator[FlaskClient]:
    client = sourced.test_client()
    yield client
    for entry in client.get("/v1/sources?own=true").get_json()["items"]:
        client.delete(f"/v1/sources/{entry['id']}")


def judged(client: FlaskClient) -> tuple[str, str | None]:
    origin = client.post("/v1/score", json=SAYS).get_json()["origins"][0]
    return origin["class"], origin["side"]


def test_an_own_entry_judges_from_the_next_request_on(client: FlaskClient) -> None:
    before = client.post("/v1/score", json=SAYS).get_json()
    answer = client.put("/v1/sources/lvc", json=COUNCIL)
    assert answer.status_code == 201
    assert COUNCIL.items() <= answer.get_json().items()
    assert judged(client) == ("official", "russia")
    assert client.put("/v1/sources/lvc", json=COUNCIL | {"class": "party"}).status_code == 200
    assert judged(client) == ("party", "russia")
    assert client.delete("/v1/sources/lvc").status_code == 204
    assert client.post("/v1/score", json=SAYS).get_json() == before


def test_another_server_follows_when_it_asks_the_database_again(client: FlaskClient, any_database: str) -> None:
    other = create_app(Settings(database=any_database, source_poll=0)).test_client()
    assert judged(other) != ("official", "russia")
    client.put("/v1/sources/lvc", json=COUNCIL)
    assert judged(other) == ("official", "russia")


def test_a_worker_follows_another_at_once(tmp_path: Path) -> None:
    client = create_app(Settings(database=f"sqlite:///{tmp_path}/claims.db", source_poll=3600)).test_client()
    assert judged(client) != ("official", "russia")
    worker = get_context("fork").Process(target=client.put, args=("/v1/sources/lvc",), kwargs={"json": COUNCIL})
    worker.start()
    worker.join()
    assert judged(client) == ("official", "russia")


def test_an_entry_that_a_newer_release_contradicts_takes_no_other_with_it(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path}/claims.db")
    client, store = create_app(settings).test_client(), Database(settings.database, settings.busy_timeout)
    client.put("/v1/sources/lvc", json=COUNCIL)
    with store.write() as connection:  # as a release had taken it that knew no organisation of this name
        sources.put(connection, "old", b'{"id": "old", "name": "Liberty of Russia Legion", "class": "ngo"}')
    later = create_app(settings).test_client()
    assert judged(later) == ("official", "russia")
    assert later.put("/v1/sources/oak", json={"name": "Oak Herald", "class": "media"}).status_code == 201
    assert later.get("/v1/sources/oak").get_json()["own"] is True


def test_an_own_entry_shows_in_the_rulebooks_hash(client: FlaskClient) -> None:
    before = client.get("/healthz").get_json()["rulebook"]["sha256"]
    client.put("/v1/sources/lvc", json=COUNCIL)
    assert client.get("/healthz").get_json()["rulebook"]["sha256"] != before
    assert client.post("/v1/score", json=SAYS).get_json()["rulebook"]["sha256"] != before


def test_an_own_entry_stands_in_place_of_the_shipped_one(client: FlaskClient) -> None:
    shipped = client.get("/v1/sources?q=legion&class=party").get_json()["items"][0]
    entry = {"name": shipped["name"], "class": "ngo", "aliases": shipped["aliases"]}
    assert client.put(f"/v1/sources/{shipped['id']}", json=entry).get_json()["own"] is True
    assert client.get(f"/v1/sources/{shipped['id']}").get_json()["class"] == "ngo"
    client.delete(f"/v1/sources/{shipped['id']}")
    assert client.get(f"/v1/sources/{shipped['id']}").get_json() == shipped


def test_the_list_goes_on_page_by_page_and_finds_by_words(client: FlaskClient) -> None:
    first = client.get("/v1/sources?limit=150").get_json()
    second = client.get(f"/v1/sources?limit=150&cursor={first['next_cursor']}").get_json()
    ids = [entry["id"] for entry in (*first["items"], *second["items"])]
    assert ids == sorted(set(ids))
    found = client.get("/v1/sources?q=liberty+leg").get_json()["items"]
    assert any("Liberty of Russia Legion" in entry["aliases"] for entry in found)
    assert client.get("/v1/sources?own=true").get_json() == {"items": [], "next_cursor": None}


@pytest.mark.parametrize(("source_id", "body", "field"), [
    ("x", {"class": "official"}, "name"), ("x", {"name": "X"}, "class"),
    ("x", {"name": "X", "class": "oficial"}, "class"), ("x", COUNCIL | {"side": "mars"}, "side"),
    ("x", COUNCIL | {"alias": ["y"]}, "alias"), ("x", COUNCIL | {"reliability": "G"}, "reliability"),
    ("x", COUNCIL | {"aliases": ["Liberty of Russia Legion"]}, "aliases"),
    ("x", COUNCIL | {"name": "Liberty of Russia Legion"}, "name"), ("x", COUNCIL | {"aliases": ["police"]}, "aliases"),
    ("x", COUNCIL | {"domains": ["https://oak.example/news"]}, "domains"),
    ("X Y", COUNCIL, "source_id"), ("-", COUNCIL, "source_id")])
def test_an_entry_that_contradicts_the_rulebook_is_refused(
    client: FlaskClient, source_id: str, body: dict[str, Any], field: str
) -> None:
    answer = client.put(f"/v1/sources/{source_id}", json=body)
    assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, field)
    assert client.get("/v1/sources?own=true").get_json()["items"] == []


@pytest.mark.parametrize(("method", "path"), [("get", "nobody"), ("delete", "nobody"), ("delete", "1tv.am")])
def test_a_source_that_is_not_there_is_told_so(client: FlaskClient, method: str, path: str) -> None:
    assert getattr(client, method)(f"/v1/sources/{path}").status_code == 404


def test_a_source_that_is_not_there_is_told_with_the_nearest_one(client: FlaskClient) -> None:
    detail = client.get("/v1/sources/1tv.an").get_json()["detail"]
    assert detail == "unknown source “1tv.an”, did you mean “1tv.am”?"


@pytest.mark.parametrize("query", ["cursor=_w", "class=oficial"])
def test_a_wrong_query_is_refused(client: FlaskClient, query: str) -> None:
    assert client.get(f"/v1/sources?{query}").status_code == 422
