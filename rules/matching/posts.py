"""Posts as they are embedded in web pages: links and the signature at the end are taken off, its name is kept."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINK = re.compile(r"(?:https?://|(?:pic\.twitter|t)\.co(?:m)?/)\S+", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"\s*[—–-]\s*(?P<name>[^—]{0,60}?)\s*\(@\w+\)\s*(?P<date>[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d)?\s*$"
)


class Post(NamedTuple):
    """What a post says, who signs it and when, each empty where unknown."""

    text: str
    author: str
    date: str


def read_post(text: str) -> Post:
    """Take a post apart; any other text comes back as it is, without links.

    >>> read_post("The bridge is gone! pic.twitter.com/Xy1 — Ada Lovell (@adal) May 3, 2021")
    Post(text='The bridge is gone!', author='Ada Lovell', date='May 3, 2021')
    """
    plain = " ".join(_LINK.sub(" ", text).split())
    signature = _SIGNATURE.search(plain)
    if signature is None:
        return Post(plain, "", "")
    return Post(plain[: signature.start()], signature["name"], signature["date"] or "")
