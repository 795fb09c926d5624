"""People of the registry in articles: known by their full names, called by their surnames, no one else's."""

from rules import load_rulebook
from rules.model import Document
from rules.reading import read

RULEBOOK = load_rulebook()


def origins(text: str) -> list[tuple[str, str]]:
    reports = read(Document(text=text, publisher="Northwire"), RULEBOOK).reports
    return [(r.chain[-1].name, r.chain[-1].class_) for r in reports if len(r.chain) > 1]


def test_a_common_surname_is_whoever_bore_it_in_full():
    text = "Theresa May met bakers in Lozova. May said the ovens were cold. “They have no gas,” she said."
    assert set(origins(text)) == {("Theresa May", "official")}


def test_a_common_surname_of_another_is_his():
    text = "Ned Dovik, a baker, met Lara Price, a lawyer. Price said the ovens were cold."
    assert origins(text) == [("Lara Price", "party")]


def test_she_is_one_of_the_registrys_people_and_no_body_before_her():
    text = "The board of Fairhand met Angela Merkel on Monday. She said the ovens were cold."
    assert origins(text) == [("Government of Germany", "official")]

