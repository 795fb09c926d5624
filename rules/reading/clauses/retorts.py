"""Retorts: "denied the allegation", "confirmed the report" have no content of their own but answer a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rules.model import ReadReport, Stance
from rules.reading.checks.answered import FAR, before, is_said, said_last
from rules.reading.checks.check_words import CHECKS
from rules.reading.syntax.wording import Wording, wordings
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act

FILE = "en/retorts.yaml"
_LABEL = re.compile(r"\w[ ,]+[\"“‘']| as ")
_OWNER = re.compile(r"\W*(?:the |an? )?(?P<name>\w[\w -]{2,40}?)(?:['’]s|s['’]) (?!own)", re.IGNORECASE)
_MARKS = " \t\n\"'“”‘’«».,;:"
_PRONOUN = re.compile(r"(?:it|this|that|these|them)\b", re.IGNORECASE)
_BESIDE, _ENDS = 60, re.compile(r"[.!?]\W+\w.*[.!?]|\n", re.DOTALL)  # between a statement and its answer
_STANCES = (Stance.SUPPORTS, Stance.DENIES)
_WORD, _BEGINNING = re.compile(r"[^\W\d_]{4,}"), 4  # of words: "exit", "exits"
_CALLED = "predicate"  # the wording of "that claim is false"
_LONGEST = 150  # characters of a claim that only points back


class Retorts:
    """Finds the reports that a retort means."""

    def __init__(self, rulebook: Rulebook) -> None:
        entries = wordings(rulebook, FILE, Wording)
        words = rulebook.part(clause_words)
        self._empty = words.auxiliaries | words.do_have | words.be | words.relatives | words.subordinates | words.days
        self._pattern = re.compile("|".join(f"(?:{entry.pattern})" for entry in entries), re.IGNORECASE)
        called = next(entry.pattern for entry in entries if entry.id == _CALLED)
        self._called = re.compile(called, re.IGNORECASE)

    def points_back(self, claim: str) -> bool:
        """Whether a claim only names what was said before.

        >>> Retorts(Rulebook()).points_back("those allegations")
        True
        """
        return len(claim) <= _LONGEST and self._pattern.fullmatch(claim.strip(_MARKS)) is not None

    def aimed(self, reports: Sequence[ReadReport], text: str) -> list[ReadReport]:
        """The reports, each retort with the indexes of those that it answers, if any."""
        return [
            msgspec.structs.replace(report, applies_to=self._answered(index, reports, text))
            if self._is_retort(report, text) else self._called_wrong(index, reports, text)
            for index, report in enumerate(reports)
        ]

    def _called_wrong(self, index: int, reports: Sequence[ReadReport], text: str) -> ReadReport:
        """The report; what the outlet itself calls wrong is what somebody has just said: "That claim is false"."""
        report, said = reports[index], reports[index - 1 : index]
        own = all(link.start is None for link in report.chain) and report.act != CHECKS
        near = own and all(is_said(r) and "\n" not in text[r.claim.end : report.claim.start] for r in said)
        called = self._called.fullmatch(report.claim.text.strip(_MARKS)) if said and near else None
        if called is None or _is_true(called):
            return report
        return msgspec.structs.replace(report, stance=Stance.DENIES, act=str(Act.DENIAL), applies_to=(index - 1,))

    def _answered(self, index: int, reports: Sequence[ReadReport], text: str) -> tuple[int, ...]:
        """What the last other speaker before it said, of which only the accusations where it calls them that."""
        answering = reports[index].chain[-1].name
        if owned := self._owned(index, reports, text):
            return owned
        said = [i for i in before(index) if is_said(reports[i]) and not self._is_retort(reports[i], text)]
        others = [i for i in said if reports[i].chain[-1].name != answering]
        pointing = self._pattern.fullmatch(_said(reports[index], text).strip(_MARKS))
        noun = pointing and pointing["published"]
        published = [i for i in others if noun and noun.lower() in _sentence(reports[i], text)]
        meant = self._reasoned(index, reports, text) or self._just_told(index, reports, text)
        meant = meant or said_last(reports, published or others, text)
        accused = tuple(i for i in meant if reports[i].act == Act.ACCUSATION)
        if pointing and pointing["blamed"]:
            return accused or tuple(i for i in meant if self._names(reports[i].claim.text, answering))
        return accused if accused and pointing and pointing["accuses"] else meant

    def _just_told(self, index: int, reports: Sequence[ReadReport], text: str) -> tuple[int, ...]:
        """What the outlet itself states just before: "The mayor has resigned. His office denies it"."""
        told, retort = reports[index - 1 if index else index], reports[index]
        own = all(link.start is None for link in told.chain) and told.act != CHECKS and told.stance is Stance.SUPPORTS
        beside = text[told.claim.end : retort.claim.start]
        near = own and len(beside) < _BESIDE and _ENDS.search(beside) is None
        return (index - 1,) if near and _PRONOUN.match(_said(retort, text).strip(_MARKS)) else ()

    def _names(self, claim: str, name: str) -> bool:
        """Whether a claim has a longer word of a name: "Russia blew it up" of "Government of Russia"."""
        return not set(_WORD.findall(claim.lower())).isdisjoint(_WORD.findall(name.lower()))

    def _reasoned(self, index: int, reports: Sequence[ReadReport], text: str) -> tuple[int, ...]:
        """The earlier statement that shares most words with the reason given next: "rejected this. “No door was
        locked”".
        """
        reason = self._telling(reports[index + 1], text) if _has_reason(index, reports, text) else frozenset()
        speaker = reports[index].chain[-1:]
        whatever = _PRONOUN.match(_said(reports[index], text).strip(_MARKS)) is not None  # "the claim" is somebody's
        others = [i for i in before(index) if reports[i].act != CHECKS and reports[i].chain[-1:] != speaker
                  and (whatever or reports[i].cue) and not self._is_retort(reports[i], text)]
        shared = [(len(reason & self._telling(reports[i], text)), i) for i in others]
        most, meant = max(shared, default=(0, 0))
        return (meant,) if most else ()

    def _telling(self, report: ReadReport, text: str) -> frozenset[str]:
        """The beginnings of the longer words of what is said."""
        words = _WORD.findall(text[report.claim.start : report.claim.end].lower())
        return frozenset(word[:_BEGINNING] for word in words if word not in self._empty)

    def _owned(self, index: int, reports: Sequence[ReadReport], text: str) -> tuple[int, ...]:
        """The statements, before or after, of whoever is said to own the account: "contradicting the army's account".
        """
        owner = _OWNER.match(_said(reports[index], text))
        if owner is None:
            return ()
        near = range(max(0, index - FAR), min(len(reports), index + FAR))
        said = [i for i in near if i != index and is_said(reports[i]) and not self._is_retort(reports[i], text)]
        return tuple(i for i in said if owner["name"].lower() in reports[i].chain[-1].name.lower())

    def _is_retort(self, report: ReadReport, text: str) -> bool:
        """Whether the claim only points back."""
        if report.cue is None or not report.chain or report.stance not in _STANCES:
            return False
        said = _said(report, text)
        labels = report.stance is Stance.SUPPORTS and _LABEL.search(said) is not None  # "sabotage" backs nothing
        return not labels and self.points_back(said)


def _is_true(called: re.Match[str]) -> bool:
    """Whether a statement is called right, not wrong."""
    return (called["right"] is not None) is (called["negated"] is None)


def _has_reason(index: int, reports: Sequence[ReadReport], text: str) -> bool:
    """Whether what somebody says next stands in the same paragraph as a retort."""
    following = reports[index + 1 : index + 2]
    return any(r.cue and "\n" not in text[reports[index].sentence.start : r.claim.start] for r in following)


def _said(report: ReadReport, text: str) -> str:
    """The claim, or what of it stands after its cue: "The bank denied | it"."""
    claim, cue = report.claim, report.cue
    start = cue.end if cue and claim.start <= cue.start < claim.end else claim.start
    return text[start : claim.end]


def _sentence(report: ReadReport, text: str) -> str:
    return text[report.sentence.start : report.sentence.end].lower()
