import numpy as np

from bench._collective import Collective

CLIMBER = [
    "A climber died on Mount Orlen on Friday.",
    "Climber Petra Salk, 36, fell from a ridge of Mount Orlen.",
    "Petra Salk slipped on the ridge, her brother said.",
    "Friends mourn Salk, an experienced alpinist.",
]
FACTORY = [
    "A fire destroyed a paint factory in Dresk.",
    "The Dresk paint factory burned to the ground, firemen said.",
    "Firemen in Dresk fought the blaze until dawn.",
]


def test_texts_of_one_event_are_tied_together(rulebook):
    probability = rulebook.part(Collective).probabilities(CLIMBER + FACTORY)
    inside = probability[:4, :4][np.triu_indices(4, 1)]
    across = probability[:4, 4:]
    assert inside.min() > across.max()


def test_a_chain_of_texts_ties_what_shares_no_word(rulebook):
    collective = rulebook.part(Collective)
    alone = collective.probabilities([CLIMBER[0], CLIMBER[3]])[0, 1]
    among = collective.probabilities(CLIMBER)[0, 3]
    assert among > alone


def test_the_order_of_the_texts_does_not_matter(rulebook):
    collective, texts = rulebook.part(Collective), CLIMBER + FACTORY
    forth, back = collective.probabilities(texts), collective.probabilities(texts[::-1])
    assert np.allclose(forth, back[::-1, ::-1])


def test_the_matrix_is_symmetric_and_made_of_probabilities(rulebook):
    probability = rulebook.part(Collective).probabilities([*CLIMBER, "", "?!"])
    assert np.allclose(probability, probability.T)
    assert ((probability >= 0) & (probability <= 1)).all()


def test_one_text_and_none_are_no_error(rulebook):
    collective = rulebook.part(Collective)
    assert collective.probabilities([]).shape == (0, 0)
    assert collective.probabilities(["Only one."]).shape == (1, 1)
