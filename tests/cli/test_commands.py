"""The other commands, and how every command ends."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rules.rulebook.files import DATA
from service.cli import entry

ROOT = Path(__file__).resolve().parents[2]
COMMAND = Path(sys.executable).with_name("corrobora")


def test_version_and_help(corrobora):
    assert re.fullmatch(r"corrobora \d{4}\.\d+\.\d+\n", corrobora("--version").out)
    for command in entry.COMMANDS:
        assert re.search(rf"^  {command} +[A-Z]", corrobora("--help").out, re.M)


def test_a_misspelt_command_is_told_the_nearest_one(corrobora):
    refused = corrobora("scor", "Rebels hold it.")
    assert (refused.status, "Did you mean 'score'?" in refused.err) == (2, True)


def test_rules_check_counts_what_it_tried(corrobora):
    checked = corrobora("rules", "check")
    assert checked.status == 0
    assert re.search(r"\d+ rules, \d+ cues, \d+ examples, all as they should be", checked.out)


def test_rules_check_names_the_example_that_does_not_hold(corrobora, tmp_path):
    book = shutil.copytree(DATA, tmp_path / "book")
    (book / "en/cues/own.yaml").write_text(
        "- {id: own, forms: [zibble], category: rumour, strength: 0.5, hits: [The mill burned.]}\n")
    checked = corrobora("rules", "check", "--rulebook", book)
    assert checked.status == 2
    assert checked.out == "own: hit number 1, “The mill burned.”, does not come out as it should\n"
    assert re.fullmatch(r"corrobora: 1 of \d+ examples came out wrong\n", checked.err)


def test_a_bad_rulebook_stops_with_file_and_line(corrobora, tmp_path):
    book = shutil.copytree(DATA, tmp_path / "book")
    (book / "en/cues/own.yaml").write_text("# mine\n- {id: own, froms: [zibble]}\n")
    for arguments in (("rules", "check"), ("score", "A mill burned."), ("cases",)):
        refused = corrobora(*arguments, "--rulebook", book)
        assert refused.status == 2
        assert refused.err == "corrobora: en/cues/own.yaml:2: unknown key “froms”, did you mean “forms”?\n"


def test_rules_list_names_every_rule_with_its_question(corrobora):
    listed = corrobora("rules", "list").out.splitlines()
    asked = dict(line.split(maxsplit=1) for line in listed[1:] if not line.startswith(" "))
    assert asked["provenance.interest"].strip() == "Does the statement serve the side that makes it?"
    assert len(asked) == len(re.findall(r"^- id: ", "".join(p.read_text() for p in DATA.glob("rules/*.yaml")), re.M))


def test_rules_explain_shows_question_weight_and_citation(corrobora):
    explained = corrobora("rules", "explain", "corroboration.denies").out
    assert explained.startswith("corroboration.denies: Does an origin")
    for part in ("Holds when", "Weighs, in log-odds", "Is there because", "Misses"):
        assert part in explained


def test_an_unknown_rule_is_answered_with_the_nearest(corrobora):
    refused = corrobora("rules", "explain", "corroboration.denise")
    assert refused.status == 2
    assert "did you mean “corroboration.denies”?" in refused.err


def test_a_rule_like_no_other_is_answered_with_all(corrobora):
    refused = corrobora("rules", "explain", "zzz")
    assert refused.err.startswith("corrobora: unknown rule “zzz”, known are: corroboration.")


def test_loading_twice_stores_once(corrobora, tmp_path):
    load = ("load", ROOT / "fixtures/cases", ROOT / "fixtures/articles", "--database", f"sqlite:///{tmp_path}/claims.db")
    cases, articles = (len(list((ROOT / "fixtures" / kind).glob("*.json"))) for kind in ("cases", "articles"))
    assert corrobora(*load).out == f"{cases} cases and {articles} articles: {cases + articles} stored now, 0 before\n"
    assert corrobora(*load).out == f"{cases} cases and {articles} articles: 0 stored now, {cases + articles} before\n"


def test_loading_names_the_file_that_is_wrong_and_stores_nothing(corrobora, tmp_path):
    (tmp_path / "a.json").write_text('{"text": "The mill burned."}')
    (tmp_path / "b.json").write_text('{"txet": "The mill burned."}')
    database = f"sqlite:///{tmp_path}/claims.db"
    refused = corrobora("load", tmp_path, "--database", database)
    assert refused.status == 2
    assert f"{tmp_path}/b.json: text: is required" in refused.err
    (tmp_path / "b.json").unlink()
    assert corrobora("load", tmp_path, "--database", database).out == "1 case and 0 articles: 1 stored now, 0 before\n"


@pytest.mark.parametrize(("arguments", "problem"), [
    (["bogus"], "See corrobora --help"),
    (["score"], "See corrobora score --help"),
    (["cases", "--limit", "many"], "is not a valid whole number"),
    (["load", "no/such/folder"], "does not exist"),
    (["score", ""], "text: is blank"),
    (["serve", "--port", "70000"], "--port"),
    (["cases", "--database", "bogus://x"], "sqlite:///"),
    (["cases", "--database", "sqlite://"], "sqlite:///FILE"),
    (["cases", "--database", "postgresql://127.0.0.1:http/x"], "HOST:PORT"),
    (["cases", "--database", "postgresql://127.0.0.1:1/x"], "cannot be reached"),
    (["serve", "--host", "no.such.host.invalid"], "cannot listen on no.such.host.invalid"),
])
def test_every_fault_is_one_line_and_status_2(corrobora, arguments, problem):
    refused = corrobora(*arguments)
    assert refused.status == 2
    assert re.fullmatch(r"corrobora: .+\n", refused.err)
    assert problem in refused.err


def test_a_setting_that_is_no_amount_is_named(corrobora, monkeypatch):
    monkeypatch.setenv("CORROBORA_MAX_TEXT", "-3")
    refused = corrobora("score", "The mill burned.")
    assert refused == (2, "", "corrobora: CORROBORA_MAX_TEXT must be a whole number, 0 or more, not “-3”\n")


@pytest.mark.parametrize("command", [("score", "The mill burned."), ("rules", "list"), ("cases",)])
def test_a_mistyped_setting_is_refused_and_not_ignored(corrobora, monkeypatch, command):
    monkeypatch.setenv("corrobora_worker", "5")
    problem = "corrobora: unknown setting “corrobora_worker”, did you mean “CORROBORA_WORKERS”?\n"
    assert corrobora(*command) == (2, "", problem)


def test_help_is_given_whatever_is_set(corrobora, monkeypatch):
    monkeypatch.setenv("CORROBORA_DATABSE", "sqlite:///claims.db")
    assert corrobora("--help").status == corrobora("--version").status == 0


def test_a_server_on_all_addresses_of_a_container_names_one_to_call(corrobora, monkeypatch):
    monkeypatch.setenv("CORROBORA_HOST", "0.0.0.0")
    monkeypatch.setenv("CORROBORA_WORKERS", "3")
    given = []
    monkeypatch.setattr("service.serving.serve", lambda _, *to: (given.append(to[:3]), to[3]()))
    greeting = corrobora("serve").out
    assert given == [("0.0.0.0", 8000, 3)]
    assert "curl -s http://127.0.0.1:8000/v1/score" in greeting


def test_ctrl_c_ends_with_130_and_says_nothing(corrobora, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("rules.assess", interrupt)
    ended = corrobora("score", "The mill burned.")
    assert (ended.status, ended.out, ended.err.strip()) == (130, "", "")


def test_what_nobody_foresaw_is_one_line_too(corrobora, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError("by zero\nand more")

    monkeypatch.setattr("rules.assess", fail)
    ended = corrobora("score", "The mill burned.")
    assert ended.status == 2
    assert re.fullmatch(r"corrobora: this should not .+ ZeroDivisionError: by zero and more .+\n", ended.err)


@pytest.mark.parametrize("arguments", [("score", "-"), ("--help",)])
def test_a_closed_pipe_is_no_fault(arguments):
    case = ROOT / "fixtures/cases/kozinka-captured-2023.json"
    reader, writer = os.pipe()
    os.close(reader)
    with case.open("rb") as body:
        ended = subprocess.run([COMMAND, *arguments], stdin=body, stdout=writer, stderr=subprocess.PIPE, timeout=60)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")
