"""Who a source span stands for: names as they are, pronouns and role nouns by what was named before."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from rules.model import Extent, Link, Span
from rules.provenance import Identity, Registry
from rules.provenance.bases import SLIGHT
from rules.provenance.classes import OFFICIAL, OUTLETS, PARTY, SOCIAL, UNATTRIBUTED, WITNESS
from rules.provenance.making import is_unlisted
from rules.reading.sources.anaphora import COUNTRY, SourceWords
from rules.reading.sources.antecedents import Antecedents
from rules.reading.sources.casting import Cast
from rules.reading.sources.epithets import Epithets, Publications
from rules.reading.sources.homes import Home
from rules.reading.sources.joint_sources import JointSources
from rules.reading.sources.lending import Lender
from rules.reading.sources.named_voices import NamedVoices
from rules.reading.sources.names import Voice
from rules.reading.sources.people import Genders
from rules.reading.sources.short_names import ShortNames
from rules.reading.sources.voices import VoiceMaker
from rules.reading.syntax.extents import Extents

_OFFICE = (OFFICIAL, "body")
_PEERS = frozenset({UNATTRIBUTED, WITNESS})
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
        epithets: Epithets,
        home: Home,
    ) -> None:
        self._words, self._registry, self._epithets, self._home = words, registry, epithets, home
        self._maker = VoiceMaker(words, registry, genders, text, sentences, cast.parts)
        self._others = Antecedents(words, registry, sentences, Extents(cast.subjects))
        self._lender = Lender(registry, self._others)
        self._names = NamedVoices(words, registry, self._maker, self._lender)
        if publisher:
            self._names.add_publisher(publisher)
        named, introduced = self._names.cast(cast, text)
        self._people = genders.people(text, [*named, *introduced])
        known = self._known(named, introduced, text)
        self._others.know(known)
        self._joint, self._short = JointSources(words, known), ShortNames(text)
        self._publications = Publications(words, self._others, text)
        self._mentions, self._text = Extents(cast.mentions), text
        self._glossed = {voice.start: voice for voice in introduced}
        self._resolved: dict[tuple[int, int], Voice] = {}

    def _known(self, named: Sequence[Voice], introduced: Sequence[Voice], text: str) -> Extents[Voice]:
        """Whom pronouns and surnames may mean, wherever the text names them."""
        people, in_passing = self._people, self._others.in_passing
        named = [*named, *(v for v in introduced if self._others.opens(v, text) or people.knows(v))]
        told = (people.seen(v) for v in named if self._words.anaphor(v.text) is None)
        known = Extents(in_passing(v) if _is_nameless(v) else v for v in told)
        full = [people.seen(self._names.of(span, speaks=False)) for span in people.named(text)]
        self._names.by_surname = people.by_surname([*full, *map(people.seen, [*named, *introduced])])
        others = (v for v in (*full, *people.again(self._names.by_surname, text)) if not known.covers(v.start))
        return Extents([*known.items, *map(in_passing, others)])

    def parted(self, span: Span) -> list[Span]:
        """The names in a source that joins several, "the Harbour Brigade and the Hill Legion", else the source."""
        return [Span(start=v.start, end=v.end, text=v.text) for v in self._joint.of(span)] or [span]

    def are_opposed(self, span: Span, claim: str) -> bool:
        """Whether a source joins names of several sides that cannot both mean themselves by what is claimed of "them".
        """
        sides = {voice.identity.side for voice in self._joint.of(span)} - {None}
        return len(sides) > 1 and not self._words.together.match(claim)

    def outlet(self, span: Span) -> Identity | None:
        """The outlet named last before `span`: "the paper" that somebody told."""
        named = (v.identity for v in self._others.before(span) if v.identity.class_ in OUTLETS and v.identity.named)
        return next(named, None)

    def resolve(self, span: Span, said: Extent | None = None) -> Voice:
        """Who `span` stands for, who says `said`. Resolved voices are remembered, so ask in the order of the text."""
        key = (span.start, span.end)
        if key not in self._resolved:
            found = self._people.seen(self._resolve(self._whole(span), said))
            self._resolved[key] = self._home.sided(found, self._others.last(lambda voice: True))
            self._others.spoke(self._resolved[key])
        return self._resolved[key]

    def _whole(self, span: Span) -> Span:
        """A source with all of the listed name of which it is the end: "Save | the Children"."""
        known = self._mentions.at(span.start)
        if known is None or known.start == span.start or known.end != span.end:
            return span
        if self._text[known.start : span.start].endswith(" as "):  # "militia shells camp as | army says it sank"
            return span
        if is_unlisted(known.identity) or (known.identity.class_ == SOCIAL and not known.identity.named):
            return span  # "a post by | the governor"
        return Span(start=known.start, end=known.end, text=self._text[known.start : known.end])

    def _resolve(self, span: Span, said: Extent | None) -> Voice:
        if self._words.is_member(span.text):
            return self._member(span)
        if author := self._publications.author(span):
            return author
        if self._words.is_utterance(span.text) and (speaker := self._others.near(span, lambda voice: voice.speaks)):
            return speaker.again(span)
        found = self._words.anaphor(span.text)
        if found is None:
            called = self._jointly(span) or self._called(span) or self._in_role(span)
            called = called or self._described(span) or self._again(span)
            return called or self._peer(span) or self._by_noun(self._names.of(span))
        word, anaphor = found
        if (anaphor.class_, anaphor.kind) == _OFFICE and (office := self._maker.seated(span)):
            return office
        meant = self._others.meant(span, word, anaphor, said)
        if meant is not None:
            meant = self._names.full(meant) or meant
            if _ONE_OF.match(span.text):
                meant = msgspec.structs.replace(meant, kind="unknown")
            return meant.again(span)
        if (short := self._shortly(span)) or anaphor.definite:
            return short or self._names.of(span)
        voice = self._maker.of(span, self._registry.identify(span.text, class_=anaphor.class_))
        return self._lender.lent(voice) if self._words.speaks_for_other(span.text) else voice

    def _jointly(self, span: Span) -> Voice | None:
        """Several sides as one source that is on none: "Russia and Ukraine" who accuse each other."""
        if not self.are_opposed(span, ""):
            return None
        classes = {v.identity.class_ for v in self._joint.of(span)}
        identity = self._registry.identify(None, class_=classes.pop() if len(classes) == 1 else PARTY)
        return self._maker.of(span, msgspec.structs.replace(identity, name=span.text))

    def _described(self, span: Span) -> Voice | None:
        """The body named before that the text now calls by its noun or by what it is: "the rights group"."""
        body = self._shortly(span) or self._epithets.meant(span, self._others)
        return body and body.again(span)

    def _again(self, span: Span) -> Voice | None:
        """Somebody without a name who spoke before: "the officer" after "an officer of the brigade"."""
        the, _, noun = span.text.partition(" ")
        if the.lower() != "the" or not (noun.isalpha() and noun.islower()):
            return None
        spoke = re.compile(rf"(?:an?|one|another) (?:[\w-]+ ){{0,3}}{noun}(?:,| (?!and\b)[a-z]|$)", re.IGNORECASE)
        before = self._others.last(lambda v: not v.identity.named and spoke.match(v.text) is not None)
        return before and msgspec.structs.replace(before, start=span.start, end=span.end, speaks=True)

    def _by_noun(self, voice: Voice) -> Voice:
        """The body that a heading calls by one word of its name: "Nine dead, Observatory says"; else the voice."""
        unknown = voice.text.isalpha() and voice.text.istitle() and voice.identity.class_ == UNATTRIBUTED
        body = self._others.bearing(voice.text.lower().removesuffix("s")) if unknown else None
        return msgspec.structs.replace(body, start=voice.start, end=voice.end, speaks=True) if body else voice

    def _shortly(self, span: Span) -> Voice | None:
        """The body whose full name has the noun by which the text now calls it: "the council"."""
        name = self._short.meant(span.text, span.start, self._words)
        if name is None:
            return None
        known = self._registry.identify(name.text)
        if known.class_ == UNATTRIBUTED or not is_unlisted(known):  # "the baker" is not Ana Baker
            return None
        body = self._glossed.get(name.start) or self._names.of(name, speaks=False)
        return msgspec.structs.replace(body, kind="body").again(span)

    def _called(self, span: Span) -> Voice | None:
        """Whoever spoke or was named just before, if the text now calls him by his age or nation alone."""
        if not self._words.is_epithet(span.text):
            return None
        known = self._registry.identify(span.text)
        plain = known.class_ == UNATTRIBUTED or known.basis in {COUNTRY, *SLIGHT}
        if not plain or self._names.full(self._maker.of(span, known)):
            return None
        person = self._others.near(span, lambda voice: voice.kind == "person" and voice.identity.named)
        return person and person.again(span)

    def _peer(self, span: Span) -> Voice | None:
        """Whoever is called the colleague of somebody, who is then of the class of the person who spoke before."""
        if not self._words.is_peer(span.text):
            return None
        voice, other = self._names.of(span), self._others.near(span, lambda v: v.speaks and v.kind == "person")
        if other is None or voice.identity.class_ not in _PEERS:
            return voice
        identity = self._registry.identify(voice.identity.name, class_=other.identity.class_)
        return msgspec.structs.replace(voice, identity=identity)

    def _in_role(self, span: Span) -> Voice | None:
        """Whoever has the office or calling by which the text speaks of him: "the police chief"."""
        role = self._words.role(span.text)
        person = self._others.in_role(span, role) if role else None
        return person and person.again(span)

    def _member(self, span: Span) -> Voice:
        """Some of a group: "one, Ana Dovik" is of the class of the residents told of just before."""
        group = self._others.near(span, lambda voice: voice.kind == "group")
        name = span.text.partition(",")[2].strip()
        known = self._registry.identify(name) if name else None
        if group is None or (known and known.class_ != UNATTRIBUTED):
            return self._names.of(span)
        identity = self._registry.identify(name, class_=group.identity.class_) if name else group.identity
        return msgspec.structs.replace(self._maker.of(span, identity), kind="person" if name else "unknown")


def _is_nameless(voice: Voice) -> bool:
    """Whether one person is spoken of without his name: "a team player"."""
    return voice.kind == "person" and not voice.identity.named
