"""Articles and claims sent to several processes at once, and to one that is killed: the same cases, nothing lost."""

from __future__ import annotations

import http.client
import json
import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from tests.service.conftest import MakeApp
from tests.service.test_articles import cases, submit
from tests.service.test_server import START, send, serving, until

pytestmark = pytest.mark.slow
VILLAGES = ("Malye Berezy", "Dolny Lug", "Stary Brod")
SAID = (
    "The Freedom of Russia Legion said on Telegram that it had seized the village of {}.",
    "Fighters took control of {}, according to the Freedom of Russia Legion.",
    "Russia's defence ministry denied that {} had been taken.",
)
ARTICLES: list[dict[str, Any]] = [
    {"text": said.format(village), "publisher": f"outlet-{number}.example", "published_at": "2025-03-04T12:00:00Z"}
    for village in VILLAGES for number, said in enumerate(SAID)
] + [{"text": "Rail workers walked out in Port Salla, their union said.", "publisher": "valley.example"}]

CLAIMS = [{"text": f"The Freedom of Russia Legion has seized {village}.", "event": {"date": "2025-03-03"}}
          for village in VILLAGES]


def one_after_the_other(tmp_path: Path) -> list[tuple[Any, ...]]:
    client = create_app(Settings(database=f"sqlite:///{tmp_path}/alone.db")).test_client()
    for claim in CLAIMS:
        client.post("/v1/claims", json=claim)
    submit(client, ARTICLES)
    return cases(client)


def test_two_processes_that_take_in_the_same_articles_store_each_once_and_join_all_claims(
    tmp_path: Path, make_app: MakeApp
) -> None:
    file = tmp_path / "claims.db"
    with serving(file, workers=1) as (first, _), serving(file, workers=1) as (second, _), ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(send, port, "POST", "/v1/articles", article) for ports in ((first, second), (second, first))
                for article, port in zip(ARTICLES, ports * 5, strict=True)]
        sent = [pool.submit(send, port, "POST", "/v1/claims", claim)
                for claim, port in zip(CLAIMS, (first, second, first), strict=True)]
        answers = [job.result() for job in jobs]
        assert [job.result()[0] for job in sent] == [201] * 3
    assert sorted(status for status, _ in answers) == [200] * 10 + [201] * 10
    client = make_app().test_client()
    assert len(client.get("/v1/articles").get_json()["items"]) == 10
    assert cases(client) == one_after_the_other(tmp_path)


def test_a_kill_in_the_middle_of_an_ingest_is_all_or_nothing(tmp_path: Path, make_app: MakeApp) -> None:
    file = tmp_path / "claims.db"
    acknowledged: list[str] = []

    def ingest(port: int, articles: list[dict[str, Any]]) -> None:
        try:
            for article in articles:
                acknowledged.append(send(port, "POST", "/v1/articles", article)[1]["article"]["id"])
        except (OSError, http.client.HTTPException, ValueError):
            return

    with serving(file, workers=2) as (port, server), ThreadPoolExecutor(2) as pool:
        assert [send(port, "POST", "/v1/claims", claim)[0] for claim in CLAIMS] == [201] * 3
        for half in (ARTICLES[::2], ARTICLES[1::2]):
            pool.submit(ingest, port, half)
        until(lambda: len(acknowledged) >= 3)
        os.killpg(server.pid, signal.SIGKILL)
    client = make_app().test_client()
    stored = {item["id"] for item in client.get("/v1/articles").get_json()["items"]}
    assert stored >= set(acknowledged)
    assert_whole(file)
    assert_the_rest_completes_it(client, tmp_path)


def test_ctrl_c_in_the_middle_of_an_ingest_says_nothing_and_leaves_no_halves(tmp_path: Path) -> None:
    file, many = tmp_path / "claims.db", tmp_path / "many.ndjson"
    texts = (f"The mayor of Port Salla said on day {number} that {number} ships had left." for number in range(400))
    many.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    ingest = [sys.executable, "-c", START, "ingest", many, "--workers", "2", "--database", f"sqlite:///{file}"]
    running = subprocess.Popen(
        ingest, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, preexec_fn=_listen_to_ctrl_c)
    until(lambda: file.exists() and count(file, "articles") > 40)  # so that those who read wait
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err.strip()) == (130, b"", b"")
    assert 40 < count(file, "articles") < 400
    assert_whole(file)


def _listen_to_ctrl_c() -> None:
    """A shell has what it starts in the background ignore Ctrl-C, tests and all that they start with it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def count(file: Path, table: str) -> int:
    """How many rows a table has, 0 while there is none."""
    with sqlite3.connect(file) as connection, suppress(sqlite3.OperationalError):
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    return 0


def assert_whole(file: Path) -> None:
    """No article without its statements, no statement without its case, no case without its reports and assessments."""
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        halves = """SELECT (SELECT count(*) FROM articles WHERE number NOT IN (SELECT article FROM statements))
                    + (SELECT count(*) FROM statements WHERE claim IS NULL)
                    + (SELECT count(*) FROM claims c WHERE report_count
                         <> (SELECT count(*) FROM reports WHERE claim = c.number)
                       OR number NOT IN (SELECT claim FROM assessments))"""
        assert connection.execute(halves).fetchone() == (0,)


def assert_the_rest_completes_it(client: FlaskClient, tmp_path: Path) -> None:
    """Sending everything again stores what is missing and nothing else."""
    submit(client, ARTICLES)
    assert len(client.get("/v1/articles").get_json()["items"]) == 10
    assert cases(client) == one_after_the_other(tmp_path)
