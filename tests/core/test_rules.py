"""The rulebook: its examples are its tests, every rule is used, and bad data stop the start with their place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import rules
from rules.findings import FACTS, Rules
from rules.hedging import SCARE_QUOTES
from rules.hedging.cues import Cues
from rules.rulebook import files
from rules.rulebook.conditions import ConditionError, compile_condition
from rules.rulebook.files import DATA
from rules.scoring.examples import run_cue_examples, run_examples, run_source_examples
from rules.scoring.weights import load_weights
from tests.core.conftest import says

RULEBOOK = rules.load_rulebook()


@pytest.mark.parametrize("run", [run_examples, run_cue_examples, run_source_examples], ids=lambda run: run.__name__)
def test_every_example_of_the_rulebook_holds(run):
    assert [result for result in run(RULEBOOK) if not result.held] == []


@pytest.mark.parametrize("entry", RULEBOOK.part(Rules).entries.values(), ids=lambda entry: entry.id)
def test_every_rule_asks_cites_and_shows_both_ways(entry):
    assert entry.question.endswith("?")
    assert len(entry.citation) > 10
    assert entry.hits
    assert entry.misses
    assert entry.id.split(".")[0] == entry.factor


def test_every_fact_is_explained_in_its_docstring():
    assert all(function.__doc__ for facts in FACTS.values() for function in facts.values())


def test_a_rule_without_a_weight_weighs_nothing_and_is_still_reported(assess):
    weights = RULEBOOK.part(load_weights)
    assert "corroboration.retold" not in weights.rules
    rows = assess(says(), says(publisher="north.example")).contributions
    assert [r.log_odds for r in rows if r.rule == "corroboration.retold"] == [0.0]


@pytest.mark.parametrize(("text", "reason"), [
    ("Bala reportedly fell.", "“reportedly” is hearsay without a name"),
    ("“Bala may have fallen,” Ana Dovik said.", "“may”, in the source's own words, is a possibility, not a fact"),
    ("Bala has fallen. The ministry declined to comment.", "“declined to comment” is a lack of confirmation"),
])  # fmt: skip
def test_a_reason_words_what_a_fact_may_be_as_its_rule_has_it(assess, text, reason):
    assert reason in [row.reason for row in assess(says(text=text)).contributions]


def test_every_category_of_hedges_that_takes_something_is_worded():
    worded = RULEBOOK.part(Rules).entries["hedging.cue_in_scope"].words["hedge_category"]
    taking = {cue.category for cue in RULEBOOK.part(Cues).all if cue.strength > 0} | {SCARE_QUOTES}
    assert taking == worded.keys()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("weights.yaml", "prior:", "priro:", "weights.yaml:4: unknown key “priro”, did you mean “prior”?"),
        ("weights.yaml", "corroboration.supports:", "corroboration.suports:", "weights.yaml:9: unknown rule"),
        ("weights.yaml", "witness: {add", "witnes: {add", "weights.yaml:24: unknown level of provenance.source_class"),
        ("weights.yaml", "[social]", "[socal]", "weights.yaml:6: unknown source class “socal”, did you mean “social”?"),
        ("rules/hedging.yaml", "    hedge_owner: {", "    hedge_ower: {",
         "rules/hedging.yaml:13: rule hedging.cue_in_scope: unknown fact of the reason “hedge_ower”, did you mean"),
        ("rules/hedging.yaml", "fact: hedge_strength", "fact: hedge_strenght",
         "rules/hedging.yaml:8: rule hedging.cue_in_scope: unknown fact “hedge_strenght”, did you mean “hedge_str"),
        ("rules/hedging.yaml", "“{hedge_text}”", "“{hedge_txt}”", "unknown fact “hedge_txt”, did you mean “hedge_t"),
        ("rules/hedging.yaml", "factor: hedging", "factor: hegding",
         "rules/hedging.yaml:4: key “factor”: unknown value “hegding”, did you mean “hedging”?"),
        ("rules/hedging.yaml", "more_than: 0", "mroe_than: 0", "did you mean “more_than”?"),
        ("rules/hedging.yaml", "more_than: 0", "more_than: low", "hedging.yaml:8: rule hedging.cue_in_scope: fact “he"),
        ("rules/hedging.yaml", "[supports, denies]", "[suports]", "unknown stance “suports”, did you mean “supports”?"),
        ("rules/hedging.yaml", "in: [supports, denies]", "in: supports", "“in” needs a list, such as [supports]"),
        ("rules/hedging.yaml", "is {hedge_category}", "is {hedge_category", "rule hedging.cue_in_scope: reason: "),
        ("rules/hedging.yaml", "“{hedge_text}”", "{hedge_text:d}", "“{hedge_text}” must be the name of a fact and no"),
        ("rules/hedging.yaml", "measure: hedge_strength", "measure: hedge_text", "measure “hedge_text” is no number"),
        ("rules/corroboration.yaml", "withdrawn, is: true", "withdrawn, is: yeah", "“withdrawn” is true or false, nev"),
        ("rules/provenance.yaml", "class, is: satire", "class, is: satyre", "unknown class “satyre”, did you mean “sa"),
        ("weights.yaml", "decay: ", "decay: 7", "weights.yaml:14: key “rules.corroboration.shared_side.decay”: "),
        ("weights.yaml", "supports: {add: ", "supports: {add: .nan} #", "key “rules.corroboration.supports.add”: "),
        ("weights.yaml", "half_confidence: ", "half_confidence: -", "weights.yaml:5: key “half_confidence”: "),
        ("weights.yaml", "prior: ", "prior: 1\nprior: ", "weights.yaml:5: key “prior” stands twice"),
        ("classes.yaml", "reliability: D", "reliability: H", "key “reliability”: unknown value “H”, known are: A, B, "),
        ("registry/parties.yaml", "[Sibir Battalion,", "[No,", "Expected `str`, got `bool`; put it in quotation marks"),
        ("registry/parties.yaml", "[Sibir Battalion,", "[the,", "“the” stands for both “articles” and “siberian-batt"),
        ("registry/parties.yaml", "[Sibir Battalion,", '["",', "registry/parties.yaml:15: “” of “siberian-battalion” "),
        ("registry/parties.yaml", "[Sibir Battalion,", "[police,", "“police” stands for both “police” and “siberian-b"),
        ("en/cues/rumour.yaml", "[speculation,", '[" ",', "en/cues/rumour.yaml:4: cue “speculation” has a phrase wit"),
        ("rules/hedging.yaml", "- id:", "- id", "is not valid YAML"),
        ("en/verification.yaml", "outcome: verified", "outcome: verfied", "en/verification.yaml:"),
        ("linking.yaml", "days_of_slack:", "days_of_slak:", "linking.yaml:"),
    ],
)
def test_bad_data_stop_the_start_and_say_where(copy, file, old, new, message):
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(rules.RulebookError) as caught:
        rules.load_rulebook(copy)
    assert message in str(caught.value)


def test_a_misspelt_word_is_found_where_it_stands_and_not_inside_others(copy):
    (copy / "rules/own.yaml").write_text((copy / "rules/hedging.yaml").read_text(encoding="utf-8").replace(
        "id: hedging.", "id: own.").replace("fact: hedge_strength", "fact: clas"))
    with pytest.raises(rules.RulebookError, match=r"^rules/own.yaml:8: rule own.cue_in_scope: unknown fact “clas”"):
        rules.load_rulebook(copy)


def test_a_rule_that_stands_twice_is_told_by_its_second_place(copy):
    hedging = (copy / "rules/hedging.yaml").read_text(encoding="utf-8")
    (copy / "rules/own.yaml").write_text(hedging, encoding="utf-8")
    with pytest.raises(rules.RulebookError, match=r"^rules/own.yaml:\d+: rule hedging\.\w+ stands here a second time"):
        rules.load_rulebook(copy)


@pytest.mark.parametrize(("file", "content", "message"), [
    ("weights.yaml", None, "weights.yaml:1: cannot be read in"),
    ("sides.yaml", None, "sides.yaml:1: no such file in the rulebook"),
    ("weights.yaml", "# nothing yet\n", "weights.yaml:1: is empty"),
    ("sides.yaml", "- {id: lorn, name: !person Lorn}\n", "sides.yaml:1: could not determine a constructor"),
    ("sides.yaml", "- {id: lorn}\n", "sides.yaml:1: "),
])  # fmt: skip
def test_a_file_that_is_missing_empty_or_half_written_stops_the_start(copy, file, content, message):
    (copy / file).unlink() if content is None else (copy / file).write_text(content, encoding="utf-8")
    with pytest.raises(rules.RulebookError) as caught:
        rules.load_rulebook(copy)
    assert str(caught.value).startswith(message)


def test_a_file_of_entries_that_holds_something_else_stops_the_start(copy):
    (copy / "rules" / "hedging.yaml").write_text("# no list\nfactor: hedging\n")
    with pytest.raises(rules.RulebookError, match="rules/hedging.yaml:2: must be a list of entries"):
        rules.load_rulebook(copy)


@pytest.mark.parametrize("name", ["attribution.npz", "hedge_context.json", "matching_frequencies.json",
                                  "matching_model.json"])
@pytest.mark.parametrize("content", [b"", b"{}", b"no model"])
def test_a_broken_model_stops_the_start_and_says_which(copy, name, content):
    (copy / "en" / name).write_bytes(content)
    with pytest.raises(rules.RulebookError, match=f"en/{name}:1: "):
        rules.load_rulebook(copy)


def test_every_file_is_read_before_anything_starts(copy, monkeypatch):
    read, read_bytes = set(), files.read_bytes
    monkeypatch.setattr(files, "read_bytes", lambda folder, name: (read.add(name), read_bytes(folder, name))[1])
    rules.load_rulebook(copy)
    assert read == {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["en/rumour.yaml", "rules/own.yml"])
def test_a_file_that_nothing_reads_stops_the_start(copy, name):
    (copy / name).write_text("- {id: own}\n", encoding="utf-8")
    with pytest.raises(rules.RulebookError, match=f"{name}:1: nothing reads this file"):
        rules.load_rulebook(copy)


def test_another_byte_is_another_rulebook(copy):
    (copy / "rulebook.yaml").write_text('version: "test"\n', encoding="utf-8")
    other = rules.load_rulebook(copy)
    assert (other.version, other.sha256 != RULEBOOK.sha256) == ("test", True)


@pytest.mark.parametrize(
    ("tree", "facts", "outcome"),
    [
        ({"fact": "n", "is": 1}, {"n": 1}, True),
        ({"fact": "n", "at_least": 2}, {"n": 1}, False),
        ({"fact": "n", "is": 1}, {"n": None}, None),
        ({"all": [{"fact": "n", "is": 1}, {"fact": "m", "is": 1}]}, {"n": 1, "m": None}, None),
        ({"all": [{"fact": "n", "is": 2}, {"fact": "m", "is": 1}]}, {"n": 1, "m": None}, False),
        ({"any": [{"fact": "n", "is": 1}, {"fact": "m", "is": 1}]}, {"n": 1, "m": None}, True),
        ({"not": {"fact": "n", "is": 1}}, {"n": None}, None),
        ({"not": {"fact": "n", "in": [1, 2]}}, {"n": 3}, True),
    ],
)
def test_conditions_have_three_values(tree, facts, outcome):
    assert compile_condition(tree, {"n", "m"})(facts) is outcome


TWO = {"not": {"fact": "n", "is": 1}, "all": [{"fact": "n", "is": 1}]}


@pytest.mark.parametrize("tree", [
    {}, [], {"al": []}, {"all": []}, {"fact": "n"}, {"fact": "n", "is": 1, "in": []}, TWO,
])  # fmt: skip
def test_broken_conditions_are_refused(tree):
    with pytest.raises(ConditionError):
        compile_condition(tree, {"n"})


def test_a_rule_that_crashes_shows_as_an_error_and_takes_nothing_with_it(monkeypatch):
    from tests.core.conftest import says

    monkeypatch.setitem(FACTS["origin"], "hedge_strength", lambda origin, scene: "much")
    assessment = rules.assess(rules.model.Case(text="Bala fell.", reports=(says(),)), rules.Rulebook())
    assert {c.outcome for c in assessment.contributions if c.rule == "hedging.cue_in_scope"} == {"error"}
    assert assessment.status == "single_source"


def test_a_fact_that_crashes_shows_in_the_rules_that_ask_for_it_and_in_no_other(monkeypatch):
    from tests.core.conftest import says

    monkeypatch.setitem(FACTS["origin"], "withdrawn", lambda origin, scene: 1 / 0)
    rows = rules.assess(rules.model.Case(text="Bala fell.", reports=(says(),)), rules.Rulebook()).contributions
    assert [c.rule for c in rows if c.outcome == "error"] == ["corroboration.withdrawn"]
    assert "corroboration.supports" in [c.rule for c in rows if c.outcome == "true"]
