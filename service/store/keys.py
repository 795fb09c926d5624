"""How names are compared: without case, accents' encoding and surplus white space."""

from __future__ import annotations

import unicodedata


def key(name: str | None) -> str | None:
    """The form under which a name is found again.

    >>> key("  Straße  News ")
    'strasse news'
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split()) if name else None
