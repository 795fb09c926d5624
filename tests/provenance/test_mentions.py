"""Sources found in running text, with exact offsets."""

import pytest

from rules import load_rulebook
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)


def found(text):
    return [(text[m.start : m.end], m.identity.id) for m in REGISTRY.mentions(text)]


TEXTS = [
    (
        "Kursk governor Roman Starovoit told TASS that villagers were safe.",
        [("Kursk governor Roman Starovoit", "governor-kursk"), ("TASS", "tass"), ("villagers", "class:witness")],
    ),
    (
        "The governor of Russia's Belgorod region blamed Ukrainian saboteurs.",
        [("governor of Russia's Belgorod region", "governor-belgorod"), ("Ukrainian saboteurs", "class:party:ukraine")],
    ),
    (
        "Pro-Ukraine Russian fighters and Moscow's defence ministry disagree.",
        [
            ("Pro-Ukraine Russian fighters", "class:party:ukraine"),
            ("Moscow's defence ministry", "russian-defence-ministry"),
        ],
    ),
    ("“Nothing happened,” said Gen. Ivan Tarnov.", [("Gen. Ivan Tarnov", "name:ivan tarnov")]),
    ("He sun-dried the legion of tomatoes soon.", [("legion", "class:party")]),
    ("Тарна: Reuters saw it.", [("Reuters", "reuters")]),
    ("Cafe\u0301 owners told the BBC.", [("owners", "class:party"), ("BBC", "bbc")]),
    (
        "Ukraine-backed fighters made gains, and Russia led a raid.",
        [("Ukraine-backed fighters", "class:party:ukraine"), ("Russia", "russian-government")],
    ),
    ("A former Fairhand driver left.", [("former Fairhand driver", "class:witness")]),
    ("It gave us hope in the independent press.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_mentions_are_found_where_they_stand(text, expected):
    assert found(text) == expected


def test_mentions_do_not_overlap_and_are_in_order():
    text = "Kremlin spokesman Dmitry Peskov, Reuters, RIA Novosti and the mayor of Kyiv met Hamas officials. " * 20
    spans = [(m.start, m.end) for m in REGISTRY.mentions(text)]
    assert spans == sorted(spans)
    assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:], strict=False))
    assert len(spans) == 5 * 20


def test_what_can_be_hit_as_well_as_speak_is_no_source_in_passing():
    assert REGISTRY.mentions("A shell hit the school beside the bank.") == ()
    assert REGISTRY.identify("the school").class_ == "party"


def test_what_is_late_or_retired_names_nobody_without_a_noun():
    assert REGISTRY.mentions("The train was late.") == ()
    assert [m.identity.class_ for m in REGISTRY.mentions("A retired colonel spoke.")] == ["expert"]
