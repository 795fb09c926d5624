"""Posts on social media: whom they answer speaks not, and what they pass on is said by whoever posted it first."""

from __future__ import annotations

import pytest

from rules import load_rulebook
from rules.model import Case
from rules.reading import read_statement
from rules.reading.reports.posts import Posts
from rules.scoring import assess

RULEBOOK = load_rulebook()


def names(post: str) -> list[str]:
    return [link.name for link in read_statement(post, RULEBOOK).chain]


@pytest.mark.parametrize(("post", "chain"), [
    ("RT @SkyNews: The ferry has sunk off Lorn https://t.co/a1B2", ["Sky News"]),
    ("RT @northdesk The ferry has sunk off Lorn", ["@northdesk"]),
    ("How awful. RT@northdesk: The ferry has sunk off Lorn", ["@northdesk"]),
    ("“@northdesk: The ferry has sunk off Lorn” what a day", ["@northdesk"]),
    ("RT @lornlad: RT @Reuters: the ferry has sunk", ["Reuters"]),
    ("RT @lornlad: The ferry has sunk via @AFP #lorn", ["Agence France-Presse"]),
    ("The ferry has sunk off Lorn, two dead via @BBCBreaking #lorn", ["BBC"]),
    ("So sad RT @northdesk: Police say the ferry has sunk", ["@northdesk", "Police"]),
    ("@northdesk @lornlad The ferry has sunk off Lorn", []),
    ("@northdesk Residents said the ferry has sunk off Lorn", ["Residents"]),
    ("@northdesk says the ferry has sunk off Lorn", ["@northdesk"]),
    ("@northdesk say that again", []),
    ("The ferry has sunk off Lorn https://t.co/a1B2", []),
    ("Write to ana@northdesk.example: the ferry has sunk", []),
])
def test_who_says_what_a_post_tells(post, chain):
    assert names(post) == chain


def test_a_reposted_agency_is_not_the_broadcaster_of_that_name():
    found = assess(Case(text="RT @AP: The ferry has sunk off Lorn"), RULEBOOK)
    assert [(origin.name, origin.class_) for origin in found.origins] == [("Associated Press", "media")]


def test_what_stands_behind_a_closed_quotation_is_the_posters_own():
    (turn,) = Posts(RULEBOOK).turns("“@northdesk: The ferry sank” no it did not")
    assert (turn.start, turn.end) == (12, 27)


def test_spans_of_a_post_are_those_of_the_text_as_submitted():
    post = "@lornlad @northdesk Residents reportedly heard two blasts"
    report = read_statement(post, RULEBOOK)
    assert all(post[hedge.start : hedge.end] == hedge.text for hedge in report.hedges)
    assert post[report.claim.start : report.claim.end] == report.claim.text


def test_what_stands_behind_a_post_in_an_article_is_the_articles_own():
    body = "The harbour office closed both piers. Divers searched the basin until dark and found nothing at all. " * 6
    post = "RT @northdesk: The ferry has sunk off Lorn"
    article = f"The ferry Arna was late on Monday.\n\n{post}\n\n{body}\n\nMore via @lornlad"
    (turn,) = Posts(RULEBOOK).turns(article)
    assert article[turn.start : turn.end].strip() == "The ferry has sunk off Lorn"
