"""The stance that an origin holds where its reports differ: the latest, or without dates the more cautious one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rules.model import Interest, Stance
from rules.origins.resolve import ResolvedReport

CAUTION = (Stance.DENIES, Stance.CANNOT_VERIFY, Stance.UNRELATED, Stance.UPDATES, Stance.SUPPORTS)
FIRST_DENIED = "before, it was denied by the same"
SAYS_BOTH = "both are reported; as not every report has a date, the denial counts"
ADMITS_NOW = "both are reported; as a denial mostly comes before an admission, the admission counts"


class Held(NamedTuple):
    """The stance of an origin, whether it withdrew support, and what there is to say of one that changed its mind."""

    stance: Stance
    withdrawn: bool = False
    wavers: str = ""


def stance_held(reports: Sequence[ResolvedReport]) -> Held:
    """The latest stance among the reports of one origin, and whether it withdrew support by denying later.

    Without dates the more cautious stance holds, but an admission against interest over a denial; nothing counts as
    withdrawn.
    """
    stances = {r.stance for r in reports}
    if len(stances) == 1:
        return Held(stances.pop())
    bearing = stances & {Stance.SUPPORTS, Stance.DENIES}
    if len(bearing) == 2:
        return _last_word(reports)
    if bearing:
        return Held(bearing.pop())
    return Held(min(stances, key=CAUTION.index))


def _last_word(reports: Sequence[ResolvedReport]) -> Held:
    supports = [r.published_at for r in reports if r.stance is Stance.SUPPORTS]
    denies = [r.published_at for r in reports if r.stance is Stance.DENIES]
    if not (all(supports) and all(denies)):
        return Held(Stance.SUPPORTS, wavers=ADMITS_NOW) if _admit(reports) else Held(Stance.DENIES, wavers=SAYS_BOTH)
    last_support, last_denial = max(filter(None, supports)), max(filter(None, denies))
    if last_support > last_denial:
        return Held(Stance.SUPPORTS, wavers=FIRST_DENIED)
    return Held(Stance.DENIES, withdrawn=last_denial > last_support)


def _admit(reports: Sequence[ResolvedReport]) -> bool:
    return any(r.admits and r.stance is Stance.SUPPORTS and r.interest is Interest.AGAINST_INTEREST for r in reports)
