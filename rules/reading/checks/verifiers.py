"""Who checked: named by the words of a verification statement, else by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rules.model import Record, Span
from rules.text.patterns import any_of

PASSIVE = re.compile(
    r"\b(?:be|been|by)\b(?! (?:able|unable))|\b(?:was|were|is|are)(?: not|n['’]t)? (?:\w+ )?(?:\w+ly )?\w+ed\b"
    r"|\bunverified\b"
)
"""Of words of checking those that name first what was checked: "could not be verified"."""
_NAME = r"(?!The\b)[A-Z][\w’'&.-]*"
_NO_NOUN = r"(?:we|which|that|who|there|is|are|was|were|it|they|in|on|and|but) "
_WHENCE = re.compile(r"\b(?:on|in|near|via|from|over|across) (?:the )?$")
"""What leads to a place or a platform: "a clip viewed on X does not show Lorn"."""
_OWNER = rf"(?:(?-i:{_NAME}(?: {_NAME})*)(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,3}}?)?"
"""Whose they are: "Northwire's data team"."""
_WE = re.compile(r"\b(?P<name>[Ww]e)(?: |['’]ve )(?:(?:have|had|then|also) )*$")
_I = re.compile(r"(?:^|[“\"(,;] ?|\b(?:[Aa]nd|[Bb]ut|[Ss]o) )I(?: |['’]ve )(?:(?:have|had|then|also) )*$")
_THEY = re.compile(r"(?:^|[,;“\"] ?|\b(?:and|but) )(?P<name>[Ii]t|[Tt]hey) (?:(?:has|have|had|also|then) )*$")
_FOUND = re.compile(r"\b(?:found|finds?|conclud\w+|determin\w+|establish\w+|show\w*|says?|said|confirm\w*|told)\b")
_IMPERSONAL = re.compile(r"\b(?:im)?possible\b|\bdifficult\b|\bhard\b|\b(?:un)?(?:clear|known|certain)$")
_THIS_PAPER = re.compile(
    r"(?:^|[,;] )(?P<name>(?:[Tt]his|[Oo]ur) (?:(?:news)?paper|magazine|website|outlet|agency|reporters?|newsroom)) "
    r"(?:has|have|had|was|were|could|did|is|are)\b[^.;]*$"
)
_OURSELVES = re.compile(r"(?:^|\W)(?P<name>[Ww]e) [^.;]{0,25}$")


class VerifierWords(Record, frozen=True, kw_only=True):
    """`en/verification.yaml`: nouns for those who check for a living, and what leads from a name to what it did."""

    nouns: tuple[str, ...]
    determiners: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    acts: tuple[str, ...]
    adding: tuple[str, ...]


class Verifiers:
    """Finds whoever checked, by nouns for such bodies and by names; `openers` are capitals that begin a sentence.

    Somebody may do more than one thing: "The agency Lornwatch matched the clips to a bridge, but could not date them".
    """

    def __init__(self, words: VerifierWords, openers: Collection[str]) -> None:
        self._openers = openers
        does, adding = any_of(words.auxiliaries), rf"\b(?:{any_of(words.adding)}) $"
        self._verifier = re.compile(
            rf"\b(?P<name>{_OWNER}(?:[\w-]+ )?(?:{any_of(words.nouns)})(?: (?:at|from|of|with) (?:the )?"
            rf"(?-i:{_NAME}(?: (?:(?:and|of|for)(?: the)? )?{_NAME})*))?)\b[^.;]{{0,25}}$", re.IGNORECASE)
        self._by = re.compile(
            rf"(?: as \w+)? by (?!\w+ing\b|(?:its|his|their|name|sight|way|means|then|now)\b)(?P<by>(?:the )?"
            rf"(?:{_NAME}(?: (?:of the |of |and )?{_NAME})*|(?:[\w-]+ ){{0,3}}?(?:[\w-]+s|{any_of(words.nouns)})\b))")
        self._called = re.compile(rf"\b(?:{any_of(words.nouns)}) (?P<name>{_NAME}(?: {_NAME}){{0,3}}) [^.;]{{0,25}}$")
        self._name_before = re.compile(rf"(?P<name>(?:[Tt]he )?{_NAME}(?: (?:and |of )?{_NAME})*)[^.;]{{0,25}}$")
        self._noun_before = re.compile(
            rf"\b(?P<name>(?:{any_of(words.determiners)}) (?:(?!{_NO_NOUN})[\w’'-]+ ){{0,3}}(?!{_NO_NOUN})[\w’'-]+) $",
            re.IGNORECASE)
        self._did_first = re.compile(
            rf"(?P<name>(?:The )?{_NAME}(?: {_NAME})*) (?:{does})(?: not|n['’]t)? [^,.;]*{adding}")
        self._bodies_first = re.compile(
            rf"^\W*(?P<name>(?:(?:The|An?|Its|Their|Our) )?(?:[\w’'-]+ ){{0,2}}?(?:{any_of(words.nouns)}))\b "
            rf"(?-i:[^.;A-Z]*){adding}", re.IGNORECASE)
        self._did_more = re.compile(
            rf"(?:[\w’'-]+ ){{0,5}}?(?P<name>{_NAME}(?: {_NAME})*) (?:{any_of(words.acts)}|\w+ed) [^.;]*{adding}")

    def of(self, sentence: str, found: Sequence[re.Match[str]], named: bool = False) -> Span | None:
        """Whom the wordings `found` in `sentence` name, else the nearest name or body of checkers before them.

        Where only who is `named` as finding it counts, what else begins the sentence is a thing: "The ballots in the
        video are not genuine", but "Lornwatch found that the video is fake".
        """
        for match in found:
            if by := _named_by(match) or _span(self._by.match(sentence, match.end()), "by"):
                return by
        before = sentence[: found[0].start()]
        if _I.search(before) or _IMPERSONAL.search(found[0][0]):
            return None
        passive = PASSIVE.search(found[0][0])
        first = self._did_first.match(before) or self._bodies_first.match(before)
        first = first or (None if passive else self._did_more.match(before))
        if first:
            return Span(start=first.start("name"), end=first.end("name"), text=first["name"])
        if ours := _WE.search(before) or _THIS_PAPER.search(before) or (not passive and _THEY.search(before)):
            return Span(start=ours.start("name"), end=ours.end("name"), text=ours["name"])
        unnamed = () if passive or named else (self._noun_before, _OURSELVES)
        for pattern in (self._called, self._verifier, self._name_before, *unnamed):
            who = self._name(before) if pattern is self._name_before else pattern.search(before)
            if who and named and not _FOUND.search(before, who.end("name")):
                continue
            if who and (pattern is _OURSELVES or who["name"].lower() not in self._openers):
                return _span(who, "name")
        return None

    def _name(self, before: str) -> re.Match[str] | None:
        """The first name near the wording that may be a subject: not "Those", a place or whoever owns something."""
        who = self._name_before.search(before)
        while who and who["name"].lower() in self._openers:
            who = self._name_before.search(before, who.end("name"))
        return None if who and _is_no_subject(before, who) else who


def _named_by(match: re.Match[str]) -> Span | None:
    """Whom a wording itself names as who checked, in one of its groups "by" and "of"."""
    groups = [name for name in ("by", "of") if name in match.re.groupindex and match[name]]
    return _span(match, groups[0]) if groups else None


def _span(match: re.Match[str] | None, group: str) -> Span | None:
    if match is None:
        return None
    text = match[group].rstrip()
    return Span(start=match.start(group), end=match.start(group) + len(text), text=text)


def _is_no_subject(before: str, named: re.Match[str]) -> bool:
    """Whether a name is that of a place, a platform or whoever something belongs to."""
    return bool(_WHENCE.search(before, 0, named.start("name")) or named["name"].endswith(("'s", "’s")))
