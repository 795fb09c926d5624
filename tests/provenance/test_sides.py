"""Allies and opponents, and data that contradicts itself."""

import shutil

import pytest

from rules import load_rulebook
from rules.errors import RulebookError
from rules.provenance import Registry
from rules.rulebook import Rulebook

RULEBOOK = load_rulebook()
REGISTRY = RULEBOOK.part(Registry)

PAIRS = [
    # one, other, allied, opposed
    ("russia", "russia", True, False),
    ("russia", "ukraine", False, True),
    ("ukraine", "united_states", True, False),
    ("belarus", "russia", True, False),
    ("hamas", "israel", False, True),
    ("iran", "houthis", True, False),
    ("saf", "rsf", False, True),
    ("m23", "dr_congo", False, True),
    ("armenia", "azerbaijan", False, True),
    ("india", "pakistan", False, True),
    ("myanmar", "myanmar_opposition", False, True),
    ("taiwan", "china", False, True),
    ("ukraine", "india", False, False),
    (None, "ukraine", False, False),
    (None, None, False, False),
    ("tarna", "tarna", True, False),
    ("tarna", "ukraine", False, False),
]


@pytest.mark.parametrize(("one", "other", "allied", "opposed"), PAIRS)
def test_sides_stand_together_or_apart_whichever_is_asked_first(one, other, allied, opposed):
    assert REGISTRY.allied(one, other) is REGISTRY.allied(other, one) is allied
    assert REGISTRY.opposed(one, other) is REGISTRY.opposed(other, one) is opposed


BROKEN = [
    # file, appended entry, what the error says
    (
        "registry/social.yaml",
        "- {id: tarna-news, name: Baza, class: social}",
        "“Baza” stands for both “baza” and “tarna-news”",
    ),
    ("registry/social.yaml", "- {id: baza, name: Tarna News, class: social}", "“baza” is defined twice"),
    ("registry/social.yaml", "- {id: tarna, name: Tarna, class: sociall}", "class “sociall”, did you mean “social”?"),
    ("registry/social.yaml", "- {id: tarna, name: Tarna, class: party, side: rusia}", "did you mean “russia”?"),
    ("registry/social.yaml", "- {id: tarna, name: Tarna, class: social, alias: [T]}", "did you mean “aliases”?"),
    ("registry/social.yaml", "- {id: tarna, name: '!', class: social}", "“!” of “tarna” has no word in it"),
    ("sides.yaml", "- {id: tarna, name: Tarna, opponents: [ukrane]}", "did you mean “ukraine”?"),
    ("sides.yaml", "- {id: tarna, name: Tarna, aliases: [Moscow]}", "“Moscow” stands for both “russia” and “tarna”"),
    ("sides.yaml", "- {id: tarna, name: Tarna, governs: [Kosinka]}", "did you mean “Kozinka”?"),
    ("en/titles.yaml", "- {id: reeve, words: [reeve, mayor], class: official}", "“mayor” stands for both"),
]


@pytest.mark.parametrize(("file", "entry", "problem"), BROKEN)
def test_data_that_contradicts_itself_stops_the_start(tmp_path, file, entry, problem):
    folder = tmp_path / "data"
    shutil.copytree(RULEBOOK.directory, folder)
    path = folder / file
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*lines, entry]) + "\n", encoding="utf-8")
    with pytest.raises(RulebookError) as error:
        Rulebook(folder).part(Registry)
    assert problem in str(error.value)
    assert (error.value.file, error.value.line) == (file, len(lines) + 1)


def test_a_class_that_code_knows_by_name_cannot_be_left_out(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(RULEBOOK.directory, folder)
    path = folder / "classes.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("- id: social\n", "- id: platform\n"), encoding="utf-8")
    with pytest.raises(RulebookError, match="classes.yaml:[0-9]+: class “social” is missing"):
        Rulebook(folder).part(Registry)


def test_a_hospital_is_of_no_government_though_the_police_beside_it_are():
    assert REGISTRY.identify("the hospital in Gaza").side is None
    assert REGISTRY.identify("the police in Gaza").side == "hamas"


SIDED = [
    ("Uganda's army", "uganda"),
    ("the defence ministry in Kampala", "uganda"),
    ("Peruvian police", "peru"),
    # Who contends for power within a state does not speak for it, nor does who only reports from there.
    ("Ugandan opposition leader Ana Dovik", None),
    ("Kenya's nurses union", None),
    ("separatist rebels in northern Mali", None),
    ("reports in Somalia", None),
]


@pytest.mark.parametrize(("name", "side"), SIDED)
def test_whoever_serves_a_state_is_on_its_side_and_whoever_contends_within_it_is_not(name, side):
    assert REGISTRY.identify(name).side == side
