"""Names that nobody has to read: accounts, addresses, and bodies that are in no list."""

from __future__ import annotations

import pytest

import rules
from rules.provenance import Registry

REGISTRY = rules.load_rulebook().part(Registry)


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("acct:81f3c0", True), ("@verkhny_watch", True), ("north.example", True), ("Port Authority", True),
        ("Vale Hospital", True), ("Russian Officials", False), ("residents of Bala", False), ("residents", False),
        ("A Senior Official", False), ("several sources", False),
    ],
)
def test_what_is_written_as_a_name_names_somebody(name, named):
    assert REGISTRY.identify(name).named is named


def test_accounts_stay_apart_however_alike():
    names = ["acct:02cccd8c", "acct:02cd8c", "acct:0ac41", "acct:0ac14"]
    assert len({REGISTRY.identify(name, class_="social").id for name in names}) == len(names)


def test_a_domain_as_a_source_is_the_outlet():
    assert REGISTRY.identify("reuters.com") == REGISTRY.publisher("reuters.com")
