"""Text as people paste it: wrapped lines, parted words, replies, Markdown, pictograms and signs that print nothing."""

import pytest

import rules
from rules.model import Document
from rules.reading import read_statement
from rules.reading.layout.boilerplate import without
from rules.reading.layout.running import running

RULEBOOK = rules.load_rulebook()
COLUMN = """Residents of Mill Lane said on Mon-
day that they had heard two explo-
sions before the dye works caught
fire. The owner, Ostwick Dyes Ltd,
denied that any acid was kept there.

"Nobody has been hurt," the fire
chief Ana Dovik told reporters."""
LETTER = """From: Press Office <press@wexmarsh.example>
Subject: Fwd: Tarn Bridge

Hi all, see below.

> The council has closed Tarn Bridge after engineers found cracks in two piers.
> The contractor, Bruck & Sons, denies that its work of last summer caused the
> damage, and says the bridge is safe.

Kind regards,
"""


def read(text: str) -> list[tuple[str, str]]:
    """Source and claim of each report, lines as one."""
    reading = rules.read(Document(text=text, publisher="Northwire"), RULEBOOK)
    assert all(text[r.claim.start : r.claim.end] == r.claim.text for r in reading.reports)
    claims = [without(text, reading.left_out, r.claim.start, r.claim.end) for r in reading.reports]
    return [(r.chain[-1].name, " ".join(c.split())) for r, c in zip(reading.reports, claims, strict=True)]


def test_lines_that_were_wrapped_are_read_as_sentences() -> None:
    assert read(COLUMN) == [
        ("Residents of Mill Lane", "they had heard two explosions before the dye works caught fire"),
        ("Ostwick Dyes Ltd", "any acid was kept there"),
        ("Ana Dovik", "Nobody has been hurt")]


def test_a_letter_passed_on_is_what_it_quotes() -> None:
    said = read(LETTER)
    assert [claim for _, claim in said] == [
        "Tarn Bridge", "The council has closed Tarn Bridge after engineers found cracks in two piers.",
        "its work of last summer caused the damage", "the bridge is safe"]


@pytest.mark.parametrize("text", [
    "police confirmed two arrests\nmayor says bridge safe\nresidents disagree",
    "Tarn bridge to shut for six weeks\nDovik denies leaking memo\nPolice hunt gunman after bank raid",
    "The ferry sank off Lorn on Monday night with 42 aboard.\nthe mayor was not there",
    "- Rebels took the bridge at Orlovka\n- the army says it did not",
])
def test_lines_that_end_where_their_author_wanted_stay_apart(text: str) -> None:
    assert running(text) is None


def test_what_prints_nothing_is_not_read() -> None:
    text = "\ufeffThe gover\u00adnor said\u200b that the dam was safe."
    assert read(text) == [("The governor", "the dam was safe")]
    report = read_statement(text, RULEBOOK)
    assert text[report.claim.start : report.claim.end] == report.claim.text == "the dam was safe"


def test_markdown_and_pictograms_are_not_read() -> None:
    assert read('# Ferry sinks\n\nThe coastguard [said](https://oar.example/x) that **42 people** were aboard.') == [
        ("Northwire", "Ferry sinks"), ("The coastguard", "42 people were aboard")]
    assert read("❗️The governor says two depots burned.\n🔴 According to our sources, a third one burns.") == [
        ("The governor", "two depots burned"), ("our sources", "a third one burns")]


def test_the_posts_of_a_thread_lose_their_numbers() -> None:
    assert read("1/ The mayor says the bridge is shut.\n2/ The army claims it hit two depots.")[1][0] == "The army"


def test_the_lines_of_a_recorded_talk_are_said_by_whom_they_name() -> None:
    said = read("Host [00:00:12] With me is Dr Ana Dovik.\nDovik [00:00:20] We found lead in nine wells.\n"
                "Host [00:00:31] Is it safe?\nDovik [00:00:35] They have published nothing.")
    assert [name for name, _ in said] == ["Northwire", "Ana Dovik", "Ana Dovik"]


def test_a_heading_that_quotes_is_said_by_nobody_before_it() -> None:
    text = "The agency said that 31 had died.\n\n“We dig with our hands”\n\nRescuers came from Lorn."
    assert read(text)[1] == ("Northwire", "“We dig with our hands”")


def test_marks_that_were_decoded_wrongly_are_marks() -> None:
    text = "â€œThe bridge has fallen,â€\x9d the mayor said. It wasnâ€™t hit, Ana DovÃ¡k said. â€œNo,â€ she said."
    assert read(text) == [
        ("the mayor", "The bridge has fallen"), ("Ana Dovák", "It wasnâ€™t hit"), ("Ana Dovák", "No")]


def test_a_claim_that_ends_in_a_wrongly_decoded_letter_has_all_of_it() -> None:
    assert read("The mayor said nine had died at the cafÃ©.") == [("The mayor", "nine had died at the cafÃ©")]


def test_letters_that_only_look_wrongly_decoded_stay() -> None:
    assert read("The mayor said SÃO PAULO and Ângela were “fine”.") == [
        ("The mayor", "SÃO PAULO and Ângela were “fine”")]
