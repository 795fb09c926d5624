"""Hedges: span, category, strength, owner and scope, in the wordings of war reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import load_rulebook
from rules.hedging import HedgeFinder
from rules.hedging.candidates import Candidates
from rules.hedging.context import ContextModel
from rules.model import Owner

RULEBOOK = load_rulebook()
FINDER = RULEBOOK.part(HedgeFinder)


def found(text: str) -> list[tuple[str, str]]:
    return [(hedge.text, hedge.category) for hedge in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "hedge", "category"),
    [
        ("The brigade claimed to hold the mill.", "claimed", "attribution"),
        ("A kite was reportedly used in the raid on Orlan.", "reportedly", "hearsay"),
        ("Clips appearing to show a burnt cart went round.", "appearing to show", "appearance"),
        ("An unverified clip has them by a gate.", "unverified", "unverified"),
        ("Rumours spread that five farms had been shelled.", "Rumours spread", "rumour"),
        ("This fed rumours of a landing.", "rumours of", "rumour"),
        ("The town hall was allegedly struck.", "allegedly", "hearsay"),
        ("The fourth crew was said to answer to the port.", "was said to", "hearsay"),
        ("The landing, a possible feint, began at dawn.", "possible", "possibility"),
        ("But it appears to be their first landing.", "appears", "appearance"),
        ("They sent a clip purporting to show a burnt cart.", "purporting to show", "appearance"),
        ("The clip has what it claimed to be fleeing guards.", "what it claimed to be", "attribution"),
        ("He said at least nine shepherds were hurt.", "at least", "approximator"),
        ("There were about 70 men in the barge.", "about", "approximator"),
        ("A channel said there were indications of looting.", "indications of", "appearance"),
        ("The agency was unable to verify these accounts.", "unable to verify", "unverified"),
        ("The agency was not able to independently verify when.", "not able to independently verify", "unverified"),
        ("Crews may have landed at Orlan.", "may", "modal"),
        ("It is not clear when the clip was made.", "not clear", "unclear"),
        ("The prefect did not confirm any landing.", "did not confirm", "unverified"),
        ("A second clip apparently shows the crew at table.", "apparently shows", "appearance"),
        ("Kites were also reported over Lorn.", "were also reported", "hearsay"),
        ("A band calling itself the Free Oars took part.", "calling itself", "attribution"),
        ("The polls are expected to keep him in office.", "expected", "prediction"),
        ("They hunted the “pirates” in the reeds.", "“pirates”", "scare_quotes"),
        ('It drove out the "pirates," a clerk said.', '"pirates,"', "scare_quotes"),
        ("A ban on 'river piracy' was passed.", "'river piracy'", "scare_quotes"),
        ("The count could\nnot be independently verified.", "could\nnot be independently verified", "unverified"),
    ],
)
def test_a_careful_readers_hedges_are_found(text: str, hedge: str, category: str) -> None:
    assert (hedge, category) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned in May 2023.",
        "The talks open on 12 May in Lorn.",
        "It was a thought-provoking film.",
        "Come as soon as possible.",
        "Smoke could be seen over the mill.",
        "The flood claimed nine lives.",
        "The mayor opened the bridge.",
        "Police charged two men with murder.",
        "“We are here and we stay,” he said.",
        'Ivan "the Oar" Orr died on Monday.',
        "The council opened the project to bidders.",
        "",
    ],
)
def test_what_only_looks_like_a_hedge_is_none(text: str) -> None:
    assert found(text) == []


def test_a_hedge_inside_quotation_marks_is_the_sources_outside_the_reporters() -> None:
    hedges = FINDER.find("The prefect reportedly said: “We may have lost the mill.”")
    assert [(hedge.text, hedge.owner) for hedge in hedges] == [("reportedly", Owner.REPORTER), ("may", Owner.SOURCE)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The ferry sailed. It reportedly sank. All wept.", "It reportedly sank."),
        ("Crews may have landed, but the gate holds.", "Crews may have landed,"),
        ("They sent a clip purporting to show a cart.", " a cart."),
        ("Gen. Ostrow may resign.", "Gen. Ostrow may resign."),
    ],
)
def test_scope_is_what_the_cue_covers(text: str, scope: str) -> None:
    (hedge,) = FINDER.find(text)
    assert hedge.scope is not None
    assert text[slice(*hedge.scope)] == scope


def test_strengths_keep_the_order_of_distance() -> None:
    texts = [
        "It clearly sank.",
        "At least two sank.",
        "It apparently sank.",
        "It reportedly sank.",
        "It allegedly sank.",
    ]
    strengths = [FINDER.find(text)[0].strength for text in texts]
    assert strengths == sorted(set(strengths))
    assert strengths[0] == 0


def test_white_space_decides_nothing() -> None:
    """Annotation left double spaces beside what it marked in the training data: no text of a reader has them."""
    text = "Lorn said it would sail if the fog lifted, and the guild could well expect a loss."
    assert probabilities(text) == probabilities(text.replace(" ", "  ")) != []


def probabilities(text: str) -> list[float]:
    return [RULEBOOK.part(ContextModel).probability(text, cue) for cue in RULEBOOK.part(Candidates).find(text)]


@pytest.mark.parametrize("before", ["🛳️ ", "غرقت ", "e\u0301 ", "\ud800\0 ", "İ "])
def test_offsets_count_code_points_of_the_text_as_submitted(before: str) -> None:
    text = before + "it reportedly sank"
    (hedge,) = FINDER.find(text)
    assert text[hedge.start : hedge.end] == hedge.text == "reportedly"


@given(
    st.lists(st.sampled_from(["may", "“", "”", '"', "reportedly", ".", "\n", "it", "was said to", "not clear", "é"]))
)
def test_hedges_are_sorted_and_their_text_is_what_stands_there(words: list[str]) -> None:
    text = " ".join(words)
    hedges = FINDER.find(text)
    assert [hedge.start for hedge in hedges] == sorted(hedge.start for hedge in hedges)
    assert all(text[hedge.start : hedge.end] == hedge.text for hedge in hedges)
    assert all(hedge.scope and 0 <= hedge.scope[0] <= hedge.scope[1] <= len(text) for hedge in hedges)
