"""Places that no gazetteer lists are known by the words beside them; people and bodies are no places."""

import pytest

from rules import load_rulebook
from rules.facets import Gazetteer

GAZETTEER = load_rulebook().part(Gazetteer)

PLACES = [
    ("Two barns burned down in Velmora overnight.", ["Velmora"]),
    ("Residents of Velmora were told to pack.", ["Velmora"]),
    ("The bridge at Velmora has gone.", ["Velmora"]),
    ("A blast in Velmora killed two.", ["Velmora"]),
    ("The mayor of Velmora and Ilda Brenn, of Osk, a border town, met.", ["Velmora", "Osk"]),
    ("Rescuers combed the Velmora district.", ["Velmora district"]),
    ("Rebels entered Upper Velmora near Dask.", ["Upper Velmora", "Dask"]),
]
NONE = [
    "A letter from Velmora reached us.",
    "Support in Velmora households is falling.",
    "There is doubt in Velmora's mind.",
    "The clerk saw no harm in Mrs. Velmora or in Judge Osk.",
    "Trust in the QRD is low.",
    "The novel ends in March.",
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_a_word_of_place_makes_a_name_a_place(text: str, places: list[str]) -> None:
    assert [found.value for found in GAZETTEER.find(text)] == places


@pytest.mark.parametrize("text", NONE)
def test_bodies_months_and_what_belongs_to_somebody_are_no_places(text: str) -> None:
    assert list(GAZETTEER.find(text)) == []


def test_a_name_that_is_a_place_once_is_one_in_the_whole_text() -> None:
    text = "Velmora is empty. All had to leave Velmora, and no bus stops in Velmora today."
    assert [found.start for found in GAZETTEER.find(text)] == [0, 35, 64]


def test_a_place_that_somebody_did_not_mention_says_nothing() -> None:
    text = "Troops took Velmora, a village on the river. The mayor did not mention Velmora."
    assert [found.start for found in GAZETTEER.find(text)] == [12, 71]


PEOPLE = ["Ilda Velmora left early.", "Velmora said so.", "“No,” said Velmora.", "Mr Velmora won."]


@pytest.mark.parametrize("person", PEOPLE)
def test_a_name_that_people_bear_in_the_text_is_no_place(person: str) -> None:
    assert list(GAZETTEER.find(f"They saw something of a father in Velmora. {person}")) == []
