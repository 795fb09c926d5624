"""Headlines sent alone: passives without "was" have no agent; topics before a colon and objects are no sources."""

from __future__ import annotations

import pytest

from rules import load_rulebook
from rules.reading import read_statement
from rules.reading.layout.capitals import Capitals

RULEBOOK = load_rulebook()


def names(headline: str) -> list[str]:
    return [link.name for link in read_statement(headline, RULEBOOK).chain]


@pytest.mark.parametrize("headline", [
    "Northmill reported to be near buying the ferry line",
    "Orlund teacher believed to have been held in Lorn",
    "Two feared dead after the Lorn ferry sinks",
    "Northmill said to be planning a second mine",
    "Smuggler Nils Berg reported wounded in raid",
    "Berg's letter confirmed as genuine",
    "Islamic court confirmed in Lorn",
    "Is this Nils Berg: singer's old house revealed?",
    "Sailor dubbed Ironfoot after ferry burns",
    "New ferry expected to be sold in March",
    "The hotel, labelled a ruin, burned down",
    "Angry crowd drives off alleged thief's van with sticks after a chase",
    "Schoolgirl writes touching letter to baker after he shuts his shop",
    "Berg said to confirm the sale of the mill",
    "Results: 80 expect the new ferry to cost under 4500",
])
def test_who_is_only_spoken_of_in_a_headline_says_nothing(headline):
    assert names(headline) == []


@pytest.mark.parametrize(("headline", "chain"), [
    ("Police reported injured hikers on the ridge", ["Police"]),
    ("Officials said to expect delays on the ferry", ["Officials"]),
    ("The ministry has confirmed dead fish in the harbour", ["The ministry"]),
])
def test_who_acts_by_the_same_verbs_does(headline, chain):
    assert names(headline) == chain


@pytest.mark.parametrize("headline", [
    "Photo gallery: how the Lorn bridge was rebuilt",
    "Lorn Ferry Fire Update: Two More Found",
    "Nils Berg dead: singer found in his car",
    "IT'S OFFICIAL: the mine will close",
    "Ana Dovik arrested: mayor held over the mine",
    "Breaking news: the Lorn ferry has sunk",
    "Northmill to buy the ferry line: Orlund paper",
    "Orlund airline strike: planes to stay on the ground",
    "Our youngest pilot: ISIS boasts a boy aged nine was flown to Lorn",
])
def test_a_topic_before_a_colon_is_no_source(headline):
    assert names(headline) == []


@pytest.mark.parametrize(("headline", "chain"), [
    ("Sky News: the Lorn ferry has sunk", ["Sky News"]),
    ("Source close to the talks: the deal is dead", ["Source close to the talks"]),
    ("Retired general: the bridge was never mined", ["Retired general"]),
    ("Team of divers: the ferry was holed twice", ["Team of divers"]),
])
def test_a_speaker_before_a_colon_is_one(headline, chain):
    assert [name.lower() for name in names(headline)] == [name.lower() for name in chain]


@pytest.mark.parametrize(("headline", "chain"), [
    ("Clinic nurse took leave, began work on a memoir", []),
    ("Raiders burn a farm near Lorn, threaten more to come", []),
    ("A clerk was rude to a guest, charged him for a towel, police said", ["police"]),
    ("Bridge was never mined, admits minister", ["minister"]),
    ("Pills do not help sleep, reveals study", ["study"]),
])
def test_the_object_of_a_verb_behind_a_comma_is_no_source(headline, chain):
    assert names(headline) == chain


@pytest.mark.parametrize(("headline", "chain"), [
    ("Man Mauled By Bear Says He Owes His Life To A Song", ["man mauled by Bear"]),
    ("Iraqi Official Accuses Rebels Of Selling Grain To Finance Operations", ["Iraqi official"]),
    ("Nils Berg Denies Making 72 Million From Trading Stocks", ["Nils Berg"]),
    ("Northmill Denies Report That It Will Shut Down The Ferry", ["Northmill"]),
    ("Pope Francis Confirms The Chapel In Lorn Is Open", ["Francis"]),
])
def test_capitals_of_title_case_make_no_names(headline, chain):
    assert [name.lower() for name in names(headline)] == [name.lower() for name in chain]


def test_the_claim_of_a_headline_keeps_its_capitals():
    headline = "Iraqi Official Says The Lorn Bridge Was Reportedly Blown Up"
    report = read_statement(headline, RULEBOOK)
    assert report.claim.text == headline[report.claim.start : report.claim.end]
    assert "Bridge Was Reportedly Blown Up" in report.claim.text


@pytest.mark.parametrize("line", [
    "The mayor of Lorn said that the bridge over the Arn had been closed since Monday.",
    "LORN BRIDGE CLOSED AFTER FLOOD, POLICE SAY",
    "Lorn",
])
def test_only_lines_in_title_case_are_written_anew(line):
    assert Capitals(RULEBOOK).plain(line) == line


@pytest.mark.parametrize("headline", [
    "A viral photo in Malawi shows a white lion",
    "A video from China shows a bridge falling",
])
def test_the_country_where_a_recording_was_made_did_not_publish_it(headline):
    assert names(headline) == []


def test_a_headline_above_an_article_is_written_as_the_article_writes_its_words():
    article = (
        "Lorn Mayor Just Closed The Old Bridge\n\n"
        "The mayor closed the old bridge over the Arn on Monday. Lorn has no other. He said that the piers were weak, "
        "that the bridge had been watched for a year, and that Ana Dovik, who runs the ferry, would help.\n"
    )
    assert Capitals(RULEBOOK).plain(article).splitlines()[0] == "Lorn mayor just closed the old bridge"


@pytest.mark.parametrize(("headline", "chain"), [
    ("Two dead: police", ["police"]),
    ("Nine killed in Lorn blast - ministry", ["ministry"]),
    ("Rebels down helicopter in Orlund: Free Orlund Army", ["Free Orlund Army"]),
    ("Norbo to sell ferry – source", ["source"]),
    ("Governor Dovik: two wounded by shelling", ["Dovik"]),
    ("Lorn dam bursts: what we know", []),
])
def test_who_stands_behind_a_headline_has_said_it(headline, chain):
    assert names(headline) == chain
