"""Makes voices of names: who they are and whether they are persons or bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from rules.model import Span
from rules.provenance import Identity, Registry
from rules.provenance.bases import SLIGHT
from rules.provenance.classes import OFFICIAL, PARTY, SOCIAL, UNATTRIBUTED
from rules.provenance.making import is_unlisted
from rules.reading.sources.anaphora import SourceWords
from rules.reading.sources.evidence import HEAD_ENDS
from rules.reading.sources.names import Voice
from rules.reading.sources.people import Genders
from rules.reading.sources.seats import Seats
from rules.reading.sources.source_kinds import kind

_NEAR = 3
_ADVOCATES = (PARTY, OFFICIAL)  # a lawyer, and one of those who prosecute


class VoiceMaker:
    """Makes the voices of one text that begins its sentences at these places.

    `parts` are the classes of those in a trial.
    """

    def __init__(
        self,
        words: SourceWords,
        registry: Registry,
        genders: Genders,
        text: str,
        sentences: Sequence[int],
        parts: Mapping[str, str],
    ) -> None:
        self._words, self._registry, self._genders, self._parts = words, registry, genders, parts
        self._starts, self._seats = frozenset(sentences), Seats(words.seats, registry, text, sentences)

    def of(self, span: Span, identity: Identity, speaks: bool = True) -> Voice:
        """The voice of whom `span` names; "the head of Ana Dovik's campaign, Tom Orr" is not Ana Dovik."""
        if (name := self._words.shapes.apposed(span.text)) and self._registry.is_person(identity.name):
            identity = self._registry.identify(name)
        return Voice(
            start=span.start, end=span.end, text=span.text, identity=identity, speaks=speaks, apposed=name,
            kind="person" if name or self._is_known_person(span.text, identity)
            else kind(span.text, self._bare(span.text, identity), self._words),
            gender=self._genders.of(span.text, identity.name),
        )  # fmt: skip

    def _is_known_person(self, text: str, identity: Identity) -> bool:
        """Whether a name is that of a person in the registry, and not of somebody who works for one: "aides to Putin".
        """
        own = self._words.own(text)
        return identity.named and not is_unlisted(identity) and self._registry.is_person(own)

    def _bare(self, text: str, identity: Identity) -> Identity:
        """Who a name is without titles and asides: "lead author Ana Dovik, a biologist" is one person."""
        name = identity.name if is_unlisted(identity) else text.partition(",")[0]
        return self._registry.identify(name) if identity.named else identity

    def seated(self, span: Span) -> Voice | None:
        """The office that sits where its sentence begins: "In Lorn, the army …"."""
        identity = self._seats.seated(span, self._registry.identify(span.text))
        return self.of(span, identity) if identity.side else None

    def identified(self, span: Span) -> Identity:
        """Who a name is, of the side of the place that begins its sentence: "In Lorn, minister Ana Dovik …"."""
        return self._seats.seated(span, self._identified(span))

    def _identified(self, span: Span) -> Identity:
        """Who a name is; the capital that begins a sentence makes no name of a noun: "Ferry firm Bluewater"."""
        found = self._registry.identify(span.text)
        if (not found.named or is_unlisted(found)) and self._is_recording(span.text):
            return msgspec.structs.replace(self._registry.identify(None, class_=SOCIAL), name=span.text)
        part = self._parts.get(found.name) if " " in found.name else None
        if part and (found.class_ == UNATTRIBUTED or found.basis in SLIGHT or (found.class_, part) == _ADVOCATES):
            return self._registry.identify(found.name, class_=part)
        if not is_unlisted(found) or span.start not in self._starts or not self._opens_with_noun(span.text, found):
            return found
        lowered = self._registry.identify(span.text[0].lower() + span.text[1:])
        shorter = lowered.named and lowered.class_ == found.class_ and found.name.endswith(f" {lowered.name}")
        return lowered if shorter else found

    def _opens_with_noun(self, text: str, found: Identity) -> bool:
        """Whether a name begins with a noun: "Ferry firm Bluewater", "Engineer Ana Dovik", but not "Tasker Mill Co"."""
        first, _, rest = text.partition(" ")
        return rest[:1].islower() or self._registry.identify(first.lower()).class_ == found.class_

    def _is_recording(self, text: str) -> bool:
        """Whether a source is a recording: "A viral video shared on Facebook", but no "video editor"."""
        words = [*text.lower().split(), "of"]
        noun = next((k for k, word in enumerate(words[:_NEAR]) if word in self._words.recordings), None)
        return noun is not None and HEAD_ENDS.fullmatch(words[noun + 1]) is not None

    def told(self, voice: Voice) -> Voice | None:
        """The voice of an otherwise unknown name, with the class that the text gives it in passing."""
        name = voice.identity.name
        told = self._parts.get(name) or self._parts.get(name.rpartition(" ")[2])
        class_ = told if voice.identity.class_ == UNATTRIBUTED and voice.identity.named else None
        known = self._registry.identify(voice.identity.name, class_=class_) if class_ else None
        return msgspec.structs.replace(voice, identity=known) if known else None
