"""What `bench.certainty` sees of a post, and that what it learns is what it judges by; posts made up here."""

import pytest

from bench._post import PostReader
from bench.certainty import judge, learn
from rules import load_rulebook
from rules.hedging import HedgeFinder

READER = PostReader(load_rulebook().part(HedgeFinder))


def reply(text):
    return READER.features(text, first=False)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("@ann Is the Lug bridge closed?", "question_last"),
        ("@ann Is the Lug bridge closed?", "own_opens_asking"),
        ("@ann Probably only a drill", "own_thinking"),
        ("@ann WONDERING about that bridge", "own_thinking"),
        ("@ann The ferry reportedly sank", "own_hearsay"),
        ("@ann It sank because it was overloaded", "own_reasoning"),
        ("@ann look https://lug.example/ferry", "link_replied"),
        ("RT @ann: ferry gone https://lug.example/ferry", "link_reposted"),
        ("Poor crew “@ann: ferry gone", "reposted"),
        ("@ann", "no_own_words"),
    ],
)
def test_a_feature_shows(text, feature):
    assert reply(text)[feature] == 1


def test_a_word_class_needs_the_whole_word():
    assert reply("@ann The butter boat")["own_contrasting"] == 0


@pytest.mark.parametrize("text", ["RT @ann: maybe the ferry sank?", "“@ann: maybe the ferry sank?” Sad."])
def test_what_is_reposted_is_not_in_own_words(text):
    seen = reply(text)
    assert (seen["own_thinking"], seen["own_question"], seen["question"]) == (0, 0, 1)


def test_the_words_after_a_quoted_post_are_the_authors_own():
    assert reply("“@ann: the ferry sank” Probably nonsense")["own_thinking"] == 1


def test_a_post_that_opens_a_thread_owns_all_its_words():
    seen = READER.features("RT @ann: maybe the ferry sank", first=True)
    assert (seen["own_thinking"], seen["reposted"], seen["first_post"]) == (1, 0, 1)


@pytest.mark.parametrize("text", ["", " ", "@", "https://lug.example", "“@ann:", "RT @"])
def test_a_post_of_almost_nothing_has_features_too(text):
    assert all(0 <= value <= 2 for value in reply(text).values())


def test_labels_are_no_part_of_what_is_seen():
    row = {"text": "@ann Really?", "role": "reply"}
    assert READER.of(row | {"certainty": "certain"}) == READER.of(row | {"certainty": "uncertain"}) == READER.of(row)


def test_what_is_learnt_tells_asking_from_stating():
    rows = [{"text": f"@ann Is ferry {n} late?", "role": "reply", "certainty": "uncertain"} for n in range(20)]
    rows += [{"text": f"@ann Ferry {n} has left", "role": "reply", "certainty": "certain"} for n in range(30)]
    rows += [{"text": f"@ann Ferry {n} left maybe", "role": "reply", "certainty": "somewhat-certain"} for n in range(9)]
    weights = learn(rows, [READER.of(row) for row in rows], "certainty")
    posts = ("@bob Is the Lug tram late?", "@bob The tram has left", "@bob The tram left maybe")
    assert [judge(reply(post), weights) for post in posts] == ["uncertain", "certain", "somewhat-certain"]
