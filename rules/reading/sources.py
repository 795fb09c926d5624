"""Who a source span stands for: names as they are, pronouns and role nouns by what was named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rules.model import Extent, Link, Span
from rules.provenance import Mention, Registry
from rules.provenance.judging import SLIGHT
from rules.provenance.making import is_unlisted
from rules.provenance.shapes import owned
from rules.reading.anaphora import COUNTRY, SourceWords
from rules.reading.antecedents import Antecedents
from rules.reading.casting import Cast
from rules.reading.extents import Extents
from rules.reading.joint_sources import JointSources
from rules.reading.lending import HOLDERS, Lender
from rules.reading.names import UNKNOWN, Names, Voice
from rules.reading.people import Genders
from rules.reading.short_names import ShortNames
from rules.reading.voices import VoiceMaker

_ONE_OF = re.compile(r"one of ", re.IGNORECASE)


class Voices:
    """The sources of one text, and what the pronouns and role nouns among them stand for."""

    def __init__(
        self,
        words: SourceWords,
        registry: Registry,
        genders: Genders,
        cast: Cast,
        text: str,
        sentences: Sequence[int],
        publisher: Link | None,
    ) -> None:
        self._words, self._registry = words, registry
        self._maker = VoiceMaker(words, registry, genders, frozenset(sentences), cast.parts)
        self._others = Antecedents(words, registry, sentences)
        self._lender = Lender(registry, self._others)
        self._names = Names()
        if publisher:
            self._add_publisher(publisher)
        named = [self._of_mention(m, text) for m in cast.mentions]
        named += [self._named_by(name, speaks=False) for name in cast.names]
        introduced = [self._named_by(name, speaks=False) for name in cast.introductions]
        for role, body in cast.bodies:
            self._add_body(role, body)
        self._people = people = genders.people(text, [*named, *introduced])
        named += [v for v in introduced if self._others.opens(v, text) or people.knows(v)]
        told = (people.seen(v) for v in named if words.anaphor(v.text) is None)
        known = Extents(self._others.in_passing(v) if _is_nameless(v) else v for v in told)
        full = [people.seen(self._named_by(span, speaks=False)) for span in people.named(text)]
        self._by_surname = people.by_surname([*full, *map(people.seen, [*named, *introduced])])
        again = people.again(self._by_surname, text)
        others = (v for v in (*full, *again) if not known.covers(v.start))
        known = Extents([*known.items, *map(self._others.in_passing, others)])
        self._others.know(known)
        self._joint = JointSources(words, known)
        self._short = ShortNames(text)
        self._glossed = {voice.start: voice for voice in introduced}
        self._resolved: dict[tuple[int, int], Voice] = {}

    def _add_publisher(self, publisher: Link) -> None:
        """Remembers the outlet itself, which a text may call by a part of its name: "told the Post"."""
        known = self._registry.identify(publisher.name, class_=publisher.class_, side=publisher.side)
        span = Span(start=0, end=0, text=publisher.name)
        voice = self._maker.of(span, msgspec.structs.replace(known, name=publisher.name), speaks=False)
        self._names.add_publisher(voice)

    def _add_body(self, role: Span, body: Span) -> None:
        """Remembers a body of which nothing else is known for a party, if they are one who have a role in it.

        Who has an army or a government is a state.
        """
        identify = self._registry.identify
        class_ = "official" if self._words.is_organ(role.text) else identify(role.text).class_
        if class_ not in HOLDERS or (class_ == "official" and not self._words.is_organ(role.text)):
            return
        if identify(body.text).class_ != UNKNOWN:
            return
        full = self._names.full(self._maker.of(body, identify(body.text)))
        for name in {body.text, full.identity.name if full else body.text}:
            self._names.add(self._maker.of(body, identify(name, class_=class_), speaks=False), whole=True)

    def parted(self, span: Span) -> list[Span]:
        """The names in a source that joins several, "the Harbour Brigade and the Hill Legion", else the source."""
        return [Span(start=v.start, end=v.end, text=v.text) for v in self._joint.of(span)] or [span]

    def are_opposed(self, span: Span) -> bool:
        """Whether a source joins names of several sides."""
        return len({v.identity.side for v in self._joint.of(span)} - {None}) > 1

    def resolve(self, span: Span, said: Extent | None = None) -> Voice:
        """Who `span` stands for, who says `said`. Resolved voices are remembered, so ask in the order of the text."""
        key = (span.start, span.end)
        if key not in self._resolved:
            self._resolved[key] = self._people.seen(self._resolve(span, said))
            self._others.spoke(self._resolved[key])
        return self._resolved[key]

    def _resolve(self, span: Span, said: Extent | None) -> Voice:
        if self._words.is_member(span.text):
            return self._member(span)
        if self._words.is_utterance(span.text) and (speaker := self._others.near(span, lambda voice: voice.speaks)):
            return msgspec.structs.replace(speaker, start=span.start, end=span.end)
        found = self._words.anaphor(span.text)
        if found is None:
            return self._jointly(span) or self._called(span) or self._shortly(span) or self._named_by(span)
        word, anaphor = found
        meant = self._others.meant(span, word, anaphor, said)
        if meant is not None:
            meant = self._names.full(meant) or meant
            if _ONE_OF.match(span.text):
                meant = msgspec.structs.replace(meant, kind="unknown")
            return msgspec.structs.replace(meant, start=span.start, end=span.end, speaks=True)
        if (short := self._shortly(span)) or anaphor.definite:
            return short or self._named_by(span)
        voice = self._maker.of(span, self._registry.identify(span.text, class_=anaphor.class_))
        return self._lender.lent(voice) if self._words.speaks_for_other(span.text) else voice

    def _jointly(self, span: Span) -> Voice | None:
        """Several sides as one source that is on none: "Russia and Ukraine" who accuse each other."""
        if not self.are_opposed(span):
            return None
        classes = {v.identity.class_ for v in self._joint.of(span)}
        identity = self._registry.identify(None, class_=classes.pop() if len(classes) == 1 else "party")
        return self._maker.of(span, msgspec.structs.replace(identity, name=span.text))

    def _shortly(self, span: Span) -> Voice | None:
        """The body whose full name has the noun by which the text now calls it: "the council"."""
        name = self._short.meant(span.text, span.start, self._words)
        if name is None:
            return None
        known = self._registry.identify(name.text)
        if known.class_ == UNKNOWN or not is_unlisted(known):  # "the baker" is not Ana Baker
            return None
        body = self._glossed.get(name.start) or self._named_by(name, speaks=False)
        return msgspec.structs.replace(body, start=span.start, end=span.end, kind="body", speaks=True)

    def _called(self, span: Span) -> Voice | None:
        """Whoever spoke or was named just before, if the text now calls him by his age or nation alone."""
        if not self._words.is_epithet(span.text):
            return None
        known = self._registry.identify(span.text)
        plain = known.class_ == UNKNOWN or known.basis in {COUNTRY, *SLIGHT}
        if not plain or self._names.full(self._maker.of(span, known)):
            return None
        person = self._others.near(span, lambda voice: voice.kind == "person" and voice.identity.named)
        return msgspec.structs.replace(person, start=span.start, end=span.end, speaks=True) if person else None

    def _member(self, span: Span) -> Voice:
        """Some of a group: "one, Ana Dovik" is of the class of the residents told of just before."""
        group = self._others.near(span, lambda voice: voice.kind == "group")
        name = span.text.partition(",")[2].strip()
        known = self._registry.identify(name) if name else None
        if group is None or (known and known.class_ != UNKNOWN):
            return self._named_by(span)
        identity = self._registry.identify(name, class_=group.identity.class_) if name else group.identity
        return msgspec.structs.replace(self._maker.of(span, identity), kind="person" if name else "unknown")

    def _of_body(self, voice: Voice) -> Voice | None:
        """Somebody of a body of which the text tells elsewhere: "analysts at Fenn Capital …  | Fenn's Ana Dovik"."""
        of = owned(voice.text) if voice.identity.class_ == UNKNOWN else None
        body = Span(start=voice.start, end=voice.start + len(of[0]), text=of[0]) if of else None
        found = self._names.full(self._maker.of(body, self._registry.identify(body.text))) if body else None
        if found is None or found.kind == "person" or found.identity.class_ == UNKNOWN:
            return None
        known = self._registry.identify(voice.identity.name, class_=found.identity.class_, side=found.identity.side)
        return msgspec.structs.replace(voice, identity=known)

    def _of_mention(self, mention: Mention, text: str) -> Voice:
        span = Span(start=mention.start, end=mention.end, text=text[mention.start : mention.end])
        voice = self._maker.of(span, mention.identity, speaks=False)
        self._names.add(voice)
        return voice

    def _named_by(self, span: Span, speaks: bool = True) -> Voice:
        """Who a name is; a short form such as a surname alone is whoever bears the full name in the text."""
        voice = self._maker.of(span, self._maker.identified(span), speaks)
        if speaks and voice.identity.basis == COUNTRY and (who := self._by_surname.get(span.text)):  # Mark Cuban
            return msgspec.structs.replace(who, start=span.start, end=span.end, text=span.text, speaks=True, lag=0)
        if span.text.lower().startswith("the ") and voice.identity.class_ == "official" and voice.identity.side is None:
            voice = self._lender.sided(voice)
        if speaks and voice.identity.class_ in HOLDERS and self._words.speaks_for_other(span.text):
            voice = self._lender.lent(voice)
        full = self._names.full(voice) or self._maker.told(voice)
        if (full or voice).identity.class_ == UNKNOWN:
            full = self._of_body(voice) or full
        self._names.add(msgspec.structs.replace(full or voice, speaks=speaks))
        return msgspec.structs.replace(full or voice, start=span.start, end=span.end, text=span.text, speaks=speaks)


def _is_nameless(voice: Voice) -> bool:
    """Whether one person is spoken of without his name: "a team player"."""
    return voice.kind == "person" and not voice.identity.named
