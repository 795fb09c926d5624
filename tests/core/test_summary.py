"""The one sentence for a person, by what a case has."""

import pytest

import rules
from rules.model import Case, Event, Report, Stance
from tests.core.conftest import denies, says, verifies


@pytest.mark.parametrize(("reports", "beginning"), [
    ((says(),), "One origin, Oak Legion (party, on the side of Ukraine); nobody"),
    ((says(side="saf"),), "One origin, Oak Legion (party, on the side of the Sudanese Armed Forces);"),
    ((says(side="hill_folk"),), "One origin, Oak Legion (party, on the side of Hill Folk);"),
    ((says("two experts", "expert", None),), "One origin, two experts (unnamed); nobody"),
    ((says("the rebels"),), "One origin, the rebels (party, unnamed, on the side of Ukraine);"),
    ((says(None, "unattributed", None),), "One origin, somebody not named;"),
    ((says(publisher="a.example"), says(publisher="b.example")), "One origin, Oak Legion (party, on the side of "
     "Ukraine), carried by two outlets;"),
    ((says(), says("Elm Watch", "ngo", None)), "Two origins for the claim, Elm Watch and Oak Legion;"),
    ((says(), says("Elm Legion")), "Two origins for the claim, Elm Legion and Oak Legion, all of one side or owner;"),
    ((says(), denies()), "One origin, Oak Legion (party, on the side of Ukraine); one origin denies it, "
     "Plain Ministry (official, on the side of Russia); nobody"),
    ((denies(), denies("Plain Mayor")), "Nobody stands for the claim; two origins deny it, Plain Mayor and Plain "
     "Ministry; nobody"),
    ((denies(),), "Nobody stands for the claim; one origin denies it, Plain Ministry (official, on the side of "
     "Russia);"),
    ((says(at="2024-05-01T08:00:00Z"), says(stance="denies", at="2024-05-02T08:00:00Z")),
     "Nobody stands for the claim; withdrawn by Oak Legion (party, on the side of Ukraine);"),
    ((says(text="It reportedly fell."),), "One origin, Oak Legion (party, on the side of Ukraine); the wording hedges "
     "(“reportedly”); nobody has verified it independently."),
    ((says(text="Some 300 houses fell."),), "One origin, Oak Legion (party, on the side of Ukraine); nobody has "
     "verified it independently."),
    ((verifies(["place"]),), "One origin, Lantern Lab (independent verification); place independently verified, "),
    ((says("Lantern Lab", "media", None), verifies(["place"])), "One origin, Lantern Lab (independent verification); "
     "place independently verified, "),
    ((verifies(stance="denies"),), "Nobody stands for the claim; one origin denies it, Lantern Lab (independent "
     "verification); an independent check contradicts it."),
    ((verifies(failed=["time"], stance="denies"),), "Nobody stands for the claim; one origin denies it, Lantern Lab "
     "(independent verification); an independent check contradicts it."),
    ((verifies(failed=["time"]),), "One origin, Lantern Lab (independent verification); a check could not establish "
     "the time, and nobody has verified anything else."),
    ((says(), says("Vale Post", "media", None, stance="cannot_verify")), "One origin, Oak Legion (party, on the side "
     "of Ukraine); nobody has verified it independently; Vale Post (media) neither confirmed nor denied it."),
    ((says(interest="against_interest"),), "One origin, Oak Legion (party, on the side of Ukraine); admitted by the "
     "side that it damages (Oak Legion)."),
    ((says(stance="cannot_verify"),), "Nobody stands for the claim; Oak Legion (party, on the side of Ukraine) neither "
     "confirmed nor denied it."),
    ((says(stance="updates"),), "Nobody stands for the claim as it is worded; Oak Legion (party, on the side of "
     "Ukraine) told of another figure or a newer state."),
    ((says(), says(stance="denies")), "Nobody stands for the claim; one origin denies it, Oak Legion (party, on the "
     "side of Ukraine); Oak Legion: both are reported; as not every report has a date, the denial counts; nobody"),
    ((says("Hamas", side="hamas"),), "One origin, Hamas (party); nobody"),
    ((says(stance="unrelated"),), "No report bears on the claim, so there is nothing to judge by."),
    ((says("Vale Jester", "satire", None),), "No report bears on the claim, so there is nothing to judge by; what Vale "
     "Jester told is made up."),
    ((says(), says("Vale Jester", "satire", None)), "One origin, Oak Legion (party, on the side of Ukraine); nobody "
     "has verified it independently; what Vale Jester told is made up."),
])  # fmt: skip
def test_the_summary_says_who_stands_for_it_who_denies_it_and_what_was_checked(assess, reports, beginning):
    assert assess(*reports).summary.startswith(beginning)


@pytest.mark.parametrize(("text", "language"), [
    ("Die Bürgermeisterin sagte, die Brücke sei gesperrt.", "German"),
    ("La mairie a démenti la fermeture du pont.", "French"),
    ("Мэр сообщил, что мост закрыт.", "Russian"),
])  # fmt: skip
def test_a_text_in_a_language_that_is_not_read_weighs_nothing_and_is_told_of(text: str, language: str) -> None:
    case = Case(text="The bridge is shut.", reports=(Report(text=text, publisher="north.example"),))
    assessment = rules.assess(case, rules.load_rulebook())
    assert (assessment.confidence, assessment.origins[0].stance) == (0, Stance.UNRELATED)
    assert assessment.summary.endswith(f"; text in {language} is not read: give its source and stance.")


def test_what_the_request_says_of_a_text_needs_no_reading(assess) -> None:
    assert "not read" not in assess(says(text="Die Brücke ist gesperrt und nicht mehr zu retten.")).summary


def test_the_summary_says_whose_text_is_about_something_else(assess) -> None:
    stray = Report(text="Bakers in Lorn sold more rye loaves this autumn.", publisher="lorn.example")
    assert assess(stray).summary == ("No report bears on the claim, so there is nothing to judge by; what lorn.example "
                                     "told is about something else: give its stance if it is not.")


@pytest.mark.parametrize(("text", "left_out"), [
    ("The bridge at Lug was blown up on 9 May.", "of another day"),
    ("The bridge was blown up in the village of Hest on 3 May.", "of another place"),
])  # fmt: skip
def test_the_summary_says_whose_text_is_about_another_event(text: str, left_out: str) -> None:
    case = Case(text="The bridge at Lug was blown up on 3 May.", reports=(Report(text=text, publisher="lorn.example"),),
                event=Event(place="Lug"))
    summary = rules.assess(case, rules.load_rulebook()).summary
    assert summary.endswith(f"what lorn.example told is {left_out}: give its stance if it is not.")


@pytest.mark.parametrize(("text", "ending"), [
    ("Bellingcat said a mill in Bala had burned.", "Bellingcat tells of no check, and nobody else has verified it."),
    ("Videos verified by Bellingcat show a mill in Bala burning.",
     "authenticity independently verified, action and place not."),
    ("Bellingcat has verified that a mill in Bala burned.", "action and place independently verified."),
    ("The Oar has verified that a mill in Bala burned.", "action and place independently verified."),
    ("The mayor said he had verified that a mill in Bala burned.", "nobody has verified it independently."),
])  # fmt: skip
def test_who_tells_that_he_checked_has_checked_and_who_checks_for_a_living_not_always(assess, text, ending):
    summary = assess(Report(text=text, publisher="north.example"), text="A mill in Bala burned.").summary
    assert summary.endswith(ending)


def test_an_aside_ends_before_the_verb(rulebook: rules.Rulebook) -> None:
    told = ("The rescue chief Ivo Brandt said 42 miners had died.", "Eight miners had died, the mine's owner said.")
    reports = tuple(Report(text=text, publisher=f"{n}.example") for n, text in enumerate(told))
    summary = rules.assess(Case(text="Forty-two miners died.", reports=reports), rulebook).summary
    assert summary.endswith("“the mine's owner” (party), not named here, told of another figure or a newer state.")
