"""News of other kinds than reports of war: trials, studies, results of firms, councils, live pages, press releases."""

from __future__ import annotations

import pytest

from rules import load_rulebook
from rules.model import Document, ReadReport, Stance
from rules.reading import read as read_article

RULEBOOK = load_rulebook()


def read(text: str, publisher: str = "The Daily Oar") -> list[ReadReport]:
    return list(read_article(Document(text=text, publisher=publisher), RULEBOOK).reports)


def origin(text: str, words: str, publisher: str = "The Daily Oar") -> tuple[str, str]:
    """Whose the statement is that has these words, and of which class."""
    report = next(r for r in read(text, publisher) if words in r.claim.text)
    return report.chain[-1].name, report.chain[-1].class_


@pytest.mark.parametrize(("text", "words", "whose"), [
    ("Giving evidence, Mrs Tasker said the roof was sound.", "the roof was sound", ("Tasker", "witness")),
    ("Her neighbour, Giles Amory, saw it. Cross-examined by Rory Blent, he agreed that it was dark.", "it was dark",
     ("Giles Amory", "witness")),
    ("An earlier study, by a group in Velde, found that they drown.", "they drown",
     ("An earlier study, by a group in Velde", "expert")),
    ("Ana Dovik saw it. It is run by the Lorn Nature Trust, which says that it leaks.", "it leaks",
     ("Lorn Nature Trust", "ngo")),
    ("It is overseen by the Lorn Board of Elections, which ruled that he may run.", "he may run",
     ("Lorn Board", "official")),
    ("Fenn Power, Inc. (Nasdaq: FNNP), a maker of lamps, said it would shut.", "it would shut",
     ("Fenn Power Inc", "party")),
    ("“It works,” said Ana Borg, Ph.D., Chief Executive Officer of Fenn. “We are glad.”", "We are glad",
     ("Ana Borg", "party")),
    ("Ron Tasker (Lab) said the pool was shut.", "the pool was shut", ("Ron Tasker", "official")),
    ("Ron Tasker, from Lorn, was having coffee. “It fell,” he said.", "It fell", ("Ron Tasker", "witness")),
    ("Armed exiles said they had taken the mill.", "they had taken", ("Armed exiles", "party")),
    ("“It is out,” – declared the head of the region Viktor Danko.", "It is out", ("Viktor Danko", "official")),
    ("As informs the ministry in Lorn, it burned.", "it burned", ("the ministry in Lorn", "official")),
    ("As the press service of the ministry reports, it burned.", "it burned",
     ("the press service of the ministry", "official")),
    ("According to the words of an eyewitness, it burned. “It shook,” he said.", "It shook",
     ("an eyewitness", "witness")),
    ("“It leaks,” said K. Selvi (42). Her boat was lost, she said.", "Her boat", ("K Selvi", "witness")),
    ("District Collector R. Rao said it leaks.", "it leaks", ("R Rao", "official")),
    ("It was told by her daughter, Ana Dovik-Finn, who said it leaks.", "it leaks", ("Ana Dovik-Finn", "witness")),
    ("Ana Dovik denied it. “I played the ball,” wrote the 30-year-old on Instagram.", "I played",
     ("Ana Dovik", "unattributed")),
    ("Amnesty said in a report that guards beat them. “It hurt,” said Ana Dovik. According to the report, six died.",
     "six died", ("Amnesty International", "ngo")),
    ("Amnesty said that guards beat them. “It hurt,” said Ana Dovik. According to the report, six died.",
     "six died", ("the report", "unattributed")),
    ("Dr Alan Teal, a chemist, said it was salt. His colleague Ana Dovik said it was pure.", "it was pure",
     ("Ana Dovik", "expert")),
    ("Lorn United striker Max Adair fell. Lorn say he is well.", "he is well", ("Lorn United", "party")),
    ("Coun Ron Tasker (Lab, Mill Ward) said the pool was shut.", "the pool was shut", ("Ron Tasker", "official")),
    ("L'Equipe reported that he had signed.", "he had signed", ("L'Équipe", "media")),
    ("Boeing shut its plant. Unions called a strike. The company said it was sorry.", "it was sorry",
     ("Boeing", "party")),
    ("Boeing and Airbus shut plants. The company said it was sorry.", "it was sorry", ("The company", "party")),
    ("Boeing shut its plant. The aviation company said it was sorry.", "it was sorry", ("Boeing", "party")),
    ("The charity Save the Children warned that it was cold.", "it was cold", ("Save the Children", "ngo")),
    ("Sergeant Ana Dovik, of the Serious Collision Unit, said he fell.", "he fell", ("Ana Dovik", "official")),
    ("Fenn is sorry. “It leaks,” the Lorn Board said. “We are sorry,” the notice reads.", "We are sorry",
     ("Lorn Board", "official")),
    ("UN experts say it rained. Abu Dhabi denies arming anyone; the ships, it says, carried salt.", "carried salt",
     ("United Arab Emirates", "official")),
    ("Rovers fan Kelly Ash, 31, said it was a joy.", "it was a joy", ("Kelly Ash", "witness")),
    ("The files, nine boxes of letters, suggest he knew.", "he knew", ("The Daily Oar", "media")),
    ("Prices fell by a tenth, according to data compiled by Fenndata.", "Prices fell", ("Fenndata", "unattributed")),
])  # fmt: skip
def test_whose_it_is(text: str, words: str, whose: tuple[str, str]) -> None:
    assert origin(text, words) == whose


@pytest.mark.parametrize("text", [
    "The council would not confirm that the mill was sold.",
    "The council declined to confirm that the mill was sold.",
    "The council has refused to confirm or deny that the mill was sold.",
    "The council would not deny that the mill was sold.",
])
def test_who_will_not_say_backs_nothing(text: str) -> None:
    report = next(r for r in read(text) if "the mill was sold" in r.claim.text)
    assert (report.chain[-1].name, report.stance) == ("The council", Stance.CANNOT_VERIFY)


def test_what_was_not_taken_is_no_open_question() -> None:
    report = next(r for r in read("The mayor said that nothing had been taken.") if len(r.chain) > 1)
    assert report.stance is Stance.SUPPORTS


def test_the_outlets_words_keep_whom_a_relative_clause_tells_of() -> None:
    said = [r.claim.text for r in read("Police held Ana Dovik, who said she was ill.") if len(r.chain) == 1]
    assert said == ["Police held Ana Dovik"]


def test_a_claim_that_we_could_not_check_is_checked_by_the_outlet() -> None:
    reports = read("The Red Front says it left the mill – a claim that we have not been able to check.")
    assert [(r.chain[-1].name, r.applies_to) for r in reports if r.verification] == [("The Daily Oar", (0,))]


def test_an_outlet_that_calls_itself_by_a_part_of_its_name_is_no_other() -> None:
    text = "Ana Dovik told the Observer that the mill was shut. The Observer says it was open."
    assert origin(text, "it was open", "The Lorn Observer")[0] == "The Lorn Observer"


@pytest.mark.parametrize(("text", "whose"), [
    ("The rail firm Rete Ferroviaria Istriana (RFI) shut the line. RFI said a rock fell.",
     ("Rete Ferroviaria Istriana", "party")),
    ("Rail operator RFI shut the line. RFI said a rock fell.", ("RFI", "party")),
    ("The line was shut. RFI said a rock fell.", ("Radio France Internationale", "media")),
])  # fmt: skip
def test_an_acronym_is_whose_the_text_says(text: str, whose: tuple[str, str]) -> None:
    assert origin(text, "a rock fell") == whose


def test_a_sample_of_documents_may_be_checked() -> None:
    found = read("The Daily Oar has verified a sample of the letters by comparing them with court records.")
    assert [r.verification.method for r in found if r.verification] == ["documents"]


def test_what_is_denied_makes_the_denial_no_weaker() -> None:
    assert [r.hedges for r in read("The mayor rejected claims that it sank.")] == [()]


def test_a_headline_that_an_outlet_ends_is_its_own() -> None:
    assert origin("Nine dead in market blast-CNN", "Nine dead") == ("CNN", "media")


def test_a_line_that_is_all_there_is_is_read() -> None:
    assert origin("Ferry sinks off Ostwick with nine aboard (Reuters)", "Ferry sinks")[0] == "Reuters"


def test_a_sentence_that_was_wrapped_once_is_one() -> None:
    text = "The mayor of Ostwick said on Monday that the ferry had sunk off the\nnorthern pier and nine were missing."
    assert "nine were missing" in read(text)[0].claim.text


def test_notes_in_small_letters_are_lines_of_their_own() -> None:
    text = "police say the gunman is still inside the mall in the old town of lorn\nstreets around it are shut for now."
    assert len(read(text)) > 1


def test_the_note_on_an_interview_does_not_take_what_follows_with_it() -> None:
    text = "The mill was shut.\nThis interview has been edited for length. The mill told us: “It is safe.”"
    assert "It is safe" in [r.claim.text for r in read(text)]


def test_numbers_behind_the_posts_of_a_thread_are_no_part_of_it() -> None:
    text = "The mill burned tonight. 1/3\n2/3 Police say two men are hurt.\n3/3 The road is shut.\nRTs appreciated"
    assert [r.claim.text for r in read(text)] == ["The mill burned tonight.", "two men are hurt", "The road is shut."]


def test_a_ticker_before_the_dateline_moves_nothing() -> None:
    text = "Fenn Power (NYSE: FNN) Sells Its Mill\n\nLORN, Ohio – Fenn Power (NYSE: FNN), a lamp maker, said it leaks."
    assert [text[r.claim.start : r.claim.end] for r in read(text)][-1] == "it leaks"
