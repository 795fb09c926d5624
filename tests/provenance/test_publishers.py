"""Outlets by domain, account and name, with owner and track record."""

import pytest

from rules import load_rulebook
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)

FOUND = [
    # publisher, url, id
    ("reuters.com", None, "reuters"),
    ("www.reuters.com", None, "reuters"),
    ("Reuters", None, "reuters"),
    ("Sun", None, "the-sun"),
    ("The Telegraph", None, "telegraph"),
    ("news.bbc.co.uk", None, "bbc"),
    ("BBC", "https://example.org/copy", "bbc"),
    (None, "https://www.thesun.co.uk/news/1/x?y=z", "the-sun"),
    (None, "http://edition.cnn.com:80/2023/", "cnn"),
    (None, "https://t.me/BazaBazon/123", "baza"),
    (None, "t.me/rybar", "rybar"),
    ("Lozova Herold", "https://lozova.example/1", "outlet:lozova.example"),
    (None, "https://x.com/lozova_watch/status/1", "outlet:x.com/lozova_watch"),
    (None, "https://www.youtube.com/watch?v=1", "outlet:youtube.com"),
    ("courier.lozova.co.uk", None, "outlet:lozova.co.uk"),
    (None, "https://courier.lozova.example/1", "outlet:lozova.example"),
]


@pytest.mark.parametrize(("publisher", "url", "id_"), FOUND)
def test_an_outlet_is_found(publisher, url, id_):
    assert REGISTRY.publisher(publisher, url).id == id_


def test_no_publisher_is_no_identity():
    assert REGISTRY.publisher(None) is None
    assert REGISTRY.publisher("", "") is None


@pytest.mark.parametrize(("name", "id_"), [
    ("The Onion", "outlet:theonion.com"),
    ("the Babylon Bee", "outlet:babylonbee.com"),
    ("Onion", "name:onion"),
    ("Snopes", "snopes"),
])  # fmt: skip
def test_a_listed_outlet_that_is_cited_is_known_by_its_full_name(name: str, id_: str) -> None:
    assert REGISTRY.identify(name).id == id_


def test_nobody_has_judged_an_unknown_outlet():
    outlet = REGISTRY.publisher("lozova.example")
    assert (outlet.class_, outlet.reliability, outlet.basis) == ("media", "F", "nothing known")


OWNED = [
    ("ria.ru", "state_media", "russia", "D", "state of Russia"),
    ("sputnikglobe.com", "state_media", "russia", "D", "state of Russia"),
    ("kp.ru", "state_media", "russia", "D", "state of Russia"),
    ("presstv.ir", "state_media", "iran", "E", "state of Iran"),
    ("nytimes.com", "media", None, "B", None),
    ("dailymail.co.uk", "media", None, "E", "DMGT"),
    ("youtube.com", "social", None, "E", None),
    ("gbnews.com", "media", None, "E", None),
    ("theonion.com", "satire", None, "E", None),
    ("africacheck.org", "independent_verification", None, "B", None),
    ("factcheck.afp.com", "independent_verification", None, "B", "Agence France-Presse"),
    ("The Beaverton", "satire", None, "E", None),
]


@pytest.mark.parametrize(("domain", "class_", "side", "reliability", "family"), OWNED)
def test_owner_and_track_record_come_from_the_lists(domain, class_, side, reliability, family):
    outlet = REGISTRY.publisher(domain)
    assert (outlet.class_, outlet.side, outlet.reliability, outlet.family) == (class_, side, reliability, family)


@pytest.mark.parametrize(
    "address", ["http://[", "https://", ".", "..", "a b.c", "://x", "http://\ud800.com", "ftp://[::1]/x"]
)
def test_odd_addresses_are_answered(address):
    for given in ((address, None), (None, address)):
        outlet = REGISTRY.publisher(*given)
        assert outlet is None or outlet.class_
