"""What an outlet finds out itself, and who but gives his word: checks and refuted recordings."""

import rules
from rules.model import Document, Facet, ReadReport, Stance
from rules.reading import read_statement

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
            "heard nine blasts, he said. Northwire could not verify the Israeli or the Iranian account.")
    assert read(text)[-1].applies_to == (0, 1)


def test_who_matched_a_film_and_could_not_date_it_is_one_checker() -> None:
    text = "The Post's agency Lornwatch analysed two clips and matched them to Velisk, but could not date them."
    assert {report.chain[-1].name for report in read(text) if report.verification} == {"Lornwatch"}


def test_what_a_check_found_is_a_statement_with_its_check() -> None:
    (found,) = read("Geolocated footage published on 3 May indicates that rebels entered Lorn.")
    assert (found.claim.text, found.act, found.chain[-1].class_) == (
        "rebels entered Lorn", "assertion", "independent_verification")
    assert found.verification is not None and found.verification.facets == (Facet.ACTION, Facet.PLACE)


def test_who_says_that_his_body_could_not_confirm_it_tells_of_its_check() -> None:
    text = "Rebels accused the army of firing first. Ana Dovik said that Northwatch could not confirm who fired first."
    accusation, check = read(text)
    assert [link.name for link in check.chain] == ["Northwire", "Ana Dovik", "Northwatch"]
    assert (check.stance, check.applies_to) == (Stance.CANNOT_VERIFY, (0,))
    assert check.verification is not None and check.verification.failed == (Facet.ACTOR,)


def test_a_check_told_in_passing_is_about_what_its_sentence_tells() -> None:
    check, said = read("A blogger, whose claims Lornwatch cannot verify, alleged that the captain has been dismissed.")
    assert (said.claim.text, said.chain[-1].name) == ("the captain has been dismissed", "A blogger")
    assert (check.chain[-1].name, check.stance, check.applies_to) == ("Lornwatch", Stance.CANNOT_VERIFY, (1,))


def test_a_check_of_somebodys_report_is_about_what_he_told() -> None:
    text = ("Lornwatch reported that sixty men were killed. The army said the mill was shut. A mayor said the road was "
            "open. Northwire could not confirm Lornwatch's report.")
    assert read(text)[-1].applies_to == (0,)


def test_a_check_of_the_place_alone_is_of_the_footage_told_of_before() -> None:
    text = ("The army said a depot burned. Video shared online showed smoke over a row of tanks. Northwire was able to "
            "confirm the location from a rail spur, which matched satellite images.")
    assert read(text)[-1].applies_to == (1,)


def test_the_next_check_of_footage_is_about_the_same_as_the_one_before() -> None:
    text = ("An explosion tore through a hospital in Lorn. Four clips can be placed at the hospital by its tower. "
            "Shadows in one suggest it was filmed before noon.")
    assert [report.applies_to for report in read(text)] == [(), (0,), (0,)]


def test_who_did_it_is_a_question_to_all_who_accuse_or_deny() -> None:
    text = ("The army accused the Zamin Front of shelling the mill. The Zamin Front denied that. A baker said he "
            "had heard nine blasts. Northwire was unable to establish who fired.")
    assert read(text)[-1].applies_to == (0, 1)


def test_this_newspaper_is_who_could_not_establish_it() -> None:
    (check,) = read("This newspaper has not seen the files of the mill and could not establish the ages of the dead.")
    assert (check.chain[-1].name, check.verification and check.verification.failed) == ("Northwire", (Facet.NUMBER,))


def test_who_shared_a_clip_did_not_check_it() -> None:
    (check,) = (r for r in read("A clip viewed widely on X does not show Lorn at all.") if r.verification)
    assert (check.chain[-1].name, check.stance) == ("Northwire", Stance.DENIES)


def test_who_confirmed_its_place_checked_the_footage() -> None:
    text = "A video shows a convoy on fire in Lorn. Northwire has seen the video and confirmed its location."
    (check,) = (r for r in read(text) if r.verification)
    assert check.verification is not None and check.verification.facets == (Facet.PLACE,)


def test_another_clip_that_could_not_be_placed_leaves_the_first_where_it_is() -> None:
    text = "Four clips show a convoy. The Oar geolocated three of the clips to Lorn; a fourth could not be placed."
    checks = [r.verification for r in read(text) if r.verification]
    assert [(c.facets, c.failed) for c in checks] == [((Facet.PLACE,), ()), ((), (Facet.PLACE,))]


def test_a_paper_is_also_called_by_the_end_of_its_name() -> None:
    document = Document(text="The Herald could not confirm the date.", publisher="The Lorn Herald")
    reports = rules.read(document, RULEBOOK).reports
    assert reports[0].chain[-1].name == "The Lorn Herald"


def test_evidence_that_shows_it_names_nobody_who_checked() -> None:
    (check,) = read("Phone metadata reviewed by Northwire places the clip at noon.")
    assert check.chain[-1].name == "Northwire"


def test_an_aside_in_the_passive_is_a_check_too() -> None:
    check, said = read("The army, whose account could not be verified, said the post was retaken.")
    assert (said.claim.text, check.stance, check.applies_to) == ("the post was retaken", Stance.CANNOT_VERIFY, (1,))


def test_alone_a_sentence_states_what_it_tells_and_not_the_check_in_passing() -> None:
    report = read_statement("A blogger, whose claims Lornwatch cannot verify, alleged that the mill is shut.", RULEBOOK)
    assert (report.claim.text, report.chain[-1].name) == ("the mill is shut", "A blogger")


def test_what_a_checker_goes_on_to_say_is_of_the_same() -> None:
    text = ("A clip shows a tower on fire. The Oar geolocated the clip to Lorn. The Oar was unable to identify the "
            "unit. It could not say who fired.")
    assert [r.applies_to for r in read(text) if r.verification] == [(0,), (0,), (0,)]


def test_a_check_points_back_to_what_the_sentence_before_tells() -> None:
    text = "The mayor said the port was open. A clerk said a boat sank. Northwire could not establish what hit it."
    assert read(text)[-1].applies_to == (1,)


def test_the_toll_of_a_group_is_its_own_whatever_it_is_called() -> None:
    text = ("Zamin Front stormed a post, the group said. It said 30 soldiers died. The army said the port is open. "
            "Northwire could not verify the group's death toll.")
    assert read(text)[-1].applies_to == (1,)


def test_who_says_that_he_cannot_confirm_it_checked_it() -> None:
    text = "Rebels said a mill had burned. Lorn's ministry said it could not confirm that it had burned."
    _, check = read(text)
    assert (check.stance, check.applies_to, check.chain[-1].class_) == (Stance.CANNOT_VERIFY, (0,), "official")


def test_whose_check_it_was_may_stand_behind_it() -> None:
    (check,) = read("A video judged genuine by two scholars shows a boy.")
    assert check.chain[-1].name == "two scholars"


def test_what_a_reporter_counted_is_a_statement_with_its_check() -> None:
    (found,) = read("A Northwire reporter who visited the morgue counted 11 bodies.")
    assert (found.claim.text, found.act) == ("11 bodies", "assertion")
    assert found.verification is not None and found.verification.facets == (Facet.ACTION, Facet.NUMBER)


def test_nobody_checks_his_own_words() -> None:
    text = ("Rebels said a barge had sunk. Lorn's ministry said it could not confirm that the barge had sunk, adding "
            "that its patrols had seen nothing.")
    (check,) = (r for r in read(text) if r.verification)
    assert check.applies_to == (0,)


def test_an_expert_who_finds_a_recording_made_up_has_checked_it() -> None:
    text = ("A recording in which Ana Dovik appears to sell votes spread online. The recording was generated by "
            "artificial intelligence, an audio expert told Northwire.")
    check = read(text)[-1]
    assert (check.stance, check.applies_to) == (Stance.DENIES, (0,))
    assert check.verification is not None and check.verification.failed == (Facet.AUTHENTICITY,)


def test_that_another_recording_is_old_refutes_none_told_of_before() -> None:
    told = "Footage filmed by residents shows warplanes striking the market at Pell on Monday. "
    assert read(f"{told}A fifth clip, viewed two million times, dates from 2021.")[-1].applies_to == ()
    assert read(f"{told}The clip dates from 2021.")[-1].applies_to == (0,)


def test_the_place_of_a_recording_confirms_what_it_shows_and_not_what_somebody_said_beside_it() -> None:
    text = ("Drone footage aired on Monday showed smoke over Lorn as the mayor said raiders had crossed the river.\n\n"
            "In the short clip, flames could be seen beside the mill of Pell.\n\n"
            "Northwire was able to confirm the location as Pell by matching the roofs to satellite imagery.")
    reports = read(text)
    shown = [reports[n].claim.text for n in reports[-1].applies_to]
    assert [words in told for words, told in zip(("smoke", "flames"), shown, strict=True)] == [True, True]


def test_whom_a_video_shows_did_not_confirm_it() -> None:
    (check,) = read("Ana Dovik hostage video confirmed genuine.")
    assert check.chain[-1].name == "Northwire"
