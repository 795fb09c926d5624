"""Reporting verbs: every entry's examples hold, and a form belongs to one verb."""

import re

import pytest

from rules import load_rulebook
from rules.errors import RulebookError
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerb, ReportingVerbs

VERBS = load_rulebook().part(ReportingVerbs)


@pytest.mark.parametrize("verb", VERBS.all, ids=lambda verb: verb.lemma)
def test_a_form_stands_in_every_example(verb: ReportingVerb) -> None:
    forms = re.compile(rf"\b(?:{'|'.join(verb.forms)})\b", re.IGNORECASE)
    assert all(forms.search(example) for example in verb.hits + verb.misses)


@pytest.mark.parametrize(
    ("form", "lemma", "act"),
    [
        ("Claimed", "claim", Act.ASSERTION),
        ("denies", "deny", Act.DENIAL),
        ("alleging", "allege", Act.ACCUSATION),
        ("conceded", "concede", Act.ADMISSION),
        ("vowed", "vow", Act.INTENTION),
        ("pointed out", "point out", Act.ASSERTION),
        ("rumored", "rumour", Act.ASSERTION),
    ],
)
def test_a_form_tells_its_verb_and_act(form: str, lemma: str, act: Act) -> None:
    verb = VERBS.of(form)
    assert verb is not None
    assert (verb.lemma, verb.act) == (lemma, act)


def test_a_word_that_reports_nothing_is_no_verb() -> None:
    assert VERBS.of("village") is None


def test_distance_grows_from_said_over_claimed_to_alleged() -> None:
    hedges = [VERBS.of(lemma).hedge for lemma in ("say", "insist", "claim", "allege")]
    assert hedges[0] == 0
    assert hedges == sorted(set(hedges))


def test_a_form_of_two_verbs_stops_the_start(tmp_path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "rulebook.yaml").write_text('version: "1"\n')
    entry = '- {{lemma: {0}, act: assertion, hedge: 0, forms: [found], hits: ["They found it."]}}\n'
    (tmp_path / "en/reporting_verbs.yaml").write_text(entry.format("find") + entry.format("found"))
    with pytest.raises(RulebookError, match="form “found” of “found” is already one of “find”"):
        Rulebook(tmp_path).part(ReportingVerbs)
