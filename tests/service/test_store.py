"""The database when it fails: one sentence, nothing half-written, and back to work once it can be used again."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

import rules
from service.errors import UnavailableError
from service.settings import SettingsError
from service.store.database import Database
from service.store.migrate import migrate
from service.store.tables import metadata
from tests.service.conftest import CASE, DENIAL, MakeApp, claim


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


def unavailable(answer: Any) -> str:
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert answer.headers["Retry-After"]
    return answer.get_json()["detail"]


def counts(file: Path) -> dict[str, int]:
    with sqlite3.connect(file) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("claims", "reports", "assessments", "events", "claim_search", "idempotency")}


def test_a_locked_database_is_told_and_works_again(make_app: MakeApp, file: Path) -> None:
    client = make_app(busy_timeout=0.05).test_client()
    blocker = sqlite3.connect(file, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    assert "locked" in unavailable(client.post("/v1/claims", json=CASE))
    assert client.get("/v1/claims").status_code == 200
    assert client.post("/v1/score", json=CASE).status_code == 200
    blocker.execute("ROLLBACK")
    assert client.post("/v1/claims", json=CASE).status_code == 201


def test_a_full_database_keeps_all_or_nothing_of_a_claim(make_app: MakeApp, file: Path) -> None:
    app = make_app()
    client = app.test_client()
    client.post("/v1/claims", json=CASE)
    with app.extensions["corrobora"].database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    answers = [client.post("/v1/claims", json=claim(f"Dam {i} broke. " + "x" * 900)) for i in range(12)]
    stored = [answer for answer in answers if answer.status_code == 201]
    assert "full" in unavailable(answers[-1])
    assert len(client.get("/v1/claims").get_json()["items"]) == 1 + len(stored)
    found = counts(file)
    assert found["claims"] == found["assessments"] == found["events"] == found["claim_search"] == 1 + len(stored)


def test_a_read_only_database_is_read_but_not_written(make_app: MakeApp) -> None:
    app = make_app()
    client = app.test_client()
    stored = client.post("/v1/claims", json=CASE).get_json()
    with app.extensions["corrobora"].database.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    assert "read-only" in unavailable(client.post(f"/v1/claims/{stored['id']}/reports", json={"reports": [DENIAL]}))
    assert client.get(f"/v1/claims/{stored['id']}").get_json() == stored


def test_a_database_that_was_taken_away_is_missed_not_made_anew(make_app: MakeApp, file: Path) -> None:
    client = make_app().test_client()
    client.post("/v1/claims", json=CASE)
    away = file.rename(file.with_name("away.db"))
    assert "missing" in unavailable(client.post("/v1/claims", json=CASE))
    assert "missing" in unavailable(client.get("/readyz"))
    assert b"corrobora_database_up 0.0" in client.get("/metrics").data
    assert client.get("/healthz").status_code == 200
    assert not file.exists()
    away.rename(file)
    assert client.get("/readyz").status_code == 200


def test_another_database_in_its_place_is_used_from_then_on(make_app: MakeApp, file: Path, tmp_path: Path) -> None:
    client = make_app().test_client()
    client.post("/v1/claims", json=CASE)
    other = make_app(database=f"sqlite:///{tmp_path}/other.db").test_client()
    other.get("/readyz")
    (tmp_path / "other.db").replace(file)
    assert client.get("/v1/claims").get_json()["items"] == []


def test_a_file_that_is_no_database_stops_the_start(make_app: MakeApp, file: Path) -> None:
    file.write_bytes(b"only text" * 50)
    with pytest.raises(UnavailableError, match="not a database"):
        make_app()


def test_a_folder_that_cannot_be_made_stops_the_start(make_app: MakeApp, file: Path) -> None:
    file.touch()
    with pytest.raises(UnavailableError, match="cannot be used"):
        make_app(database=f"sqlite:///{file}/deeper/claims.db")


@pytest.mark.parametrize("url", ["claims.db", "mysql://x", "oracle://y", ""])
def test_a_url_of_no_known_kind_stops_the_start(make_app: MakeApp, url: str) -> None:
    with pytest.raises(SettingsError, match="sqlite:///"):
        make_app(database=url)


def test_all_writes_of_many_threads_are_there(make_app: MakeApp, file: Path) -> None:
    app = make_app()
    path = app.test_client().post("/v1/claims", json=CASE).headers["Location"]

    def write(number: int) -> tuple[int, int]:
        client: FlaskClient = app.test_client()
        created = client.post("/v1/claims", json=claim(f"Dam {number} broke."))
        return created.status_code, client.post(f"{path}/reports", json={"reports": [DENIAL]}).status_code

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(write, range(18))) == {(201, 201)}
    assert len(app.test_client().get(path).get_json()["reports"]) == len(CASE["reports"]) + 18
    assert counts(file)["claims"] == 19


def test_others_write_while_reports_are_scored_and_nothing_of_theirs_is_lost(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(busy_timeout=0.2)
    path = app.test_client().post("/v1/claims", json=CASE).headers["Location"]
    meanwhile, assess = iter([claim("Another dam broke.")["reports"]]), rules.assess

    def scored(*args: Any) -> Any:
        for reports in meanwhile:
            assert app.test_client().post(f"{path}/reports", json={"reports": reports}).status_code == 201
        return assess(*args)

    monkeypatch.setattr(rules, "assess", scored)
    now = app.test_client().post(f"{path}/reports", json={"reports": [DENIAL]}).get_json()
    assert [r["text"] for r in now["reports"][len(CASE["reports"]):]] == ["Another dam broke.", DENIAL["text"]]
    assert now["assessment"] == app.test_client().post(
        "/v1/score", json={part: now[part] for part in ("text", "event", "reports")}).get_json()


def test_the_same_key_at_the_same_time_stores_one_claim(make_app: MakeApp, file: Path) -> None:
    app = make_app()

    def write(_: int) -> bytes:
        return app.test_client().post("/v1/claims", json=CASE, headers={"Idempotency-Key": "k"}).data

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(write, range(12)))) == 1
    assert counts(file)["claims"] == 1


def test_migrations_make_the_tables_that_the_code_uses(file: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    database = Database(f"sqlite:///{file}")
    migrate(database)
    migrate(database)
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": lambda name, kind, _: not (
            kind == "table" and name.startswith("claim_search"))})
        assert compare_metadata(context, metadata) == []


def test_workers_that_start_at_once_migrate_once(file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: migrate(Database(f"sqlite:///{file}")), range(4)))
    assert counts(file)["claims"] == 0


def test_who_opens_a_new_file_while_another_does_waits_for_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("CREATE TABLE theirs (number)")
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("time.sleep", lambda _: other.execute("COMMIT"))
    migrate(Database(f"sqlite:///{file}"))
    assert counts(file)["claims"] == 0


def test_who_opens_a_new_file_that_another_keeps_is_told(file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("CREATE TABLE theirs (number)")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UnavailableError, match="locked"):
        migrate(Database(f"sqlite:///{file}", busy_timeout=0.05))


def test_a_migration_that_fails_leaves_no_table(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from service.store import search

    monkeypatch.setitem(search.TABLES, "sqlite", ("CREATE NONSENSE",))
    with pytest.raises(UnavailableError):
        migrate(Database(f"sqlite:///{file}"))
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_what_is_acknowledged_is_on_the_disk(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    with database.migration() as connection:
        pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                   for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
