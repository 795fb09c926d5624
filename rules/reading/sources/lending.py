"""Completes sources from the organisation named before: who "a spokesman" or "its leader, Ana Dovik" speaks for."""

from __future__ import annotations

import msgspec

from rules.provenance import Registry
from rules.provenance.classes import OFFICIAL, OUTLETS, PARTY, UNATTRIBUTED
from rules.reading.sources.anaphora import WORD
from rules.reading.sources.antecedents import BODIES, NO_BODIES, Antecedents, stems
from rules.reading.sources.names import Voice

HOLDERS = frozenset({OFFICIAL, PARTY})
"""Classes of those who may speak for a body that their words do not name."""


class Lender:
    """Lends what the bodies of one text have to those who speak for them; `others` are the voices of the text."""

    def __init__(self, registry: Registry, others: Antecedents) -> None:
        self._registry, self._others = registry, others

    def lent(self, voice: Voice) -> Voice:
        """The voice of the organisation named just before; a spokesman with a name takes only its class and side.

        An organisation of which nothing else is known counts as a firm, and so as a party.
        """
        found = self._others.near(voice, _has_spokesmen)
        if found is None and self._others.near(voice, _holds) is None:
            found = self._others.near(voice, _is_body)
        if found is None:
            return voice
        unknown = found.identity.class_ == UNATTRIBUTED
        if voice.identity.class_ == PARTY and found.identity.class_ == OFFICIAL:  # "its leader" of no state
            return voice
        body = self._registry.identify(found.text, class_=PARTY) if unknown else found.identity
        named = msgspec.structs.replace(
            voice.identity, class_=body.class_, side=body.side, reliability=body.reliability
        )
        return msgspec.structs.replace(voice, identity=named if voice.identity.named else body)

    def sided(self, voice: Voice) -> Voice:
        """An official body such as "the defence ministry" as the nearest one of that name with a known side, if any."""
        words = [w.removesuffix("s") for w in WORD.findall(voice.text.lower())]

        def fits(other: Voice) -> bool:
            official = other.identity.side is not None and other.identity.class_ == OFFICIAL
            return official and {*words} - {"the"} <= stems(other)

        far = [*filter(fits, self._others.called(voice, words[-1]))]
        of_one = far[:1] if len({other.identity.id for other in far}) == 1 else []
        for other in (*filter(fits, self._others.before(voice)), *of_one):
            return msgspec.structs.replace(other, start=voice.start, end=voice.end, speaks=True)
        return voice


def _is_body(voice: Voice) -> bool:
    return voice.kind in BODIES and voice.identity.class_ not in NO_BODIES


def _holds(voice: Voice) -> bool:
    return voice.speaks and voice.identity.class_ in HOLDERS


def _has_spokesmen(voice: Voice) -> bool:
    """Whether a body is likely one that others speak for, which an outlet that reports on it seldom is."""
    return _is_body(voice) and voice.identity.class_ not in OUTLETS
