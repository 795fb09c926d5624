"""A server with the project's own fixtures loaded, and Debian's Chromium in front of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from apiflask import APIFlask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from werkzeug.serving import make_server

from service.app import create_app
from service.settings import Settings

FIXTURES = Path(__file__).parents[2] / "fixtures"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync")
PATIENCE = 20_000
HOSTILE = {
    "text": "<script>alert(1)</script> was seen in <b>Bala</b>.",
    "event": {"place": "<i>Bala</i>"},
    "reports": [{"text": "<script>alert(2)</script> reportedly fell on \"Bala\" & 'Selno'.",
                 "publisher": "<script>x</script>.example", "via": ["<svg onload=alert(4)>"], "stance": "supports",
                 "source": {"name": "<b>Watch</b> & <i>Ward</i>", "class": "witness"}}],
}
ENDLESS = {
    "title": "T" * 120, "publisher": "p" * 200 + ".example", "url": "https://archive.example/" + "b" * 400,
    "text": "The mayor of Selno reportedly said that the dam at https://video.example/" + "a" * 300 + " had held.",
}


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> APIFlask:
    """The application over a database with all fixture cases, three articles, a claim full of mark-up."""
    folder = tmp_path_factory.mktemp("pages")
    made = create_app(Settings(database=f"sqlite:///{folder}/claims.db", event_poll=0.1))
    client = made.test_client()
    for path in sorted((FIXTURES / "cases").glob("*.json")):
        assert client.post("/v1/claims", json=json.loads(path.read_text())).status_code == 201
    for path in sorted((FIXTURES / "articles").glob("*.json"))[:2]:
        assert client.post("/v1/articles", json=json.loads(path.read_text())).status_code == 201
    assert client.post("/v1/articles", json=ENDLESS).status_code == 201
    assert client.post("/v1/claims", json=HOSTILE).status_code == 201
    return made


@pytest.fixture
def client(app: APIFlask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def find(client: FlaskClient) -> Callable[[str], str]:
    """The id of the claim that a search for these words finds first."""
    return lambda words: client.get("/v1/claims", query_string={"q": words}).get_json()["items"][0]["id"]


@pytest.fixture(scope="session")
def address(app: APIFlask) -> Iterator[str]:
    """Where the application is served."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("there is no Chromium on this machine; .ci/browser installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[OpenPage]:
    """Opens pages in contexts of their own; in the end none may have asked elsewhere or complained on its console."""
    complaints: list[str] = []
    contexts = []

    def open_(path: str, width: int = 1200, **options: Any) -> Page:
        context = chromium.new_context(base_url=address, viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: None if r.url.startswith(address) else complaints.append(f"asked for {r.url}"))
        page.on("console", lambda m: complaints.append(m.text) if _complains(m) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.set_default_timeout(PATIENCE)
        page.goto(path)
        return page

    expect.set_options(timeout=PATIENCE)
    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


def _complains(message: ConsoleMessage) -> bool:
    """Whether a console line is a complaint; that a page asked for is missing is what the test wanted."""
    return message.type in ("error", "warning") and not message.location["url"].endswith("/none")
