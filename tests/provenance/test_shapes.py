"""What the shape of a source's name tells: brackets, what somebody is doing, shares, whose somebody is."""

import pytest

from rules import load_rulebook
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)

KNOWN = [
    ("Senator Ana Dovik (G-Lorn)", "official", "Ana Dovik"),
    ("Ana Dovik, speaking to reporters on her plane", "unattributed", "Ana Dovik"),
    ("Ana Dovik, in a letter to the mayor", "unattributed", "Ana Dovik"),
    ("Lorn County, Ore., Coroner Ana Dovik", "official", "Ana Dovik"),
    ("the Post's Ana Dovik", "media", "Ana Dovik"),
    ("about half", "witness", "about half"),
    ("more than 4 in 10", "witness", "more than 4 in 10"),
    ("47%", "witness", "47%"),
    ("the Greens' Ana Dovik", "party", "Ana Dovik"),
    ("the charity's Ana Dovik", "ngo", "Ana Dovik"),
    ("Ana Dovik, the chair of Lorn's Harbour County", "official", "Ana Dovik"),
    ("patient advocacy groups", "ngo", "patient advocacy groups"),
    ("the Republican chairman", "party", "the Republican chairman"),
    ("a spokesman for the striker", "party", "a spokesman for the striker"),
    ("Seaward, based in Port Lorn", "party", "Seaward"),
    ("Chipmaker Velmoor", "party", "Chipmaker Velmoor"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "class_", "name"), KNOWN)
def test_the_shape_of_a_name_tells(source: str, class_: str, name: str) -> None:
    found = REGISTRY.identify(source)

    assert (found.class_, found.name) == (class_, name)


def test_who_asks_for_no_name_stays_nameless() -> None:
    assert REGISTRY.identify("an aide, speaking on condition of anonymity").class_ == "anonymous"
