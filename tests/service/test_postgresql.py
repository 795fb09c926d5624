"""What is different on PostgreSQL: many writers at once, the order of events, a server that is gone."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from service.app import create_app
from service.errors import UnavailableError
from service.settings import Settings
from service.store.database import Database
from service.store.migrate import migrate
from service.store.tables import metadata
from service.usecases import events
from tests.service.conftest import CASE, DENIAL, claim

pytestmark = pytest.mark.slow
NewDatabase = Callable[[], str]


def test_workers_that_start_at_once_migrate_once(postgresql: NewDatabase) -> None:
    url = postgresql()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: migrate(Database(url)), range(4)))
    with Database(url).read() as connection:
        context = MigrationContext.configure(connection, opts={
            "include_name": lambda name, kind, _: not (kind == "table" and name == "claim_search")})
        assert compare_metadata(context, metadata) == []


def test_writers_at_once_lose_nothing_and_events_keep_their_order(postgresql: NewDatabase) -> None:
    apps = [create_app(Settings(database=url)) for url in [postgresql()] for _ in range(2)]
    path = apps[0].test_client().post("/v1/claims", json=CASE).headers["Location"]

    def write(number: int) -> set[int]:
        client, key = apps[number % 2].test_client(), {"Idempotency-Key": f"k{number}"}
        answers = [client.post("/v1/claims", json=claim(f"Dam {number} broke."), headers=key),
                   client.post(f"{path}/reports", json={"reports": [DENIAL]})]
        return {answer.status_code for answer in answers}

    def watch() -> list[int]:
        seen, ends = [0], time.monotonic() + 60
        while len(seen) < 1 + 1 + 2 * 24 and time.monotonic() < ends:
            seen += [event.id for event in events.after(seen[-1], apps[0].extensions["corrobora"])]
        return seen[1:]

    with ThreadPoolExecutor(6) as pool:
        watched = pool.submit(watch)
        assert set().union(*pool.map(write, range(24))) == {201}
        assert len(watched.result()) == 1 + 2 * 24
    found = apps[1].test_client().get(path).get_json()
    assert len(found["reports"]) == len(CASE["reports"]) + 24
    assert len(apps[0].test_client().get(f"{path}/history").get_json()["items"]) == 25


def test_dashboards_read_the_same_numbers(postgresql: NewDatabase) -> None:
    client = create_app(Settings(database=postgresql(), event_poll=0.01)).test_client()
    for body in (CASE, claim("The dam broke."), CASE):
        client.post("/v1/claims", json=body)
    found = client.get("/v1/stats").get_json()
    assert found["totals"] == {"claims": 3, "reports": 5, "assessments": 3, "reviews": 0}
    assert sum(row["count"] for row in found["scores"]) == 3
    assert found["days"][0]["claims"] == 3
    assert b"corrobora_database_up 1.0" in client.get("/metrics").data
    with client.get("/v1/events", headers={"Last-Event-ID": "1"}) as answer:
        pieces = iter(answer.iter_encoded())
        assert b"id: 2" in next(pieces) + next(pieces)


def test_a_lock_that_lasts_is_told_and_nothing_is_half_written(postgresql: NewDatabase) -> None:
    url = postgresql()
    client = create_app(Settings(database=url, busy_timeout=0.2)).test_client()
    with psycopg.connect(url) as blocker:
        blocker.execute("LOCK TABLE assessments IN EXCLUSIVE MODE")
        answer = client.post("/v1/claims", json=CASE)
        assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
        assert "locked" in answer.get_json()["detail"]
    assert client.get("/v1/claims").get_json()["items"] == []
    assert client.post("/v1/claims", json=CASE).status_code == 201


def test_a_read_only_server_is_read_but_not_written(postgresql: NewDatabase) -> None:
    url = postgresql()
    writing = create_app(Settings(database=url)).test_client()
    stored = writing.post("/v1/claims", json=CASE).get_json()
    with psycopg.connect(url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                           "WHERE datname = current_database() AND pid <> pg_backend_pid()")
    answer = writing.post("/v1/claims", json=CASE)
    assert (answer.status_code, "read-only" in answer.get_json()["detail"]) == (503, True)
    assert writing.get(f"/v1/claims/{stored['id']}").get_json() == stored


def test_a_server_that_is_not_there_stops_the_start() -> None:
    with pytest.raises(UnavailableError, match="cannot be reached"):
        create_app(Settings(database="postgresql://nobody@127.0.0.1:1/nothing"))
