"""Echoes: one quotation has one speaker, and a surname that of whoever has it; what two say for themselves are two."""

from __future__ import annotations

from tests.linking.conftest import Desk

WORDS = "we shall rebuild the old ferry before the spring floods"


def names(desk: Desk, word: str, *texts: str) -> set[str]:
    """The origins of the one case of these articles of which a report has a word."""
    articles = [desk.article(text, f"outlet-{number}.example") for number, text in enumerate(texts)]
    return {origin.name for origin in desk.assess(desk.one(word, *articles)).origins}


def test_who_gives_the_words_that_another_is_quoted_for_is_no_second_voice(desk: Desk) -> None:
    quoted, passed_on = f"“{WORDS.capitalize()},” Ana Moll said in Lorn.", f"The contender vowed that “{WORDS}”."
    assert names(desk, "ferry", quoted, passed_on) == {"Ana Moll"}


def test_two_who_say_it_in_nearly_the_same_words_but_are_not_quoted_are_two(desk: Desk) -> None:
    said = (f"{who} said the council would rebuild the old ferry by June." for who in ("Ana Moll", "Ivo Brandt"))
    assert names(desk, "ferry", *said) == {"Ana Moll", "Ivo Brandt"}


def test_a_name_that_two_quote_makes_no_echo(desk: Desk) -> None:
    said = ("Ana Moll said: “The Dolny Lug School of Fine Arts burned to the ground.”",
            "Ivo Brandt said that a fire had destroyed the “Dolny Lug School of Fine Arts”.")
    assert names(desk, "Fine", *said) == {"Ana Moll", "Ivo Brandt"}


def test_two_who_report_a_thing_at_once_are_two(desk: Desk) -> None:
    said = "Reuters and Interfax reported that “the old bridge at Lorn fell into the river”."
    assert names(desk, "bridge", said) == {"Reuters", "Interfax"}


def test_two_sides_that_are_quoted_for_the_same_words_stay_two(desk: Desk) -> None:
    said = (f"“A drone fell on the old mill near Lorn at dawn,” the {ministry} Defence Ministry said."
            for ministry in ("Russian", "Ukrainian"))
    assert len(names(desk, "mill", *said)) == 2


def test_a_surname_alone_is_that_of_the_only_one_who_has_it(desk: Desk) -> None:
    assert names(desk, "ferry", "Ana Moll said the ferry had sunk off Lorn.",
                 "Moll said that the ferry sank off Lorn.") == {"Ana Moll"}


def test_a_surname_that_two_have_is_nobodys_in_particular(desk: Desk) -> None:
    said = (f"{who} said the ferry had sunk off Lorn." for who in ("Ana Moll", "Ivo Moll", "Moll"))
    assert names(desk, "ferry", *said) == {"Ana Moll", "Ivo Moll", "Moll"}


def test_a_firm_is_one_with_and_without_its_legal_form(desk: Desk) -> None:
    said = (f"{firm} said it had lost the ferry contract for Lorn." for firm in ("Volar Ferries", "Volar Ferries Ltd"))
    assert len(names(desk, "contract", *said)) == 1
