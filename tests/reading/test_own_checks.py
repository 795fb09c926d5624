"""What an outlet finds out itself, and who but gives his word: checks and refuted recordings."""

import rules
from rules.model import Document, Facet, ReadReport, Stance

RULEBOOK = rules.load_rulebook()


def read(text: str) -> tuple[ReadReport, ...]:
    return rules.read(Document(text=text, publisher="Northwire"), RULEBOOK).reports


def test_a_recording_that_is_another_than_said_is_refuted_by_the_outlet() -> None:
    shared, found = read("The militia shared a clip of a burning mill. The clip was in fact filmed in 2019.")
    assert shared.chain[-1].name == "The militia"
    assert (found.stance, found.chain[-1].name, found.applies_to) == (Stance.DENIES, "Northwire", (0,))
    assert found.chain[-1].class_ == "independent_verification"


def test_what_a_recording_is_nobody_says_by_publishing_it() -> None:
    reports = read("A picture posted by the ministry is blurred and dark.")
    assert [report.chain[-1].name for report in reports] == ["Northwire"]


def test_an_office_that_confirms_its_own_paper_checks_nothing() -> None:
    reports = read("The ministry confirmed that the memo was genuine but said its figures were out of date.")
    assert [(r.claim.text, r.chain[-1].class_, r.verification) for r in reports] == [
        ("the memo was genuine", "official", None), ("its figures were out of date", "official", None)]


def test_we_who_check_are_the_outlet() -> None:
    (_, check) = read("A video purports to show rebels in Lorn. We geolocated it to Orlovka.")
    assert check.verification is not None and check.verification.facets == (Facet.PLACE,)
    assert (check.chain[-1].name, check.chain[-1].class_) == ("Northwire", "independent_verification")


def test_those_who_check_for_a_body_are_that_body() -> None:
    (check,) = read("Open-source analysts at Bellingcat matched the clip to a bridge in Orlovka.")
    assert (check.chain[-1].name, check.chain[-1].class_) == ("Bellingcat", "independent_verification")


def test_who_gives_no_answer_ends_no_round_of_claims() -> None:
    text = ("Rebels said they had sunk a boat. The army said the port was open. A spokesman declined to comment "
            "on losses. Northwire could not verify the claims.")
    assert read(text)[-1].applies_to == (0, 1)


def test_a_sentence_may_end_with_the_hour() -> None:
    reports = read("Two guards said they had heard shots until 5 a.m. One of them, Ana Dovik, said soldiers had come.")
    assert [report.claim.text for report in reports] == ["they had heard shots until 5 a.m.", "soldiers had come"]


def test_a_check_of_the_toll_is_about_all_who_were_counted_dead_or_hurt() -> None:
    text = ("Lorn's army said nine soldiers were killed. Residents said 12 people had been wounded in Velisk. "
            "The mayor said 300 houses had burned. Northwire could not independently confirm the death toll.")
    assert read(text)[-1].applies_to == (0, 1)


def test_a_film_that_was_not_told_of_before_proves_nobodys_words() -> None:
    text = "The army said its men fired two shots. Northwire has verified a video which shows people beside a fence."
    assert read(text)[-1].applies_to == ()


def test_the_account_of_two_sides_is_of_no_witness_between() -> None:
    text = ("Israel's army said it hit a base. Iran's foreign ministry said a school was hit. Residents said they had "
            "heard nine blasts. Northwire could not verify the Israeli or the Iranian account.")
    assert read(text)[-1].applies_to == (0, 1)


def test_who_matched_a_film_and_could_not_date_it_is_one_checker() -> None:
    text = "The Post's agency Lornwatch analysed two clips and matched them to Velisk, but could not date them."
    assert {report.chain[-1].name for report in read(text) if report.verification} == {"Lornwatch"}
