"""Whether a text is plainly about something else than the claim that it was sent with."""

import pytest

from rules.matching import Strangers

CLAIM = "The ferry Ilva sank off Garva."


@pytest.mark.parametrize("text", [
    "Bakers in Lorn sold more rye loaves this autumn.",
    "The central bank left its key rate at four per cent, economists told the Oar.",
    "Ana Moll's third novel won the Pell prize for fiction.",
    "The union denied that its members had voted for a strike.",
])  # fmt: skip
def test_a_text_without_anything_of_the_claim_is_about_something_else(rulebook, text):
    assert rulebook.part(Strangers).is_stranger(CLAIM, text)


@pytest.mark.parametrize("text", [
    "Rescuers brought the crew of the vessel ashore.",
    "He denied it.",
    "She said that nobody had told her anything of the kind.",
    "The harbour master's spokesman firmly rejected this.",
    "The Oar was unable to confirm the baker's account.",
    "Norbo's lawyers called the allegation a campaign of envious rivals.",
    "The picture was taken in another country three years ago.",
    "Complete nonsense, wrote a Norbo accountant.",
    "@garva_news My cousin works there and told me the same",
    "Ilva's owner declined to comment.",
    "Absolutely right!",
    "",
])  # fmt: skip
def test_what_may_bear_on_the_claim_is_no_stranger_though_no_word_is_shared(rulebook, text):
    assert not rulebook.part(Strangers).is_stranger(CLAIM, text)


def test_the_same_deed_in_other_words_is_no_stranger_unless_somebody_else_is_named(rulebook):
    strangers = rulebook.part(Strangers)
    assert not strangers.is_stranger("President Dovik has resigned.", "Two aides said he had stepped down.")
    assert strangers.is_stranger("President Dovik has resigned.", "The coach of Lorn United stepped down in May.")


def test_a_short_claim_has_too_little_to_tell_strangers_by(rulebook):
    assert not rulebook.part(Strangers).is_stranger("Bala fell.", "Bakers in Lorn sold more rye loaves this autumn.")
