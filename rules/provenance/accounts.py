"""Accounts on social platforms by their handle: "@SkyNews" is Sky News, "@BBCBreaking" the BBC."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules.model import Record
from rules.provenance.classes import SOCIAL
from rules.provenance.making import IdentityMaker
from rules.provenance.outlets import Outlets
from rules.provenance.publishers import ON_PLATFORM, Publishers
from rules.provenance.records import Identity
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

HANDLE = re.compile(r"@\w+")
_SIGNS = re.compile(r"[\W_]+")
_PLAIN = re.compile(r"[A-Za-z][\w.&' -]*")


class AccountEndings(Record, frozen=True, kw_only=True):
    """`en/account_endings.yaml`: what outlets add to their names, in small letters."""

    endings: tuple[str, ...]


class Accounts:
    """Whose account a handle names. One that nobody in the registry is called by is somebody's on social media.

    >>> Accounts(Rulebook()).of("@SkyNews").name, Accounts(Rulebook()).of("@dovik_81").class_
    ('Sky News', 'social')
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._publishers, self._make = rulebook.part(Publishers), rulebook.part(IdentityMaker)
        self._endings = rulebook.table("en/account_endings.yaml", AccountEndings).endings
        organisations = rulebook.part(Tables).organisations.values()
        outlets = rulebook.part(Outlets).by_domain.values()
        self._bearers = {key: o.domain for o in reversed(outlets) for key in _keys(o.name)}
        for organisation in organisations:
            names = (*organisation.aliases, organisation.name)
            self._bearers |= dict.fromkeys(_keys(*filter(_PLAIN.fullmatch, names)), organisation.name)

    def of(self, handle: str) -> Identity:
        """Who writes under a handle, which begins with "@"."""
        bearer = next(filter(None, map(self._bearers.get, self._stems(_squeezed(handle)))), None)
        known = self._publishers.find(bearer, None) if bearer else None
        return known or self._make.of_class(f"account:{handle.lower()}", handle, SOCIAL, None, ON_PLATFORM)

    def _stems(self, account: str) -> Iterator[str]:
        """The account's name as it stands, then without what an outlet adds to its own."""
        yield account
        for ending in self._endings:
            if account.endswith(ending):
                yield account.removesuffix(ending)


def _keys(*names: str) -> tuple[str, ...]:
    """The accounts that bearers of these names may have, with and without their article."""
    return tuple(_squeezed(spelled) for name in names for spelled in (name, name.removeprefix("The ")))


def _squeezed(name: str) -> str:
    return _SIGNS.sub("", name).casefold()
