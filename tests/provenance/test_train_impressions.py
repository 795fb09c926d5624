"""What names sound like is learnt from the project's own data alone."""

from bench.train_impressions import AUTHORS, examples, fit, of_author
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook


def test_every_name_has_a_class_of_the_rulebook():
    found = list(examples())
    assert {class_ for _, class_, _ in found} <= Rulebook().part(Tables).classes.keys()
    assert all(name.strip() == name and name for name, _, _ in found)


def test_names_of_an_author_can_be_left_out_to_be_tested_on():
    author = AUTHORS[0]
    left_out = set(of_author(author))
    assert len(left_out) == 1000
    assert len(list(examples())) - len(list(examples(held_out=author))) == 1000


def test_a_feature_of_one_name_only_is_not_learnt():
    names = [("a rebel commander", "party", 1.0), ("a police commander", "official", 1.0)] * 2
    model = fit([*names, ("a bystander", "witness", 1.0)])
    assert "rebel" in model["weights"]
    assert "bystander" not in model["weights"]


def test_what_is_learnt_are_weights_of_features_for_each_class():
    names = [("a rebel commander", "party", 1.0), ("a police commander", "official", 1.0)] * 3
    model = fit([*names, ("a bystander", "witness", 1.0)])
    assert model["labels"] == ["official", "party", "witness"]
    rebel = dict(zip(model["labels"], model["weights"]["rebel"], strict=True))
    assert rebel["party"] > rebel["official"]
