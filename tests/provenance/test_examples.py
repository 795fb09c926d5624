"""The rulebook's own examples: what an entry says it hits it hits, what it says it misses it misses."""

import pytest

from rules import load_rulebook
from rules.model import Interest, Stance
from rules.provenance import Registry
from rules.provenance.clauses import ClaimReader
from rules.provenance.tables import Tables

RULEBOOK = load_rulebook()
REGISTRY = RULEBOOK.part(Registry)
TABLES = RULEBOOK.part(Tables)


@pytest.mark.parametrize(("title", "name"), [(t.id, n) for t in TABLES.titles.values() for n in t.hits], ids=str)
def test_a_title_decides_its_examples(title, name):
    entry = TABLES.titles[title]
    identity = REGISTRY.identify(name)
    assert identity.class_ == entry.class_
    assert f"“{entry.words[0]}”" in identity.basis


@pytest.mark.parametrize(("title", "name"), [(t.id, n) for t in TABLES.titles.values() for n in t.misses], ids=str)
def test_a_title_leaves_its_counterexamples_alone(title, name):
    assert f"“{TABLES.titles[title].words[0]}”" not in REGISTRY.identify(name).basis


@pytest.mark.parametrize("class_", sorted(TABLES.classes))
def test_every_class_says_why_it_is_there(class_):
    entry = TABLES.classes[class_]
    assert entry.question.endswith("?")
    assert entry.definition and entry.citation and entry.hits and entry.misses
    assert entry.reliability in "ABCDEF"


def test_only_who_takes_no_part_can_have_checked():
    checking = {c for c in TABLES.classes if REGISTRY.can_check(c)}
    assert checking == {"independent_verification", "ngo", "media", "expert"}


@pytest.mark.parametrize("effect", RULEBOOK.part(ClaimReader).words.effects, ids=lambda e: e.id)
def test_an_effect_is_read_in_its_examples(effect):
    reader = RULEBOOK.part(ClaimReader)
    assert all(effect in [e.effect for e in reader.read(text).events] for text in effect.hits)


@pytest.mark.parametrize("organisation", TABLES.organisations.values(), ids=lambda o: o.id)
def test_every_domain_of_an_organisation_leads_to_it(organisation):
    assert {REGISTRY.publisher(domain).id for domain in organisation.domains} <= {organisation.id}


@pytest.mark.parametrize("side", TABLES.sides.values(), ids=lambda s: s.id)
def test_a_side_is_allied_with_itself_and_never_opposed_to_an_ally(side):
    assert REGISTRY.allied(side.id, side.id)
    assert not REGISTRY.opposed(side.id, side.id)
    assert all(REGISTRY.allied(other, side.id) for other in side.allies)
    assert not any(REGISTRY.opposed(side.id, other) for other in side.allies)


def test_a_source_without_side_has_no_interest():
    claim = "The Legion took the village."
    assert REGISTRY.interest(claim, Stance.SUPPORTS, REGISTRY.identify("residents")) is Interest.NEUTRAL
