"""The README as a test: its question gets the answer it shows, its entries take effect in a copy of the rulebook."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

import rules
from bench.golden import ANSWER, QUESTION, readme_answer
from rules.model import Case, Report, Source, Stance
from rules.rulebook.files import DATA
from service.app import create_app
from service.cli.serve import EXAMPLE
from service.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENTRY = re.compile(r"```yaml\n# rules/data/(\S+\.yaml)(?:, ([^\n]+))?\n(.*?)```", re.DOTALL)


def test_the_curl_line_gets_the_answer_it_shows(tmp_path):
    client = create_app(Settings(database=f"sqlite:///{tmp_path}/claims.db")).test_client()
    answer = client.post("/v1/score", data=QUESTION.search(README)[1], content_type="application/json")
    assert answer.status_code == 200
    assert readme_answer(json.loads(answer.data)) == ANSWER.search(README)[0], "run `make golden`"


def test_the_server_prints_the_same_question():
    assert QUESTION.search(README)[1] == EXAMPLE


def test_it_names_every_source_class():
    classes = yaml.safe_load((DATA / "classes.yaml").read_text(encoding="utf-8"))
    assert {entry["id"] for entry in classes} <= set(re.findall(r"`(\w+)`", README))


def test_every_make_target_and_command_that_it_names_exists():
    makefile = (ROOT / "Makefile").read_text()
    for target in set(re.findall(r"`?make ([a-z]+)\b", README)) - {"make"}:
        assert re.search(rf"^{target}:", makefile, re.M), target
    for path in re.findall(r"^\| `([a-z/]+/)` \|", README, re.M):
        assert (ROOT / path).is_dir(), path


def test_the_index_of_docs_names_every_document():
    docs = ROOT / "docs"
    listed = {docs / path for path in re.findall(r"\]\(([\w/]+\.md)\)", (docs / "README.md").read_text())}
    assert listed == {*docs.rglob("*.md")} - {docs / "README.md"}


@pytest.fixture(scope="module")
def taught(tmp_path_factory) -> rules.Rulebook:
    """A copy of the rulebook with every entry that the README shows."""
    book = shutil.copytree(DATA, tmp_path_factory.mktemp("rulebook") / "data")
    entries = ENTRY.findall(README)
    assert len(entries) == 6
    for name, place, text in entries:
        _add(book / name, place, text)
    return rules.load_rulebook(book)


def test_every_example_of_the_taught_rulebook_holds(taught):
    results = [*rules.run_examples(taught), *rules.run_cue_examples(taught), *rules.run_source_examples(taught)]
    shown = {"tongues_wag", "oak-brigade", "court_record", "provenance.nameless_party"}
    assert shown <= {result.rule for result in results}
    assert [result for result in results if not result.held] == []


def test_a_cue_takes_effect(taught):
    hedges = rules.assess(Case(text="Tongues wag that the mill is sold."), taught).hedges
    assert ("Tongues wag", 0.6) in {(hedge.text, hedge.strength) for hedge in hedges}


def test_an_alias_takes_effect(taught):
    report = Report(text="It holds the mill.", source=Source(name="Brigade of the Oak"), stance=Stance.SUPPORTS)
    origin, = rules.assess(Case(text="The brigade holds the mill.", reports=(report,)), taught).origins
    assert (origin.name, origin.class_, origin.side) == ("Oak Brigade", "party", "ukraine")


def test_a_source_class_takes_effect(taught):
    source = Source(name="Filing 12 of 2024", class_="court_record")
    report = Report(text="The mill was sold.", source=source, stance=Stance.SUPPORTS)
    contributions = rules.assess(Case(text="The mill was sold.", reports=(report,)), taught).contributions
    assert 0.4 in {c.log_odds for c in contributions if c.rule == "provenance.source_class"}


def test_a_rule_takes_effect(taught):
    contributions = rules.assess(Case(text="Rebels said that the mill was sold."), taught).contributions
    assert [c.log_odds for c in contributions if c.rule == "provenance.nameless_party"] == [-0.1]


def _add(file: Path, place: str, text: str) -> None:
    """Append entries to a list, or put one under the keys that `place` names (`rules → a → b`)."""
    if not place:
        file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")
        return
    whole = yaml.safe_load(file.read_text(encoding="utf-8"))
    mapping = whole
    for key in place.split(" → "):
        mapping = mapping[key]
    mapping.update(yaml.safe_load(text))
    file.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
