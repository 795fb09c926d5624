"""Nouns that no list of titles has: what they are kinds of, and their endings, say what kind of source they are."""

import pytest
import yaml

from rules import load_rulebook
from rules.provenance import Registry
from rules.provenance.nouns import HeadNouns, singular
from rules.provenance.tables import Tables

RULEBOOK = load_rulebook()
REGISTRY, NOUNS, TABLES = RULEBOOK.part(Registry), RULEBOOK.part(HeadNouns), RULEBOOK.part(Tables)


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("the bailiff", "official"),
        ("a magistrate in Lozova", "official"),
        ("warehouse pickers", "witness"),
        ("Electricians working on the mast", "witness"),
        ("a goatherd who saw the sheriff's car", "witness"),
        ("bank porters", "witness"),
        ("a scaffolder", "witness"),
        ("a palaeontologist", "expert"),
        ("two hauliers", "party"),
        ("the pharmacists' guild", "party"),
        ("the Amalgamated Weavers Association", "party"),
        ("a spokeswoman for the smelter", "party"),
        ("the cartel's leader", "party"),
        ("Butcher Alan Voss", "party"),
        ("the novelist's publicist", "party"),
        ("social justice groups", "ngo"),
    ],
)
def test_a_noun_that_no_list_has_gives_the_class_of_its_kind(name, class_):
    assert REGISTRY.identify(name).class_ == class_


NO_SOURCES = (
    "Baker; Walter Alan Voss; Ana Mason; Red Hot Lozova Peppers; the computer; land records; the state ballot; others"
)


@pytest.mark.parametrize("name", NO_SOURCES.split("; "))
def test_names_and_things_are_no_nouns_for_people(name):
    assert REGISTRY.identify(name).class_ == "unattributed"


def test_what_is_told_of_somebody_decides_only_where_no_title_does():
    assert REGISTRY.identify("Ana Dovik, who lives opposite").class_ == "witness"
    assert REGISTRY.identify("Mayor Ana Dovik, who lives opposite").class_ == "official"
    assert REGISTRY.identify("Ana Dovik, who smiled").class_ == "unattributed"


def test_people_at_a_body_are_not_the_body():
    assert REGISTRY.identify("a scaffolder at the company").class_ == "witness"
    assert REGISTRY.identify("the company").class_ == "party"


def test_a_listed_title_outweighs_a_body_behind_it():
    assert REGISTRY.identify("officials this board").class_ == "official"


@pytest.mark.parametrize(
    ("plural", "one"),
    [("bailiffs", "bailiff"), ("deputies", "deputy"), ("policewomen", "policewoman"), ("bosses", "boss")],
)
def test_plurals_are_as_good_as_singulars(plural, one):
    assert singular(plural, TABLES.grammar.plurals) == one


def test_the_table_repeats_no_word_that_titles_list():
    listed = {word for title in TABLES.titles.values() for word in title.words}
    table = yaml.safe_load(RULEBOOK.binary("en/head_nouns.yaml"))
    rows = [*table["people"].values(), *table["bodies"].values()]
    assert not listed.intersection(" ".join(rows).split())


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("Ana Dovik, 71", "witness"),
        ("Ana Dovik, 54, a senator", "official"),
        ("a retired bricklayer", "witness"),
        ("a retired general", "expert"),
        ("Friends of the Thrave, a charity", "ngo"),
        ("fire chief Ron Calloway", "official"),
        ("the chief inspector", "official"),
        ("a Houthi spokesman", "party"),
        ("a Russian spokesman", "official"),
        ("one aide, granted anonymity to discuss the row", "anonymous"),
    ],
)
def test_age_apposition_and_side_tell_the_class(name, class_):
    assert REGISTRY.identify(name).class_ == class_
