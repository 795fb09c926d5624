"""What the shape of a source's name tells, whatever its words: asides, shares of those asked, whose somebody is."""

from __future__ import annotations

import re

_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old ([A-Z].*)$")
_PARENT = re.compile(r"^(?:a |the )?(mum|mom|mother|dad|father)[- ]of[- ][\w-]+,? (?=(?-i:[A-Z]))", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=\w) \([^()]*\)?")
_AGED = re.compile(r"(?<=\w) \((\d{1,3})\)$")
_PARTY = re.compile(
    r"(?<=[a-z]) \((?:Lab|Labour|Con|Conservative|Lib ?Dem|Liberal Democrats?|LD|Green|Ind|Independent|SNP|Plaid"
    r"|DUP|UUP|SDLP|Sinn Fein|UKIP|Reform(?: UK)?|[DRI](?:-[A-Z][\w.]+)?|(?:[A-Z][\w’'-]* ){1,3}"
    r"(?:Party|Morcha|Front|Congress|Dal|Sena|League|Alliance|Bloc|Democrats|Coalition))\)$"
)
_STATE = re.compile(r", (?:[A-Z]\.[A-Z]\.|(?!(?:Jr|Sr|Inc|Corp|Ltd|Co|Esq)\.)[A-Z][a-z]{1,4}\.), (?=\w)")
_DOING = re.compile(
    r", (?:\w+ly )?[a-z]+ing (?:to|on|in|at|for|from|with|about|an?|the|his|her|its|their|through|by|that|over)\b"
    r"(?!.*(?:anonym|named|authori))"
)
_SAYING = re.compile(
    r", (?:in (?:an?|his|her|its|their) (?:[\w-]+ ){0,2}?(?:statement|letter|interview|speech|email|post|tweet|message)"
    r"|in (?:response|reply|answer|remarks|comments)|when asked)\b"
)
_ABOUT = r"(?:(?:about|nearly|almost|some|only|just|roughly|over|more than|fewer than|less than|at least) )*"
_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)"
_SHARE = re.compile(
    rf"{_ABOUT}(?:{_NUMBER} ?(?:%|percent|per cent)|{_NUMBER} (?:in|out of) {_NUMBER}|half"
    rf"|(?:{_NUMBER}[ -]|a )?(?:thirds?|quarters?|fourths?|fifths?))",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"((?:(?:[Tt]h|[Aa]n?\b|[Ii]t|[Hh]is|[Hh]er)|[A-Z][^,]*[’'])[^,]*\b[a-z]{3,}\b[^,]*), "
    r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3})"
)
_BODY = r"(?:[Tt]he )?((?:(?!of |for |at |in |to )[\w&.-]+ ){0,3}[\w&.-]+?)"
_OWNED = re.compile(rf"{_BODY}(?:[’']s|(?<=s)[’']) ((?:[A-Z][\w’.-]+ ){{1,2}}[A-Z][\w’-]+)")


def apposed(text: str) -> str:
    """The name behind the office of whoever has it: of "the governor of Lorn, Ana Dovik" it is "Ana Dovik"."""
    found = _APPOSED.fullmatch(text)
    return found[2] if found else ""


def trimmed(name: str) -> str:
    """A name without brackets, the state of a town and what somebody is just doing, his age or office behind it.

    >>> trimmed("24-year-old Ana Dovik (G-Lorn), speaking to reporters")
    'Ana Dovik, 24'
    """
    name = _AGED.sub(r", \1", _PARTY.sub(", MP", name))
    name = _PARENT.sub(lambda found: f"{found[1].lower()} ", name)
    name = _AGE_BEFORE.sub(r"\2, \1", _DOING.split(_SAYING.split(_STATE.sub(" ", _ASIDE.sub("", name)))[0])[0])
    office = _APPOSED.fullmatch(name)
    return f"{office[2]}, {office[1]}" if office else name


def is_share(name: str) -> bool:
    """Whether a name is only a share of those who were asked: "about 47%", "six in ten"."""
    return _SHARE.fullmatch(name) is not None


def owned(name: str) -> tuple[str, str] | None:
    """A body and somebody of it: "the Oar's Ana Dovik"."""
    match = _OWNED.fullmatch(name)
    return (match[1], match[2]) if match else None
