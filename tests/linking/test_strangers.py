"""What is alike by chance stays apart: a long article goes on about its topic, and many share a word or a figure."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rules.linking import PairLinker
from rules.linking.bearing import Bearing
from rules.linking.prepared import Preparer
from rules.matching.actions import Actions
from rules.rulebook import Rulebook
from tests.linking.conftest import Desk, told

PORT = "The port of Lunt is crowded, its master said. "
POLLS = "Dora Venn leads the race for mayor of Tormouth, her party said. "


@pytest.mark.parametrize(("one", "other"), [
    ("“Refugees enter through Lunt,” Ana Moll said.", "“I entered politics by chance,” Ivo Karr said."),
    ("“It is as simple as that,” Ana Moll said.", "“This was simple,” Ivo Karr said."),
    ("Ana Moll said she was shocked.", "Ivo Karr said he was shocked."),
    ("Some 35 percent of the berths are let, Ana Moll said.", "Some 35 percent back the mayor, Ivo Karr said."),
    ("It is the end of the 2026 season, Ana Moll said.", "It is the end of the 2026 race, Ivo Karr said."),
], ids=["enter", "simple", "shocked", "percent", "year"])
def test_a_word_or_a_figure_in_common_makes_no_claim_of_two_stories(desk: Desk, one: str, other: str) -> None:
    cases = desk.link(desk.article(PORT + one, "a.example"), desk.article(POLLS + other, "b.example"))
    assert len(cases) == 4


@pytest.mark.parametrize("text", [
    "Local leaders said the visits of Ana Moll had been short. Ivo Karr said he paid for visits out of his own pocket.",
    "Dora Venn said hacking was a crime like others. The report found that hackers had read nine files of the board.",
])
def test_what_an_article_is_about_makes_no_claim_of_two_of_its_statements(desk: Desk, text: str) -> None:
    assert len(desk.link(desk.article(text))) == 2


@pytest.mark.parametrize(("percent", "alike"), [(59, True), (27, False)])
def test_two_shares_are_of_one_thing_only_where_they_are_the_same(desk: Desk, percent: int, alike: bool) -> None:
    prepare, bearing = desk.rulebook.part(Preparer).prepare, desk.rulebook.part(Bearing)
    texts = [f"Of the dockers of Lunt {n} percent back the mayor, Ana Moll said." for n in (59, percent)]
    first, other = (prepare(told(desk, text)[0]) for text in texts)
    assert (bearing.one_toll(first, other) > 0) is alike


@pytest.mark.parametrize("text", [
    "Karr lost the vote in Lunt by 54 points. Moll lost the vote in Lunt by 13 points.",
    "Nine people were killed in Lunt last year. In Lunt 260 people were killed in the flood.",
])
def test_another_figure_of_the_same_voice_in_one_article_is_of_something_else(desk: Desk, text: str) -> None:
    assert len(desk.link(desk.article(text))) == 2


def test_idioms_and_the_month_of_march_are_no_actions(rulebook: Rulebook) -> None:
    told = rulebook.part(Actions).told
    assert not told("The bridge at Lunt opens in March")
    assert not told("They reach out to dockers and entered politics in the closing days")
    assert told("Dockers marched through Lunt") == told("In March dockers marched through Lunt") != frozenset()


def test_what_an_article_speaks_of_again_and_again_tells_none_of_its_claims(desk: Desk) -> None:
    said = ("Ana Moll will resign.", "Ivo Karr may resign.", "Dora Venn said she would resign.", "The clerk resigned.")
    long, short = told(desk, " ".join(said)), told(desk, said[0])
    assert {item.topics for item in long} == {("resignation",)}
    assert {item.topics for item in short} == {()}


def test_words_of_war_tell_nothing_in_an_article_on_something_else(desk: Desk) -> None:
    wards = "".join(f"Ward {number} of Lunt votes late, Ana Moll said. " for number in range(2, 8))
    *_, figure_of_speech = told(desk, f"{wards}The race is a battle, Ivo Karr said.")
    *_, report = told(desk, "Ward 2 of Lunt was shelled, Ana Moll said. Karr's brigade is in a battle, Ivo Karr said.")
    assert figure_of_speech.topics == ("fighting",)
    assert report.topics == ()


def test_the_longer_two_articles_are_the_less_it_tells_what_their_statements_share(desk: Desk) -> None:
    (said,), linker = told(desk, "The dockers of Lunt chose a chair, Ana Moll said."), desk.rulebook.part(PairLinker)

    def odds(*among: int) -> float:
        first, last = (linker.prepare(replace(said, id=f"{n}", document=f"{n}", among=n)) for n in among)
        return linker.log_odds(first, last)

    assert odds(3, 30) == odds(2, 8) > odds(20, 30) > odds(40, 41)


def test_two_voices_of_one_long_article_take_more_than_those_of_two(desk: Desk) -> None:
    texts = ("The dockers of Lunt chose a chair, Ana Moll said.", "Lunt's dockers have a new chair, Ivo Karr said.")
    first, last = (replace(told(desk, text)[0], document="d", among=40) for text in texts)
    prepare, odds = desk.rulebook.part(Preparer).prepare, desk.rulebook.part(PairLinker).log_odds
    elsewhere = replace(last, document="e")
    assert odds(prepare(first), prepare(last)) < odds(prepare(first), prepare(elsewhere))


@pytest.mark.parametrize(("one", "other"), [
    ("There are a total of 4,769 Lunt delegates, Ana Moll said.", "Karr had 2,205 total delegates, Ana Moll said."),
    ("The Lunt ferry sank off Garva, Ana Moll said.", "“The lunt ferry sank in the storm,” Ivo Karr said."),
])
def test_it_does_not_matter_which_of_two_statements_came_first(desk: Desk, one: str, other: str) -> None:
    linker = desk.rulebook.part(PairLinker)
    first, last = (linker.prepare(told(desk, text)[0]) for text in (one, other))
    assert linker.log_odds(first, last) == linker.log_odds(last, first) > float("-inf")


@pytest.mark.parametrize(("words", "parted"), [(20, True), (8, False)])
def test_statements_of_two_stories_need_to_share_more_where_the_articles_are_long_enough_to_tell_them(
    desk: Desk, words: int, parted: bool
) -> None:
    first, other = told(desk, PORT), told(desk, "The port of Lunt is full, a captain said.")
    stories = [tuple(f"{name}{n}" for n in range(words)) for name in ("ferry", "poll")]
    prepare, linker = desk.rulebook.part(Preparer).prepare, desk.rulebook.part(PairLinker)
    a, b = (prepare(replace(item, story=story)) for (item,), story in zip((first, other), stories, strict=True))
    untold = prepare(replace(b.item, story=()))
    assert (linker.log_odds(a, b) < linker.log_odds(a, untold)) is parted
