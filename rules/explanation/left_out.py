"""What a summary says of reports that count for nothing: in a language not read, made up, or about something else."""

from __future__ import annotations

from collections.abc import Sequence

from rules.explanation.wording import listed
from rules.findings import Scene
from rules.matching import OTHER_DAY, OTHER_PLACE, WANTED
from rules.origins import BEFORE, ELSEWHERE, OTHER_MATTER, OWN_ACCOUNT, SILENT, ResolvedReport
from rules.provenance import NOBODY

_LEFT_OUT = {
    BEFORE: "what {} told is older than the event",
    OTHER_DAY: "what {} told is of another day: give its stance if it is not",
    OTHER_PLACE: "what {} told is of another place: give its stance if it is not",
    ELSEWHERE: "what {} told is about something else: give its stance if it is not",
    OTHER_MATTER: "what {} told is of another matter: give its stance if it is not",
    OWN_ACCOUNT: "what {} told is not counted: give its stance if it backs or denies the claim",
    WANTED: "what {} told is only that somebody wants it: give its stance if it is more",
    SILENT: "nothing that {} published was found to tell of it: give its stance if it does",
}


def left_out(scene: Scene) -> tuple[str, str, str]:
    """Parts of a sentence on each kind, empty where there is none of it."""
    return _unread(scene), _made_up(scene), _elsewhere(scene)


def _elsewhere(scene: Scene) -> str:
    """Whose text has nothing to do with the claim, and what to do if it has."""
    left_out = [report for report in scene.reports if report.grounds in _LEFT_OUT]
    if not left_out:
        return ""
    return "; ".join(filter(None, [_about(left_out, grounds, sentence) for grounds, sentence in _LEFT_OUT.items()]))


def _about(left_out: Sequence[ResolvedReport], grounds: str, sentence: str) -> str:
    """A sentence on whoever is left out on some grounds."""
    told_by = {r.identity.name for r in left_out if r.grounds == grounds}
    names = ["an unnamed outlet" if name == NOBODY else name for name in sorted(told_by)]
    return sentence.format(listed(names)) if names else ""


def _unread(scene: Scene) -> str:
    """That a text could not be read for its source, stance and hedges, being in another language; and what to do."""
    languages = sorted({r.unread for r in scene.reports if r.unread})
    return f"text in {listed(languages)} is not read: give its source and stance" if languages else ""


def _made_up(scene: Scene) -> str:
    """Whose stories are parody or hoax."""
    names = [o.identity.name for o in scene.origins if scene.registry.makes_up(o.identity.class_)]
    return f"what {listed(names)} told is made up" if names else ""
