"""A text that is its own report: who else in it denies what it is scored for, or confirms it, is a further origin."""

import pytest

import rules
from rules.model import Assessment, Case, Report, Stance, Status

RULEBOOK = rules.load_rulebook()


def assessed(text: str) -> Assessment:
    return rules.assess(Case(text=text), RULEBOOK)


@pytest.mark.parametrize("answer", [
    ", but the rebels denied it.",
    ", a claim the rebels dispute.",
    " - a claim the rebels rejected.",
    ", which the rebels deny.",
    "; the rebels said that was untrue.",
    ". The rebels denied this.",
    ". The rebels denied that the army had taken Orrin.",
    " — the rebels deny it.",
])
def test_who_denies_it_in_the_same_text_contests_it(answer: str) -> None:
    found = assessed("The army said it had taken Orrin" + answer)
    assert found.status is Status.CONTESTED
    assert {(o.name, o.stance, o.reports) for o in found.origins} == {
        ("the army", "supports", (0,)), ("the rebels", "denies", (0,))
    }  # fmt: skip


@pytest.mark.parametrize("answer", [", which police confirmed.", ". Police confirmed this."])
def test_who_confirms_it_in_the_same_text_is_a_second_origin(answer: str) -> None:
    assert assessed("The union said the mine had flooded" + answer).status is Status.CORROBORATED


@pytest.mark.parametrize("text", [
    "Both Kyiv and Moscow confirmed the exchange of 40 prisoners.",
    "Kyiv and Moscow said they had exchanged 40 prisoners.",
])  # fmt: skip
def test_two_enemies_who_say_the_same_are_two_origins(text: str) -> None:
    found = assessed(text)
    assert [(o.side, o.stance) for o in found.origins] == [("russia", "supports"), ("ukraine", "supports")]
    assert found.status is Status.CORROBORATED


@pytest.mark.parametrize("text", [
    "The mayor, who denies the charges, was arrested on Monday, police said.",
    "The army said it had taken Orrin. The army denied losses.",
    "Orrin said it had shelled nobody in Bala. Lorn said Orrin had shelled the market in Bala.",
])
def test_what_is_part_of_it_or_about_something_else_adds_no_origin(text: str) -> None:
    assert len(assessed(text).origins) == 1


def test_whom_a_denial_serves_is_told_by_the_statement_and_not_by_who_makes_it() -> None:
    _, denial = assessed("Hamas says the strike killed 20 children, a figure that Israel disputes.").origins
    assert (denial.name, denial.interest) == ("Government of Israel", "neutral")


def test_in_an_article_who_denies_it_counts_and_a_headline_is_the_word_of_whom_the_text_names() -> None:
    text = """Separatists seize border town of Orrin

The Free Lorn Legion said on Tuesday that its fighters had seized the border town of Orrin after a night of shelling.

Shops in the town were shut and the road to the south was closed to traffic, and school was cancelled until next week.

The interior ministry denied that the town of Orrin had been seized and said that the attack had been repelled.
"""
    found = assessed(text)
    assert [(o.name, o.stance) for o in found.origins] == [
        ("Free Lorn Legion", "supports"), ("the interior ministry", "denies")
    ]  # fmt: skip
    denial = next(e for c in found.contributions for e in c.evidence if c.origin == found.origins[1].id)
    assert text[denial.start : denial.end] == denial.text


@pytest.mark.parametrize(("claim", "text", "stances"), [
    ("The army has taken Orrin.", "The army said it had taken Orrin, but the rebels denied it.",
     {"the army": "supports", "the rebels": "denies"}),
    ("The dam at Orrin is safe.", "Engineers said the dam at Orrin was not safe. The ministry denied this.",
     {"engineers": "denies", "the ministry": "supports"}),
])  # fmt: skip
def test_a_report_of_two_sides_is_two_origins_each_for_or_against_the_claim(claim: str, text: str, stances) -> None:
    found = rules.assess(Case(text=claim, reports=(Report(text=text, publisher="northwire.example"),)), RULEBOOK)
    assert {o.name: o.stance for o in found.origins} == stances
    assert [o.reports for o in found.origins] == [(0,), (0,)]


def test_what_the_request_says_of_a_report_holds_for_all_of_it() -> None:
    text = "The army said it had taken Orrin, but the rebels denied it."
    report = Report(text=text, stance=Stance.DENIES)
    [origin] = rules.assess(Case(text="The army has taken Orrin.", reports=(report,)), RULEBOOK).origins
    assert origin.stance is Stance.DENIES


@pytest.mark.parametrize(("text", "origins"), [
    ("The mayor has resigned. His office denies it.", {("Northwire", "supports"), ("his office", "denies")}),
    ("The mayor has resigned, but his office denies this.", {("Northwire", "supports"), ("his office", "denies")}),
    ("The opposition's claim that the mayor has resigned is false.",
     {("the opposition", "supports"), ("Northwire", "denies")}),
    ("The opposition said the mayor had resigned. That is not true.",
     {("the opposition", "supports"), ("Northwire", "denies")}),
])  # fmt: skip
def test_what_the_outlet_states_itself_is_a_side_too(text: str, origins: set[tuple[str, str]]) -> None:
    case = Case(text="The mayor has resigned.", reports=(Report(text=text, publisher="Northwire"),))
    found = rules.assess(case, RULEBOOK)
    assert {(origin.name, str(origin.stance)) for origin in found.origins} == origins
    assert found.status is Status.CONTESTED


def test_who_calls_it_right_denies_nothing() -> None:
    text = "The opposition said the mayor had resigned. That is correct."
    case = Case(text="The mayor has resigned.", reports=(Report(text=text, publisher="Northwire"),))
    assert rules.assess(case, RULEBOOK).status is Status.SINGLE_SOURCE
