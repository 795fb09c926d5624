"""Bad cue data stops the start, naming file, line and what is wrong."""

import shutil
from pathlib import Path

import pytest

from rules.errors import RulebookError
from rules.hedging.cues import Cues
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

GOOD = 'id: perchance, forms: [perchance], category: possibility, strength: 0.5, hits: ["It sank perchance."]'


@pytest.fixture
def rulebook(tmp_path: Path) -> Rulebook:
    (tmp_path / "en/cues").mkdir(parents=True)
    for name in ("rulebook.yaml", "en/hedge_categories.yaml", "en/reporting_verbs.yaml", "en/cue_context.yaml"):
        shutil.copy(DATA / name, tmp_path / name)
    return Rulebook(tmp_path)


def load(rulebook: Rulebook, *entries: str) -> Cues:
    lines = "".join(f"- {{{entry}}}\n" for entry in entries)
    rulebook.path("en/cues/new.yaml").write_text(lines, encoding="utf-8")
    return Cues(rulebook)


def test_one_entry_is_all_that_a_new_cue_takes(rulebook: Rulebook) -> None:
    assert load(rulebook, GOOD).phrases["perchance"].category == "possibility"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([GOOD, GOOD.replace("possibility", "posibility").replace("perchance", "mayhap")],
         "en/cues/new.yaml:2: unknown category “posibility”, did you mean “possibility”?"),
        ([GOOD, GOOD.replace("id: perchance", "id: again")],
         "en/cues/new.yaml:2: phrase “perchance” of “again” is already one of “perchance”"),
        ([GOOD, GOOD], "en/cues/new.yaml:2: cue “perchance” is there twice"),
        ([GOOD.replace("[perchance]", "[claimed]")],
         "en/reporting_verbs.yaml:[0-9]+: phrase “claimed” of “claim” is already one of “perchance”"),
        ([GOOD.replace("0.5", "1.5")], "en/cues/new.yaml:1: key “strength”: .*<= 1"),
        ([GOOD.replace("[perchance]", "[]")], "en/cues/new.yaml:1: key “forms”: .*length >= 1"),
        ([GOOD.replace("hits:", "hit:")], "en/cues/new.yaml:1: unknown key “hit”, did you mean “hits”?"),
        ([GOOD + ", direction: sideways"], "en/cues/new.yaml:1: key “direction”: unknown value “sideways”, "),
    ],
)  # fmt: skip
def test_bad_data_is_refused(rulebook: Rulebook, entries: list[str], message: str) -> None:
    with pytest.raises(RulebookError, match=message.replace("?", r"\?")):
        load(rulebook, *entries)
