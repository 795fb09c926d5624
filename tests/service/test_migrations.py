"""Databases of earlier releases: what is stored in them is still found after they are brought up to date."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from service.errors import UnavailableError
from service.store.database import Database
from service.store.migrate import FOLDER
from tests.service.conftest import CASE, DENIAL, MakeApp
from tests.service.test_articles import AGREED, FIRE, RAID, cases, submit


def move(file: Path, revision: str) -> None:
    """Take a database to a revision, forwards or backwards."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    database = Database(f"sqlite:///{file}")
    with database.migration() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if revision != "head" else command.upgrade)(config, revision)
    database.close()


def terms(file: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(file) as connection:
        found = connection.execute("SELECT term, statement, first_day, last_day FROM statement_terms ORDER BY 1, 2")
        return found.fetchall()


def bodies(file: Path) -> list[bytes]:
    """Assessments as they lie in the file."""
    with sqlite3.connect(file) as connection:
        return [body for body, in connection.execute("SELECT body FROM assessments ORDER BY number")]


def tables(file: Path) -> set[str]:
    """How the tables and indexes were made."""
    with sqlite3.connect(file) as connection:
        return {made for made, in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}


def test_statements_stored_before_terms_were_found_by_day_still_meet_their_like(
    tmp_path: Path, make_app: MakeApp
) -> None:
    file = tmp_path / "claims.db"
    submit(make_app().test_client(), [RAID])
    stored = terms(file)
    move(file, "0003")
    assert terms(file) == stored
    client = make_app().test_client()
    assert terms(file) == stored
    submit(client, [AGREED])
    assert len(cases(client)) == 1


def test_a_claim_stored_before_articles_found_claims_is_kept_and_found_once_something_is_added(
    tmp_path: Path, make_app: MakeApp
) -> None:
    file = tmp_path / "claims.db"
    claim = make_app().test_client().post("/v1/claims", json={"text": AGREED["text"]}).get_json()
    submit(make_app().test_client(), [FIRE])
    move(file, "0004")
    client = make_app().test_client()
    submit(client, [AGREED])
    assert client.get(f"/v1/claims/{claim['id']}").get_json() == claim
    client.post(f"/v1/claims/{claim['id']}/reports", json={"reports": [DENIAL]})
    publishers = [r["publisher"] for r in client.get(f"/v1/claims/{claim['id']}").get_json()["reports"]]
    assert publishers == [AGREED["publisher"], None, DENIAL["publisher"]]


@pytest.mark.parametrize("revision", sorted(path.name[:4] for path in (FOLDER / "versions").glob("0*.py"))[:-1])
def test_a_store_of_every_earlier_release_gets_the_tables_of_this_one_and_keeps_its_cases(
    tmp_path: Path, make_app: MakeApp, revision: str
) -> None:
    file = tmp_path / "claims.db"
    client = make_app().test_client()
    submit(client, [RAID, AGREED, FIRE])
    client.post("/v1/claims", json=CASE)
    before, made = cases(client), tables(file)
    move(file, revision)
    assert tables(file) != made
    assert cases(make_app().test_client()) == before
    assert tables(file) == made


def test_assessments_stored_before_they_were_compressed_are_the_same_history(
    tmp_path: Path, make_app: MakeApp
) -> None:
    file = tmp_path / "claims.db"
    client = make_app().test_client()
    path = client.post("/v1/claims", json=CASE).headers["Location"]
    client.post(f"{path}/reports", json={"reports": [DENIAL]})
    history, packed = client.get(f"{path}/history").get_json(), bodies(file)
    assert len(history["items"]) == 2
    move(file, "0007")
    assert [json.loads(body) for body in bodies(file)] == [item["assessment"] for item in history["items"]]
    history["items"][0]["text"] = None  # how it was worded earlier was not kept then
    assert make_app().test_client().get(f"{path}/history").get_json() == history
    assert bodies(file) == packed


def test_a_database_of_a_newer_release_is_refused_and_left_as_it_is(tmp_path: Path, make_app: MakeApp) -> None:
    make_app()
    with sqlite3.connect(tmp_path / "claims.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UnavailableError, match="newer release"):
        make_app()
    with sqlite3.connect(tmp_path / "claims.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
