"""Whom a report is traced to when the request leaves something out."""

from __future__ import annotations

import pytest

import rules
from rules.model import Case, Event, Report, Source, Stance, Status
from tests.core.conftest import says

OUTLET = "north.example"


@pytest.mark.parametrize(
    ("report", "origin", "stance"),
    [
        (Report(text="The Oak Legion said it holds Bala.", publisher=OUTLET), "Oak Legion", "supports"),
        (Report(text="Bala has fallen.", publisher=OUTLET), OUTLET, "supports"),
        (Report(text="Bala has fallen.", publisher=OUTLET, via=("Vale Agency",)), "Vale Agency", "supports"),
        (Report(text="The Oak Legion denied that it holds Bala.", publisher=OUTLET), "Oak Legion", "denies"),
        (Report(text="Rumours that Bala fell are untrue.", publisher=OUTLET, stance=Stance.DENIES), OUTLET, "denies"),
        (Report(text="Velmoor said it had never lost the village.", publisher=OUTLET), "Velmoor", "denies"),
        (Report(text="Velmoor said it was unclear whether Bala fell.", publisher=OUTLET), "Velmoor", "cannot_verify"),
        (Report(text="Bala has fallen."), "somebody not named", "supports"),
    ],
)
def test_origin_and_stance(assess, report, origin, stance):
    found = assess(report).origins[0]
    assert (found.name, found.stance) == (origin, stance)


@pytest.mark.parametrize(
    ("claim", "text", "stance"),
    [
        ("The army denied shelling Bala.", "The army rejected reports that it had shelled Bala.", "supports"),
        ("The army shelled Bala.", "The army rejected reports that it had shelled Bala.", "denies"),
        ("Velmoor dismissed coach Ana Dovik.", "Velmoor dismissed its coach, Ana Dovik, on Monday.", "supports"),
        ("Ana Dovik is in a coma.", "Doctors said that Dovik had not woken up.", "supports"),
        ("Ana Dovik is in intensive care.", "Dovik has not left intensive care.", "supports"),
        ("The bank cut interest rates.", "The bank did not lower borrowing costs.", "denies"),
        ("Ana Dovik was arrested.", "Her lawyer said that Dovik did not give a statement.", "unrelated"),
        ("Ana Dovik will leave Bala.", "Asked whether she would leave Bala, Dovik said: “No.”", "denies"),
        ("Ana Dovik was at the fair.", "Was Dovik at the fair? “She was not,” her spokesman said.", "denies"),
        ("Ana Dovik will quit.", "“She will not,” an aide said when asked whether Dovik would quit.", "denies"),
        ("The dam has burst.", "“It has not,” the governor said of reports that the dam had burst.", "denies"),
        ("The dam did not burst.", "“It did not,” the governor said.", "supports"),
        ("The firm leaked letters.", "The firm said it had leaked nothing.", "denies"),
        ("The firm sold letters.", "“We sold no letters to anybody,” its owner said.", "denies"),
    ],
)
def test_who_tells_of_the_denial_that_is_claimed_supports_it(assess, claim, text, stance):
    assert assess(Report(text=text, publisher=OUTLET), text=claim).origins[0].stance == stance


def test_a_claim_that_names_nobody_is_no_voice_beside_those_who_report_on_it(assess):
    own, said = Report(text="Bala has fallen."), Report(text="The Oak Legion said Bala had fallen.", publisher=OUTLET)
    both, alone = (assess(*reports, text=own.text) for reports in ((own, said), (said,)))
    assert both.score == alone.score
    (row,) = [row for row in both.contributions if row.rule == "corroboration.no_bearing"]
    assert "it is the claim itself" in row.reason
    assert assess(own, own, text=own.text).origins[0].stance == "supports"  # nobody else has said anything
    printed = assess(Report(text=own.text, publisher="vale.example"), said, text=own.text)
    assert {origin.stance for origin in printed.origins} == {"supports"}


def test_a_claim_that_is_a_denial_stands_for_itself(assess):
    assert assess(text="There was no breakthrough at Bala.").origins[0].stance == "supports"
    assert assess(text="The ministry denied that Bala had fallen.").origins[0].stance == "denies"


@pytest.mark.parametrize("text", [
    "The union withdrew its claim that the boss had threatened workers.",
    "The Vale Herald has retracted its report that the mayor had fled.",
])  # fmt: skip
def test_who_takes_his_claim_back_leaves_it_discounted(assess, text):
    found = assess(text=text)
    assert (found.status, found.origins[0].stance) == (Status.DISCOUNTED, "denies")


@pytest.mark.parametrize(("claim", "text", "status"), [
    ("Bala is flooded.", "Bellingcat found that Bala was not flooded.", Status.DISCOUNTED),
    (None, "Bellingcat found that the claim that Bala is flooded is false.", Status.DISCOUNTED),
    ("Bellingcat is paid by spies.", "Bellingcat denied that it is paid by spies.", Status.UNVERIFIED),
    ("Bala is flooded.", "The Vale Herald found that Bala was not flooded.", Status.UNVERIFIED),
])  # fmt: skip
def test_who_checks_for_a_living_has_checked_what_he_denies_of_others(assess, claim, text, status):
    assert (assess(Report(text=text, publisher=OUTLET), text=claim) if claim else assess(text=text)).status is status


def test_a_claim_asserts_what_is_said_and_not_who_says_it_when(assess):
    found = assess(text="Two aides said on Monday that the mayor would resign.")
    assert list(found.facets) == ["actor", "action"]


def test_a_claim_brings_nothing_up_to_date_but_another_report_may(assess):
    text = "The death toll rose to nine, the clinic said."
    assert assess(text=text).origins[0].stance == "supports"
    told = Report(text=text, publisher=OUTLET)
    assert assess(told, text="Seven people died in the fire at Bala.").origins[0].stance == "updates"


@pytest.mark.parametrize("text", [
    "The minister has not denied that he took the money.",
    "Police have not ruled out that the fire was set.",
    "Neither side has confirmed that talks took place.",
])  # fmt: skip
def test_who_neither_says_nor_denies_it_stands_for_nothing(assess, text):
    assert assess(text=text).origins[0].stance == "cannot_verify"


@pytest.mark.parametrize(
    ("claim", "text", "stance"),
    [
        ("The well in Dreb is safe.", "People must not drink from the well in Dreb, the clinic said.", "denies"),
        ("The clinic closed the well in Dreb.", "No well was closed in Dreb, the clinic said.", "denies"),
        ("The clinic closed the well in Dreb.", "The well was closed, the clinic said. Nobody fell ill.", "supports"),
        ("The mayor has not resigned.", "The mayor has not resigned, her office said.", "supports"),
        ("The mayor has not resigned.", "Her office denied that the mayor had resigned.", "supports"),
        ("The mayor has not resigned.", "The mayor resigned on Tuesday, her office said.", "denies"),
        ("The evacuation of Dreb is a lie.", "The evacuation is a lie, the governor said.", "supports"),
        ("The mayor of Dreb has resigned.", "Dreb mayor shoots down resignation rumour", "denies"),
        ("The mayor of Dreb has resigned.", "Dreb mayor resigns? No, she hasn't", "denies"),
        ("The mayor of Dreb has resigned.", "Dreb council casts doubt on mayor's resignation", "cannot_verify"),
        ("The mayor of Dreb has resigned.", "Dreb council won't say if mayor has resigned", "unrelated"),
        ("The mayor of Dreb has resigned.", "The council said it was not aware of a resignation.", "cannot_verify"),
        ("The mayor of Dreb has resigned.", "The council said there was no truth in that.", "denies"),
        ("The mayor of Dreb has resigned.", "Two aides said she had stepped down.", "supports"),
        ("The mayor of Dreb has resigned.", "The opposition wants the mayor of Dreb to resign.", "unrelated"),
        ("The mayor of Dreb took a bribe.", "The mayor laughed off the claims.", "denies"),
        ("The mayor of Dreb took a bribe.", "The mayor vowed to clear her name.", "denies"),
        ("The mayor of Dreb took a bribe.", "The mayor will sue the paper over the report.", "denies"),
        ("Two people were hurt in Dreb.", "Nobody was hurt in Dreb, police said.", "denies"),
        ("Two people were hurt in Dreb.", "All passengers walked away unharmed.", "denies"),
        ("The mayor of Dreb has resigned.", "The council did not say that the mayor had resigned.", "cannot_verify"),
        ("Rebels have encircled Dreb.", "The mayor said that roads are open and that Dreb is not encircled", "denies"),
        ("Rebels have encircled Dreb.", "The mayor said that Dreb was cut off and that it did not snow.", "supports"),
        ("The mayor of Dreb is ill.", "Her office called the story about an illness of the mayor a lie.", "denies"),
        ("A video shows a flood in Dreb.", "The scenes were filmed in another country, reporters found.", "denies"),
        ("The mayor called Dreb ugly.", "Reporters found no record of any such remark by the mayor.", "denies"),
        ("The mayor of Dreb has resigned.", "Fake-news report claims mayor of Dreb has resigned", "unrelated"),
    ],
)
def test_a_report_without_a_stance_is_set_against_the_claim(assess, claim, text, stance):
    assert assess(Report(text=text, publisher=OUTLET), text=claim).origins[0].stance == stance


def test_a_stance_that_is_given_stands(assess):
    told = Report(text="Bala has not fallen.", publisher=OUTLET, stance=Stance.SUPPORTS)
    assert assess(told, text="Bala has fallen.").origins[0].stance == "supports"


def test_the_assessment_says_what_a_stance_was_read_from(assess):
    found = assess(Report(text="No well was closed, the clinic said.", publisher=OUTLET), text="The well was closed.")
    reason = next(c.reason for c in found.contributions if c.rule == "corroboration.denies")
    assert reason == "one vote against the claim: the clinic, going by “No well was closed”"


def test_whose_interest_a_short_denial_serves_follows_from_the_claim_that_it_denies(assess):
    told = Report(text="Russia's defence ministry denied shelling it.", publisher=OUTLET)
    assert assess(told, text="Russia shelled the mill at Bala.").origins[0].interest == "self_serving"


@pytest.mark.parametrize(("claim", "text", "stance"), [
    ("The fire at Bala killed nine people.", "The toll at Bala has risen to nine dead, the clinic said.", "supports"),
    ("Wages in Bala fell by 5%.", "Wages fell by 5 per cent, the union said.", "supports"),
    ("Wages in Bala fell by 5%.", "Wages fell by 7 percent, the union said.", "updates"),
])  # fmt: skip
def test_figures_of_a_report_agree_with_the_claim_or_bring_it_up_to_date(assess, claim, text, stance):
    assert assess(Report(text=text, publisher=OUTLET), text=claim).origins[0].stance == stance


def test_another_figure_neither_backs_a_claim_nor_denies_it(assess):
    told = Report(text="Nine people died in the fire at Bala, the clinic said.", publisher=OUTLET)
    assert assess(told, text="Twelve people died in the fire at Bala.").origins[0].stance == "updates"
    assert assess(told, text="Nine people died in the fire at Bala.").origins[0].stance == "supports"


def test_an_outlet_that_corrects_itself_withdraws_what_it_said(assess):
    told = (Report(text="The ferry Alba has sunk.", publisher=OUTLET, published_at="2024-05-01T08:00:00Z"),
            Report(text="An earlier version of this report wrongly said that the ferry Alba had sunk.",
                   publisher=OUTLET, published_at="2024-05-02T08:00:00Z"))
    found = assess(*told, text="The ferry Alba sank.")
    assert ([origin.name for origin in found.origins], found.status) == ([OUTLET], "discounted")


@pytest.mark.parametrize(
    "jest",
    [
        Report(text="Bala has fallen.", publisher="theonion.com", stance=Stance.SUPPORTS),
        Report(text="Bala has not fallen.", publisher="theonion.com", stance=Stance.DENIES),
        Report(text="The Oak Legion said it holds Bala.", url="https://www.theonion.com/bala"),
        Report(text="Bala has fallen.", publisher=OUTLET, source=Source(name="Vale Jester", class_="satire")),
        Report(text="Bala has fallen, a satirical website reported.", publisher=OUTLET),
    ],
)
def test_what_is_made_up_bears_on_nothing(assess, jest):
    alone = assess(jest)
    assert (alone.origins[0].stance, alone.status) == ("unrelated", "unverified")
    earnest = Report(text="Bala has fallen.", publisher=OUTLET, stance=Stance.SUPPORTS)
    assert assess(earnest, jest).score == assess(earnest).score


def test_the_assessment_says_who_makes_his_news_up(assess):
    told = assess(Report(text="Bala has fallen, the Oak Legion said.", publisher="theonion.com"))
    assert [c.reason for c in told.contributions] == ["The Onion makes its news up, so what it tells bears on nothing"]


STRAY = "Bakers in Lorn sold more rye loaves this autumn, the guild said."


def test_a_text_about_something_else_bears_on_nothing_and_a_row_says_so(assess):
    alone = assess(Report(text=STRAY, publisher=OUTLET))
    assert (alone.origins[0].stance, alone.status, alone.confidence) == ("unrelated", "unverified", 0)
    assert [c.reason for c in alone.contributions] == [
        "the report of the guild bears on nothing: its text has nothing to do with the claim"
    ]
    earnest = Report(text="Bala has fallen.", publisher=OUTLET, stance=Stance.SUPPORTS)
    assert assess(earnest, Report(text=STRAY, publisher="lorn.example")).score == assess(earnest).score


def test_whoever_sends_a_text_with_its_stance_knows_better(assess):
    told = Report(text=STRAY, publisher=OUTLET, stance=Stance.SUPPORTS)
    assert assess(told).origins[0].stance == "supports"


def test_the_place_of_the_event_or_the_source_may_be_what_text_and_claim_share(rulebook):
    def stance(told: Report, place: str | None = None) -> str:
        event = Event(place=place) if place else None
        return rules.assess(Case(text="The dairy Norbo poisoned the river.", event=event, reports=(told,)),
                            rulebook).origins[0].stance

    text = "Anglers around Lorn counted ninety rotting trout within hours."
    assert stance(Report(text=text, publisher=OUTLET), place="Lorn") == "supports"
    ours = "Today we let that stuff into it and regret it."
    assert stance(Report(text=ours, source=Source(name="Norbo", class_="expert"))) == "supports"


def test_a_report_older_than_the_event_says_why_it_bears_on_nothing(assess):
    told = assess(says(at="2024-04-30T08:00:00Z"), date="2024-05-01")
    assert [c.reason for c in told.contributions] == [
        "the report of Oak Legion bears on nothing: it is older than the event"
    ]


@pytest.mark.parametrize(("text", "stance"), [
    ("The mayor was cleared of bribery.", "denies"),
    ("A court acquitted the mayor of taking bribes, the Oar said.", "denies"),
    ("The mayor was convicted of bribery.", "supports"),
    ("The mayor asked to be cleared of bribery.", "supports"),
])  # fmt: skip
def test_an_acquittal_speaks_against_the_deed(assess, text, stance):
    assert assess(Report(text=text, publisher=OUTLET), text="The mayor took a bribe.").origins[0].stance == stance


@pytest.mark.parametrize(("text", "stance"), [
    ("Has Bala fallen?", "unrelated"),
    ("“Has Bala fallen?”", "unrelated"),
    ("Has Bala fallen? The Legion holds it.", "supports"),
    ("Bala has fallen; who will be next?", "supports"),
])  # fmt: skip
def test_who_only_asks_says_nothing(assess, text, stance):
    assert assess(Report(text=text, publisher=OUTLET), text="Bala has fallen.").origins[0].stance == stance


@pytest.mark.parametrize("text", ["a" * 50_000, "video was " * 5_000, "foo-" * 12_000 + " was lifted"])
def test_endless_words_and_repetitions_are_scored_as_any_text(assess, text):
    assert assess(Report(text=text, publisher=OUTLET), text="The mayor took a bribe.").origins


def test_another_matter_of_the_same_people_on_the_same_day_is_no_support(assess):
    report = Report(text="Mayor Ana Dovik of Orvik wrote a preface for a cookery book on Monday.", publisher=OUTLET)
    found = assess(report, text="Mayor Ana Dovik of Orvik was arrested on Monday.")
    assert found.confidence == 0
    assert "is of another matter: give its stance if it is not" in found.summary
    given = assess(Report(text=report.text, publisher=OUTLET, stance=Stance.SUPPORTS), text="Mayor Dovik was arrested.")
    assert given.origins[0].stance == "supports"


def test_who_checks_for_a_living_is_one_origin_with_what_he_checked(assess):
    told = (Report(text="A drone apparently hit the depot in Bala, Bellingcat said.", publisher="north.example"),
            Report(text="Bellingcat was able to confirm the location of the depot in Bala.", publisher="north.example"))
    found = assess(*told)
    assert [(o.name, o.reports) for o in found.origins] == [("Bellingcat", (0, 1))]
    assert assess(told[0]).score < found.score == assess(told[1]).score


@pytest.mark.parametrize(("text", "stance"), [
    ("The firm denied that acid had got out of the plant at Lorn.", "denies"),
    ("The firm denied that it was about to be sold to investors.", "unrelated"),
    ("The firm denied the allegation.", "denies"),
])
def test_who_denies_something_else_does_not_deny_the_claim(assess, text, stance):
    assert assess(Report(text=text), text="The plant at Lorn leaked acid.").origins[0].stance == stance


def test_who_denies_the_opposite_stands_for_the_claim(assess):
    report = Report(text="The council denied that the bridge at Lorn had stayed open to lorries.")
    assert assess(report, text="The bridge at Lorn was closed.").origins[0].stance == "supports"


@pytest.mark.parametrize(("text", "stance"), [
    ("“I have never taken a penny,” Dovik told supporters.", "denies"),
    ("“I have never seen such greed,” Ivo Brandt said of the bribes that the mayor took from a builder.", "supports"),
])
def test_who_says_of_himself_that_it_is_not_so_denies_it(assess, text, stance):
    assert assess(Report(text=text), text="The mayor of Orvik took bribes from a builder.").origins[0].stance == stance


def test_who_told_of_something_else_is_none_of_those_nameless_who_told_of_this(assess):
    told = Report(text="Inspectors said Bala had fallen.", publisher=OUTLET)
    other = Report(text="Officials said the bath of Bala cost nine million.", publisher="vale.example",
                   stance=Stance.UNRELATED)
    found = assess(told, other, text="Bala has fallen.")
    assert [origin.reports for origin in found.origins if origin.stance == "supports"] == [(0,)]
    assert "corroboration.retold" not in [row.rule for row in found.contributions]
