"""Who the names of one text are: known sources, those introduced in passing, and short forms of full names."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rules.model import Link, Span
from rules.provenance import Identity, Mention, Registry
from rules.provenance.classes import OFFICIAL, UNATTRIBUTED
from rules.provenance.making import is_unlisted
from rules.reading.sources.anaphora import COUNTRY, SourceWords
from rules.reading.sources.casting import Cast
from rules.reading.sources.lending import HOLDERS, Lender
from rules.reading.sources.names import Names, Voice
from rules.reading.sources.short_names import own_acronyms
from rules.reading.sources.voices import VoiceMaker


class NamedVoices:
    """Makes voices of the names of one text and remembers them, so ask in the order of the text.

    `by_surname` are the people whom a surname alone means, once they are known.
    """

    def __init__(self, words: SourceWords, registry: Registry, maker: VoiceMaker, lender: Lender) -> None:
        self._words, self._registry, self._maker, self._lender = words, registry, maker, lender
        self._names = Names()
        self._publisher: Voice | None = None
        self._acronyms: Mapping[str, Identity] = {}
        self.by_surname: Mapping[str, Voice] = {}

    def cast(self, cast: Cast, text: str) -> tuple[list[Voice], list[Voice]]:
        """The voices of whom a text names, and of whom it introduces in passing; its bodies are remembered."""
        self._acronyms = own_acronyms(text, self._registry)
        named = [self._of_mention(mention, text) for mention in cast.mentions]
        named += [self.of(name, speaks=False) for name in cast.names]
        introduced = [self.of(name, speaks=False) for name in cast.introductions]
        for role, body in cast.bodies:
            self._add_body(role, body)
        return named, introduced

    def full(self, voice: Voice) -> Voice | None:
        """Whoever bears the full name of which a voice has a short form, if the text has it."""
        return self._names.full(voice)

    def of(self, span: Span, speaks: bool = True) -> Voice:
        """Who a name is; a short form, such as a surname alone, is resolved to the full name in the text."""
        if (own := self._publisher) and _is_short_for(span.text, own.identity.name):
            return msgspec.structs.replace(own, start=span.start, end=span.end, text=span.text, speaks=speaks)
        voice = self._maker.of(span, self._bearer(span.text) or self._maker.identified(span), speaks)
        if speaks and voice.identity.basis == COUNTRY and (who := self.by_surname.get(span.text)):  # Mark Cuban
            return msgspec.structs.replace(who, start=span.start, end=span.end, text=span.text, speaks=True, lag=0)
        if span.text.lower().startswith("the ") and voice.identity.class_ == OFFICIAL and voice.identity.side is None:
            voice = self._lender.sided(voice)
        if speaks and voice.identity.class_ in HOLDERS and self._words.speaks_for_other(span.text):
            voice = self._lender.lent(voice)
        full = self._names.full(voice) or self._maker.told(voice)
        if (full or voice).identity.class_ == UNATTRIBUTED:
            full = self._of_body(voice) or full
        self._names.add(msgspec.structs.replace(full or voice, speaks=speaks))
        return msgspec.structs.replace(full or voice, start=span.start, end=span.end, text=span.text, speaks=speaks)

    def _bearer(self, text: str) -> Identity | None:
        """Who bears the acronym that ends a name, if the text gives it to a body of its own."""
        return self._acronyms.get(text.rpartition(" ")[2]) if self._acronyms else None

    def add_publisher(self, publisher: Link) -> None:
        """Remembers the outlet itself, which a text may call by a part of its name: "told the Post"."""
        known = self._registry.identify(publisher.name, class_=publisher.class_, side=publisher.side)
        span = Span(start=0, end=0, text=publisher.name)
        voice = self._maker.of(span, msgspec.structs.replace(known, name=publisher.name), speaks=False)
        self._names.add_publisher(voice)
        self._publisher = voice

    def _add_body(self, role: Span, body: Span) -> None:
        """Remembers an unknown organisation as a party, because of the role that somebody has in it.

        One with an army or a government is a state.
        """
        identify = self._registry.identify
        class_ = OFFICIAL if self._words.is_organ(role.text) else identify(role.text).class_
        if class_ not in HOLDERS or (class_ == OFFICIAL and not self._words.is_organ(role.text)):
            return
        known = identify(body.text)
        if known.class_ != UNATTRIBUTED:
            if known.named and is_unlisted(known):  # "Lorn" is short for "Lorn United"
                self._names.add(self._maker.of(body, known, speaks=False))
            return
        full = self._names.full(self._maker.of(body, identify(body.text)))
        for name in {body.text, full.identity.name if full else body.text}:
            self._names.add(self._maker.of(body, identify(name, class_=class_), speaks=False), whole=True)

    def _of_body(self, voice: Voice) -> Voice | None:
        """Somebody of a body of which the text tells elsewhere: "analysts at Fenn Capital …  | Fenn's Ana Dovik"."""
        of = self._words.shapes.owned(voice.text) if voice.identity.class_ == UNATTRIBUTED else None
        body = Span(start=voice.start, end=voice.start + len(of[0]), text=of[0]) if of else None
        found = self._names.full(self._maker.of(body, self._registry.identify(body.text))) if body else None
        if found is None or found.kind == "person" or found.identity.class_ == UNATTRIBUTED:
            return None
        known = self._registry.identify(voice.identity.name, class_=found.identity.class_, side=found.identity.side)
        return msgspec.structs.replace(voice, identity=known)

    def _of_mention(self, mention: Mention, text: str) -> Voice:
        span = Span(start=mention.start, end=mention.end, text=text[mention.start : mention.end])
        voice = self._maker.of(span, self._bearer(span.text) or mention.identity, speaks=False)
        self._names.add(voice)
        return voice


def _is_short_for(text: str, publisher: str) -> bool:
    """Whether "the Observer" is the outlet itself, "The Lorn Observer", rather than another that is called so."""
    the, _, name = text.partition(" ")
    return the.lower() == "the" and publisher.endswith(f" {name}") and name[:1].isupper()
