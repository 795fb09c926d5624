"""Tells accounts, web addresses and capitalised names of unlisted organisations, which are taken as they stand.

"Port Authority" names an organisation though "authority" is a head noun; "Russian officials" and "Officials in Bala"
name nobody in particular.
"""

from __future__ import annotations

import re

from rules.provenance.lexicon import Lexicon

_HANDLE = re.compile(r"\S*(?:[@:/_]|\.\w|\d)\S*")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'&.-]*")
_SOMEWHERE = re.compile(r"\w+ (?:in|from|near|across|around|at) ")
_SMALL = frozenset({"the", "of", "and", "for", "in", "on", "de", "la", "al", "el", "&"})


def is_handle(name: str) -> bool:
    """Whether a name is one word with signs or digits in it, such as an account or a domain.

    >>> is_handle("acct:81f3"), is_handle("north.example"), is_handle("residents")
    (True, True, False)
    """
    return _HANDLE.fullmatch(name) is not None and not name.isdigit()


def is_domain(name: str) -> bool:
    """Whether a name is the address of a site: `north.example`."""
    return _DOMAIN.fullmatch(name) is not None


def is_body(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is one organisation's: all words but small ones have capitals, and one of them is unlisted.

    The first capital may be that of a sentence; somebody who is only said to be somewhere is nobody in particular.
    """
    words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL]
    if len(words) < 2 or _SOMEWHERE.match(name) or not all(word[0].isupper() for word in words):
        return False
    return any(lexicon.keys.of(word) not in lexicon.words for word in words)


def plain_key(name: str) -> str:
    """The key of a name that is compared as it stands, but for case and white space."""
    return " ".join(name.casefold().split())
