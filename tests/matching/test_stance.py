import pytest

from rules.matching import PredictedStance, StanceModel
from rules.model import Stance

CLAIM = "A crocodile escaped from the zoo in Halmsby"


@pytest.mark.parametrize(
    ("headline", "stance"),
    [
        ("Crocodile escapes from Halmsby zoo", Stance.SUPPORTS),
        ("Crocodile escapes zoo, hides in Halmsby fountain", Stance.SUPPORTS),
        ("No, a crocodile did not escape from Halmsby zoo", Stance.DENIES),
        ("Escaped Halmsby crocodile is a hoax", Stance.DENIES),
        ("Halmsby zoo denies crocodile escaped", Stance.DENIES),
        ("Crocodile reportedly escaped from Halmsby zoo", Stance.CANNOT_VERIFY),
        ("Did a crocodile escape from Halmsby zoo?", Stance.CANNOT_VERIFY),
    ],
)
def test_how_a_headline_speaks_around_the_claim_is_its_stance(rulebook, headline, stance):
    assert rulebook.part(StanceModel).predict(CLAIM, headline).stance is stance


@pytest.mark.parametrize("text", ["Ferry company names new director", "Bakers' strike enters its third week", ""])
def test_a_text_about_something_else_is_unrelated(rulebook, text):
    model = rulebook.part(StanceModel)
    assert model.predict(CLAIM, text).stance is Stance.UNRELATED
    assert model.predict(CLAIM, text, about=True).stance is not Stance.UNRELATED


def test_a_denial_bears_on_the_claim_as_much_as_support(rulebook):
    model = rulebook.part(StanceModel)
    assert model.bearing(CLAIM, "No, a crocodile did not escape from Halmsby zoo") > 0.5
    assert model.bearing(CLAIM, "Ferry company names new director") < 0.05


def test_probabilities_of_all_stances_add_up_to_one(rulebook):
    probabilities = rulebook.part(StanceModel).predict(CLAIM, "Zoo of Halmsby counts its animals").probabilities
    assert set(probabilities) == {Stance.SUPPORTS, Stance.DENIES, Stance.CANNOT_VERIFY}
    assert sum(probabilities.values()) == pytest.approx(1)


def test_the_address_may_tell_what_the_headline_leaves_out(rulebook):
    model = rulebook.part(StanceModel)
    plain = model.predict(CLAIM, "The Halmsby crocodile").probabilities[Stance.DENIES]
    told = model.predict(CLAIM, "The Halmsby crocodile", "https://a.example/hoax-fake-crocodile")
    assert told.probabilities[Stance.DENIES] > plain


def test_empty_texts_are_no_error(rulebook):
    assert rulebook.part(StanceModel).predict("", "").stance in set(Stance)


@pytest.mark.parametrize(("denial", "stance"), [(0.45, Stance.CANNOT_VERIFY), (0.55, Stance.DENIES)])
def test_only_a_denial_that_is_likelier_than_not_is_scored_as_one(denial, stance):
    rest = (1 - denial) / 2
    predicted = PredictedStance(
        Stance.DENIES, {Stance.DENIES: denial, Stance.SUPPORTS: rest, Stance.CANNOT_VERIFY: rest}
    )
    assert predicted.cautious is stance
