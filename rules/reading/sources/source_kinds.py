"""Whether a named source is a person, a body, a group of people or an item such as a post."""

from __future__ import annotations

import re

from rules.provenance import Identity
from rules.provenance.classes import ANONYMOUS, EXPERT, OUTLETS, PARTY, SOCIAL, UNATTRIBUTED, WITNESS
from rules.provenance.making import is_unlisted
from rules.reading.sources.anaphora import COUNTRY, WORD, SourceWords

_RELATIVE = re.compile(r" (?:who|whose) ")  # "a teacher | who fled"
_TOLD = re.compile(r"\b(?:of|for|at|in|from|on|that|which|who|based|with)\b|,")
_BODIES = OUTLETS | {PARTY, SOCIAL}
_PEOPLE, _ONE = frozenset({WITNESS, ANONYMOUS, EXPERT}), frozenset({"a", "an", "one", "another"})
_LONGEST = 4  # words of a person's name


def kind(text: str, identity: Identity, words: SourceWords) -> str:
    """The kind of the source `text`: by its role nouns, else by the form of its bare name, which `identity` is that of.

    "unknown" is one word of which nothing else is known.
    """
    return _by_nouns(text, identity, words) or _by_name(text, identity, words)


def _by_nouns(text: str, identity: Identity, words: SourceWords) -> str | None:
    """The kind that role nouns tell, in its first part or in a gloss; None where they tell nothing."""
    first, unlisted = _RELATIVE.split(text.split(",")[0])[0], is_unlisted(identity)
    if unlisted and " " in identity.name and identity.name in (own := words.own(text)):
        first = own  # "Ana Dovik of the agency"
    found = words.kinds(first)
    if not found and (_gloss(text, words) in {"body", "group"} or text.lower() == f"the {identity.name}".lower()):
        return "body"  # "Fairhand Today, a charity", "the Grand Lorn"
    if not found or (unlisted and identity.class_ in _BODIES):  # "the owner, Marlan Steel"
        return None
    return "person" if "person" in found else found[-1]


def _by_name(text: str, identity: Identity, words: SourceWords) -> str:
    """The kind that the form of a name tells: "Ana Dovik", "the Lorn Herald", "two bakers"."""
    named = WORD.findall(identity.name if is_unlisted(identity) else text.split(",")[0])
    if not identity.named and identity.class_ in _PEOPLE:
        return "person" if _is_one(named, words.own(text)) else "group"
    proper = 0 < len(named) <= _LONGEST and all(word[0].isupper() for word in named) and named[0].lower() != "the"
    bodies = identity.basis == COUNTRY or identity.class_ in _BODIES or ":" not in identity.id  # "White House"
    if not proper or not identity.named or bodies:
        return "body"
    if len(named) == 1 or named[0].rstrip(".").lower() in words.courtesy:
        return "unknown" if identity.class_ == UNATTRIBUTED else "body"
    return "person"


def _is_one(named: list[str], own: str) -> bool:
    """Whether words without a name are one person: "a baker", "the baker", but not "the bakers"."""
    head = WORD.findall(_RELATIVE.split(own)[0])[-1:]
    several = bool(head) and head[0].endswith("s") and not head[0].endswith("ss")
    return bool(named) and (named[0].lower() in _ONE or (named[0].lower() == "the" and not several))


def _gloss(text: str, words: SourceWords) -> str | None:
    """The kind of the noun that a comma adds to a name: "Fairhand Today, a charity that mends nets"."""
    added = WORD.findall(_TOLD.split(text.partition(",")[2])[0])
    return next(iter(words.kinds(added[-1])), None) if added else None
