"""Accounts on platforms: of whom the registry knows, else of somebody on social media; short links lead to nobody."""

from __future__ import annotations

import pytest

from rules import load_rulebook
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)


@pytest.mark.parametrize(("handle", "name", "class_"), [
    ("@SkyNews", "Sky News", "media"),
    ("@BBCBreaking", "BBC", "media"),
    ("@guardian", "The Guardian", "media"),
    ("@AP", "Associated Press", "media"),
    ("@RT_com", "RT", "state_media"),
    ("@lorn_lad81", "@lorn_lad81", "social"),
])
def test_whose_account_a_handle_names(handle, name, class_):
    found = REGISTRY.identify(handle)
    assert (found.name, found.class_) == (name, class_)


def test_an_account_of_nobody_known_is_the_same_in_any_case():
    assert REGISTRY.identify("@LornLad").id == REGISTRY.identify("@lornlad").id


def test_a_given_class_wins():
    assert REGISTRY.identify("@SkyNews", class_="party").class_ == "party"


@pytest.mark.parametrize("url", ["https://t.co/x1a5", "http://bit.ly/2Abc", "https://www.tinyurl.com/abc"])
def test_nobody_knows_where_a_short_link_leads(url):
    assert REGISTRY.behind(url) is None
