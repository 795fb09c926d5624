"""What a name sounds like as a whole is asked where rules go by one noun of it."""

import pytest

from rules.provenance import Registry
from rules.provenance.impressions import Impressions, features
from rules.rulebook import Rulebook

RULEBOOK = Rulebook()
SOUNDS = RULEBOOK.part(Impressions)


@pytest.mark.parametrize(
    ("name", "class_"),
    [
        ("a man with a scarf over his face who held a rifle", "party"),
        ("the deputy commissioner of Ostwick", "official"),
        ("a captain who deserted from the 9th Battalion", "witness"),
        ("an association of bereaved families", "ngo"),
        ("maritime security firm Dovik-Hale", "expert"),
        ("one of the rebels' leaders", "party"),
    ],
)
def test_the_whole_of_a_name_tells_more_than_its_noun(name, class_):
    assert RULEBOOK.part(Registry).identify(name).class_ == class_


def test_rules_win_where_it_is_not_much_more_probable():
    assert SOUNDS.second("the mayor of Ostwick", "official") == "official"
    assert SOUNDS.second("a doctor at the clinic", "witness") == "witness"


def test_names_without_a_telling_word_or_that_point_back_tell_nothing():
    assert SOUNDS.second("Ana Dovik", "witness") == "witness"
    assert SOUNDS.second("its leader", "official") == "official"
    assert SOUNDS.second("the Vale Human Rights Association", "party") == "ngo"


def test_nobody_becomes_unknown_by_how_he_sounds():
    assert SOUNDS.second("initial reports", "party") == "party"


def test_of_a_name_its_words_their_pairs_its_heads_and_the_letters_of_its_words_count():
    found = features("geologist Ana Moll of Lorn")
    assert {"geologist", "geologist ana", "head=geologist", "head=moll", "~<geo", "~gist", "~moll"} <= found.keys()
    assert sum(value**2 for feature, value in found.items() if feature[0] == "~") == pytest.approx(1.0)
    assert sum(value**2 for feature, value in found.items() if feature[0] != "~") == pytest.approx(1.0)
    assert features("…") == {}


def test_one_noun_alone_or_with_a_name_is_left_to_the_rules():
    assert SOUNDS.second("the families", "witness") == "witness"
    assert SOUNDS.second("spokesman Ana Dovik", "official") == "official"
    assert SOUNDS.second("Ana Dovik, its spokesman", "official") == "official"


def test_where_rules_hardly_err_another_class_must_be_surer():
    name = "a former minister who now leads the opposition"
    assert SOUNDS.second(name, "expert") == "party"
    assert SOUNDS.second(name, "expert", sure=True) == "expert"


def test_what_nothing_sounds_like_is_left_to_the_rules():
    assert SOUNDS.second("a parody account of the minister", "satire") == "satire"
