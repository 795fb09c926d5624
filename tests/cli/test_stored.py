"""`corrobora ingest`, `cases` and `show`: articles from files to a store, and what is in it for a person."""

from __future__ import annotations

import json
import re

import pytest

from service.cli.articles import items
from tests.cli.conftest import Ended

SEIZED = "The Freedom of Russia Legion said it had seized the village of Malye Berezy."
DENIED = {"text": "Russia's defence ministry denied that Malye Berezy had been taken.", "publisher": "bell.example"}
BURNED = {"text": "Two houses burned down in Dolny Lug, the mayor said.", "publisher": "valley.example"}


@pytest.fixture
def database(tmp_path):
    return f"sqlite:///{tmp_path}/claims.db"


@pytest.fixture
def ingest(corrobora, database):
    return lambda *arguments, **given: corrobora("ingest", *arguments, "--database", database, **given)


@pytest.fixture
def files(tmp_path):
    text, fields, lines = tmp_path / "one.txt", tmp_path / "two.json", tmp_path / "more.ndjson"
    text.write_text(SEIZED)
    fields.write_text(json.dumps(DENIED))
    lines.write_text(f"{json.dumps(BURNED)}\n\n{json.dumps(DENIED)}\n")
    return text, fields, lines


def test_text_json_and_lines_of_json_are_stored_once(ingest, files):
    first = ingest(*files, "--publisher", "northwire.example", "--published-at", "2025-03-04T12:00:00Z")
    assert first == Ended(0, "4 articles: 3 stored now, 1 before\n", "")
    assert ingest(*files[1:]).out == "3 articles: 0 stored now, 3 before\n"


def test_several_processes_store_what_one_does_and_name_what_cannot_be_read(ingest, corrobora, tmp_path):
    texts = [f"The mayor of Port Salla said on day {n} that {n} ships had left the harbour." for n in range(20)]
    texts[7] = "Der Bürgermeister sagte, dass alle Schiffe den Hafen verlassen haben und nicht zurückkommen werden."
    file = tmp_path / "many.ndjson"
    file.write_text("".join(json.dumps({"text": text, "publisher": "valley.example"}) + "\n" for text in texts))
    told = []
    for workers in ("1", "2"):
        store = ("--database", f"sqlite:///{tmp_path}/{workers}.db")
        ended = corrobora("ingest", file, "--workers", workers, *store)
        assert (ended.status, ended.out) == (2, "19 articles: 19 stored now, 0 before\n")
        assert "many.ndjson:8: " in ended.err and ended.err.count("\n") == 1
        cases = json.loads(corrobora("cases", "--json", "--limit", "100", *store).out)["items"]
        told.append(sorted((case["text"], case["assessment"]["score"], case["report_count"]) for case in cases))
    assert told[0] == told[1]


def test_several_processes_pass_over_what_is_stored_already(ingest, tmp_path):
    lines = [json.dumps({"text": f"The mayor of Port Salla said that {n} ships had left."}) + "\n" for n in range(24)]
    some, every = tmp_path / "some.ndjson", tmp_path / "every.ndjson"
    some.write_text("".join(lines[::3]))
    every.write_text("".join(lines))
    assert ingest(some).out == "8 articles: 8 stored now, 0 before\n"
    assert ingest(every, "--workers", "2").out == "24 articles: 16 stored now, 8 before\n"


def test_articles_are_taken_from_their_files_as_they_are_stored_not_all_at_once(ingest, monkeypatch, tmp_path):
    file, taken = tmp_path / "many.ndjson", []
    file.write_text("".join(json.dumps({"text": f"Ship {n} sank."}) + "\n" for n in range(9)) + "nonsense\n")

    def counted(name):
        for item in items(name):
            taken.append(item.name)
            yield item

    def one_by_one(documents, run, workers):
        for place, _ in enumerate(documents, 1):
            assert len(taken) == place
            yield place > 4

    monkeypatch.setattr("service.usecases.ingesting.ingest", one_by_one)
    monkeypatch.setattr("service.cli.ingest.items", counted)
    ended = ingest(file)
    assert (ended.status, ended.out) == (2, "9 articles: 5 stored now, 4 before\n")
    assert ended.err.startswith(f"corrobora: {file}:10: Not JSON")


def test_text_on_standard_input_is_an_article(ingest, corrobora, database):
    assert ingest("-", "--publisher", "northwire.example", stdin=SEIZED.encode()).status == 0
    (case,) = json.loads(corrobora("cases", "--json", "--database", database).out)["items"]
    shown = json.loads(corrobora("show", case["id"], "--json", "--database", database).out)
    assert shown["reports"][0]["publisher"] == "northwire.example"


def test_a_bad_file_is_one_line_and_the_others_are_stored(ingest, files, tmp_path):
    bad, latin = tmp_path / "bad.ndjson", tmp_path / "latin.txt"
    bad.write_text(f'{json.dumps(BURNED)}\n{{"text": 3}}\nnonsense\n')
    latin.write_bytes(b"caf\xe9 said no")
    ended = ingest(bad, latin, tmp_path / "none.txt", files[1])
    assert (ended.status, ended.out) == (2, "2 articles: 2 stored now, 0 before\n")
    faults = ended.err.splitlines()
    assert [fault.split(": ")[1].rpartition("/")[2] for fault in faults] == [
        "bad.ndjson:2", "bad.ndjson:3", "latin.txt", "none.txt"]


def test_cases_are_listed_and_filtered(ingest, corrobora, database, files):
    ingest(*files)
    everything = corrobora("cases", "--database", database).out
    assert "Two houses burned down in Dolny Lug" in everything and "contested" in everything
    contested = corrobora("cases", "--status", "contested", "--database", database).out
    assert "Berezy" in contested and "Lug" not in contested
    assert "Lug" not in corrobora("cases", "-q", "berezy", "--database", database).out
    several = corrobora("cases", "--reports", "2", "--database", database).out
    assert "Berezy" in several and len(several.splitlines()) < len(everything.splitlines())
    like = corrobora("cases", "--like", "Have they reached Berezy?", "--json", "--database", database).out
    assert "Berezy" in json.loads(like)["items"][0]["text"]
    one = corrobora("cases", "--limit", "1", "--database", database)
    assert len(one.out.splitlines()) == 2 and "more" in one.err


def test_a_case_is_shown_with_its_steps_origins_and_history(ingest, corrobora, database, files):
    ingest(files[0], "--publisher", "northwire.example")
    ingest(files[1])
    shown = corrobora("show", "berezy", "--database", database).out
    assert "in sum: a score of" in shown
    assert "northwire.example  Freedom of Russia Legion" in shown
    assert "The first assessment." in shown and "An article came in that bears on it" in shown
    assert re.search(r"\n20\d\d-\d\d-\d\d \d\d:\d\d:\d\d  0\.", shown)


def test_words_of_no_claim_or_of_several_are_refused_in_one_line(ingest, corrobora, database, files):
    ingest(*files)
    for words, problem in (("zebra", "no claim has"), ("", "more than one")):
        refused = corrobora("show", words, "--database", database)
        assert (refused.status, refused.err.count("\n")) == (2, 1)
        assert problem in refused.err


def test_asking_a_store_that_is_not_there_makes_none(corrobora, tmp_path):
    url = f"sqlite:///{tmp_path}/none/claims.db"
    for command in (("cases",), ("show", "berezy")):
        refused = corrobora(*command, "--database", url)
        missing = f"corrobora: {url}: The database file is missing. `corrobora ingest` and `corrobora load` create it\n"
        assert refused == Ended(2, "", missing)
    assert not (tmp_path / "none").exists()
