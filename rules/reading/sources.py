"""Who a source span stands for: names as they are, pronouns and role nouns by what was named before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from rules.model import Link, Span
from rules.provenance import Identity, Mention, Registry
from rules.provenance.identities import AGED
from rules.provenance.naming import WITHHELD
from rules.reading.anaphora import COUNTRY, WORD, Anaphor, SourceWords
from rules.reading.extents import Extents
from rules.reading.names import UNKNOWN, Names, Voice, is_unlisted

_ASIDE = re.compile(r", (?:which|who|whose)\b")
_BODIES, _NO_BODIES = frozenset({"body", "unknown"}), frozenset({"witness", "anonymous"})
_HOLDERS = frozenset({"official", "party"})
_FIRMS = frozenset({"party", UNKNOWN})
_SHORT = 12
_REACH = 12
"""How many earlier voices a pronoun or role noun can reach back to."""


class Voices:
    """The sources of one text, and what the pronouns and role nouns among them stand for."""

    def __init__(
        self,
        words: SourceWords,
        registry: Registry,
        mentions: Sequence[Mention],
        names: Iterable[Span],
        introductions: Iterable[Span],
        bodies: Iterable[tuple[Span, Span]],
        text: str,
        sentences: Sequence[int],
        parts: Mapping[str, str],
        publisher: Link | None,
    ) -> None:
        self._words, self._registry, self._sentences, self._parts = words, registry, sentences, parts
        self._starts = frozenset(sentences)
        self._names = Names()
        if publisher:
            self._add_publisher(publisher)
        self._spoken: list[Voice] = []
        self._named: Extents[Voice] = Extents(())
        named = [self._of_mention(m, text) for m in mentions]
        named += [self._named_by(name, speaks=False) for name in names]
        introduced = [self._named_by(name, speaks=False) for name in introductions]
        named += [voice for voice in introduced if self._opens(voice, text)]
        for role, body in bodies:
            self._add_body(role, body)
        self._named = Extents(v for v in named if words.anaphor(v.text) is None)
        self._by_word: dict[str, list[Voice]] = {}
        for voice in self._named.items:
            for stem in _stems(voice):
                self._by_word.setdefault(stem, []).append(voice)
        self._resolved: dict[tuple[int, int], Voice] = {}

    def _add_publisher(self, publisher: Link) -> None:
        """Remembers the outlet itself, which a text may call by a part of its name: "told the Post"."""
        known = self._registry.identify(publisher.name, class_=publisher.class_, side=publisher.side)
        span = Span(start=0, end=0, text=publisher.name)
        voice = self._voice(span, msgspec.structs.replace(known, name=publisher.name), speaks=False)
        self._names.add_publisher(voice)

    def _add_body(self, role: Span, body: Span) -> None:
        """Remembers a body of which nothing else is known for a party, if they are one who have a role in it."""
        identify = self._registry.identify
        if identify(role.text).class_ != "party" or identify(body.text).class_ != UNKNOWN:
            return
        full = self._names.full(self._voice(body, identify(body.text)))
        for name in {body.text, full.identity.name if full else body.text}:
            self._names.add(self._voice(body, identify(name, class_="party"), speaks=False), whole=True)

    def _opens(self, voice: Voice, text: str) -> bool:
        """Whether a name begins its sentence, but for a word or two: only then may the next "she" mean it."""
        first = self._sentences[self._sentence(voice.start) - 1]
        return voice.start - first < _SHORT and "," not in text[first : voice.start]

    def parted(self, span: Span) -> list[Span]:
        """The names in a source that joins several, "the Harbour Brigade and the Hill Legion", else the source."""
        return [Span(start=v.start, end=v.end, text=v.text) for v in self._joined(span)] or [span]

    def are_opposed(self, span: Span) -> bool:
        """Whether a source joins names of several sides."""
        return len({v.identity.side for v in self._joined(span)} - {None}) > 1

    def _joined(self, span: Span) -> list[Voice]:
        """The voices whose names a source joins; none where it names but one."""
        rest = _ASIDE.split(span.text)[0]
        named = _widest([v for v in self._named.within(span.start, span.start + len(rest)) if v.identity.named])
        if len({v.identity.id for v in named}) < 2:
            return []
        for voice in named:
            rest = rest.replace(voice.text, " ")
        between = {word.lower() for word in WORD.findall(rest)}
        joins = between <= self._words.joining and not between.isdisjoint(self._words.conjunctions)
        return named if joins else []

    def resolve(self, span: Span) -> Voice:
        """Who `span` stands for. Resolved voices are remembered, so ask in the order of the text."""
        key = (span.start, span.end)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(span)
            self._spoken.append(self._resolved[key])
        return self._resolved[key]

    def _resolve(self, span: Span) -> Voice:
        if self._words.is_member(span.text):
            return self._member(span)
        if self._words.is_utterance(span.text) and (speaker := self._near(span, lambda voice: voice.speaks)):
            return msgspec.structs.replace(speaker, start=span.start, end=span.end)
        found = self._words.anaphor(span.text)
        if found is None:
            return self._jointly(span) or self._called(span) or self._named_by(span)
        word, anaphor = found
        meant = self._antecedent(span, word, anaphor)
        if meant is not None:
            meant = self._names.full(meant) or meant
            return msgspec.structs.replace(meant, start=span.start, end=span.end, speaks=True)
        voice = self._voice(span, self._registry.identify(span.text, class_=anaphor.class_))
        return self._lent(voice) if self._words.speaks_for_other(span.text) else voice

    def _jointly(self, span: Span) -> Voice | None:
        """Several sides as one source that is on none: "Russia and Ukraine" who accuse each other."""
        if not self.are_opposed(span):
            return None
        classes = {v.identity.class_ for v in self._joined(span)}
        identity = self._registry.identify(None, class_=classes.pop() if len(classes) == 1 else "party")
        return self._voice(span, msgspec.structs.replace(identity, name=span.text))

    def _called(self, span: Span) -> Voice | None:
        """Whoever spoke or was named just before, if the text now calls him by his age or nation alone."""
        if not self._words.is_epithet(span.text):
            return None
        known = self._registry.identify(span.text)
        if (known.class_ != UNKNOWN and known.basis != COUNTRY) or self._names.full(self._voice(span, known)):
            return None
        person = self._near(span, lambda voice: voice.kind == "person" and voice.identity.named)
        return msgspec.structs.replace(person, start=span.start, end=span.end, speaks=True) if person else None

    def _member(self, span: Span) -> Voice:
        """Some of a group: "one, Ana Dovik" is of the class of the residents told of just before."""
        group = self._near(span, lambda voice: voice.kind == "group")
        name = span.text.partition(",")[2].strip()
        known = self._registry.identify(name) if name else None
        if group is None or (known and known.class_ != UNKNOWN):
            return self._named_by(span)
        identity = self._registry.identify(name, class_=group.identity.class_) if name else group.identity
        return msgspec.structs.replace(self._voice(span, identity), kind="person" if name else "unknown")

    def _near(self, span: Span | Voice, fits: Callable[[Voice], bool]) -> Voice | None:
        """The likeliest voice of a kind in this sentence or the two before."""
        first = self._sentence(span.start) - 2
        return next((v for v in self._before(span) if fits(v) and self._sentence(v.start) >= first), None)

    def _antecedent(self, span: Span, word: str, anaphor: Anaphor) -> Voice | None:
        candidates = self._before(span)
        if anaphor.pronoun:
            if span.text.lower() in self._words.objects and self._spoken:
                candidates = [v for v in candidates if v.identity != self._spoken[-1].identity]
            candidates = [v for v in candidates if None in (anaphor.gender, v.gender) or v.gender == anaphor.gender]
            agreeing = [v for v in candidates if _agrees(anaphor.kind, v)]
            persons = [v for v in candidates if anaphor.gender is None or v.identity.basis != COUNTRY]
            return next(iter(agreeing or persons), None)
        of_class = [v for v in candidates if anaphor.class_ and v.identity.class_.endswith(anaphor.class_)]
        if anaphor.class_ == "party":
            of_class = [v for v in of_class if v.kind != "person"]  # "rebels" are no shop owner
        of_word = self._bearing(span, word, candidates)
        if anaphor.generic:
            spoke = (v for v in candidates if v.speaks and v.kind == anaphor.kind)
            unknown = (v for v in spoke if v.identity.class_ == "unattributed")
            named = (v for v in candidates if v.speaks and v.identity.named)
            called = (v for v in named if word.removesuffix("s") in _stems(v))
            return next(called, None) or next(iter(of_class), of_word or next(unknown, None))
        if anaphor.sole:
            return of_word or self._sole(candidates)
        armed = of_class if anaphor.class_ == "party" else []
        return of_word or next(iter(armed), None)

    def _sole(self, candidates: Sequence[Voice]) -> Voice | None:
        """The one unlisted body among the voices that is a party or of which nothing is known: then it is a party."""
        firms = [v for v in candidates if is_unlisted(v.identity) and v.kind in _BODIES]
        firms = [v for v in firms if v.identity.class_ in _FIRMS]
        if len({v.identity.id for v in firms}) != 1:
            return None
        identity = self._registry.identify(firms[0].identity.name, class_="party")
        return msgspec.structs.replace(firms[0], identity=identity)

    def _bearing(self, span: Span, word: str, candidates: Sequence[Voice]) -> Voice | None:
        """The nearest voice before `span` whose name has `word`, else the first after it."""
        stem = word.removesuffix("s")
        near = next((v for v in candidates if stem in _stems(v) and v.identity.class_ != WITHHELD), None)
        bearing = self._by_word.get(stem, [])
        index = bisect_right(bearing, span.start, key=lambda v: v.start)
        earlier = bearing[index - 1] if index and bearing[index - 1].end <= span.start else None
        later = next((v for v in bearing[index : index + 2] if v.start >= span.end), None)
        return near or earlier or later

    def _before(self, span: Span | Voice) -> list[Voice]:
        """Voices before `span`, the likeliest first: few sentences away, that spoke, that begin a sentence."""
        here = self._named.before(span.start)
        near = [*self._spoken[-_REACH:], *self._named.items[max(0, here - _REACH) : here]]
        sentence = self._sentence(span.start)

        def distance(voice: Voice) -> tuple[int, bool, int]:
            away = 2 * (sentence - self._sentence(voice.start)) + (not voice.speaks)
            return away, voice.start not in self._starts, -voice.start

        return sorted((v for v in near if v.end <= span.start), key=distance)

    def _sentence(self, position: int) -> int:
        return bisect_right(self._sentences, position)

    def _of_mention(self, mention: Mention, text: str) -> Voice:
        span = Span(start=mention.start, end=mention.end, text=text[mention.start : mention.end])
        voice = self._voice(span, mention.identity, speaks=False)
        self._names.add(voice)
        return voice

    def _named_by(self, span: Span, speaks: bool = True) -> Voice:
        """Who a name is; a short form such as a surname alone is whoever bears the full name in the text."""
        voice = self._voice(span, self._identified(span), speaks)
        if span.text.lower().startswith("the ") and voice.identity.class_ == "official" and voice.identity.side is None:
            voice = self._sided(voice)
        if speaks and voice.identity.class_ in _HOLDERS and self._words.speaks_for_other(span.text):
            voice = self._lent(voice)
        full = self._names.full(voice)
        self._names.add(msgspec.structs.replace(full or voice, speaks=speaks))
        return msgspec.structs.replace(full or voice, start=span.start, end=span.end, text=span.text, speaks=speaks)

    def _identified(self, span: Span) -> Identity:
        """Who a name is; the capital that begins a sentence makes no name of a noun: "Ferry firm Bluewater"."""
        found = self._registry.identify(span.text)
        if found.name in self._parts and (found.class_ == UNKNOWN or found.basis == AGED):
            return self._registry.identify(found.name, class_=self._parts[found.name])
        if not is_unlisted(found) or span.start not in self._starts:
            return found
        lowered = self._registry.identify(span.text[0].lower() + span.text[1:])
        shorter = lowered.named and lowered.class_ == found.class_ and found.name.endswith(f" {lowered.name}")
        return lowered if shorter else found

    def _lent(self, voice: Voice) -> Voice:
        """Somebody of a body told of just before: its voice, or one of its class if he is named.

        A body of which nothing else is known is a firm or the like, a party.
        """
        found = self._near(voice, lambda other: other.kind in _BODIES and other.identity.class_ not in _NO_BODIES)
        if found is None:
            return voice
        unknown = found.identity.class_ == UNKNOWN
        if voice.identity.class_ == "party" and found.identity.class_ == "official":  # "its leader" of no state
            return voice
        body = self._registry.identify(found.text, class_="party") if unknown else found.identity
        named = msgspec.structs.replace(
            voice.identity, class_=body.class_, side=body.side, reliability=body.reliability
        )
        return msgspec.structs.replace(voice, identity=named if voice.identity.named else body)

    def _sided(self, voice: Voice) -> Voice:
        """A body such as "the defence ministry": the nearest of that name whose side is known, else as it is."""
        stems = {w.removesuffix("s") for w in WORD.findall(voice.text.lower())} - {"the"}
        for other in self._before(voice):
            if other.identity.side and other.identity.class_ == "official" and stems <= _stems(other):
                return msgspec.structs.replace(other, start=voice.start, end=voice.end, speaks=True)
        return voice

    def _voice(self, span: Span, identity: Identity, speaks: bool = True) -> Voice:
        return Voice(
            start=span.start, end=span.end, text=span.text, identity=identity, speaks=speaks,
            kind=self._words.kind(span.text, self._bare(span.text, identity)), gender=self._words.gender(span.text),
        )  # fmt: skip

    def _bare(self, text: str, identity: Identity) -> Identity:
        """Who a name is without titles and asides: "lead author Ana Dovik, a biologist" is one person."""
        name = identity.name if is_unlisted(identity) else text.partition(",")[0]
        return self._registry.identify(name) if identity.named else identity


def _widest(voices: Sequence[Voice]) -> list[Voice]:
    """Without names that are but part of a longer one: "the Hill Legion" in "the Hill Legion militia"."""
    extents = {(v.start, v.end) for v in voices}
    parts = {(a, b) for a, b in extents for c, d in extents if c <= a and b <= d and (a, b) != (c, d)}
    return [v for v in voices if (v.start, v.end) not in parts]


def _stems(voice: Voice) -> set[str]:
    return {w.removesuffix("s") for w in WORD.findall(f"{voice.text} {voice.identity.name}".lower())}


def _agrees(kind: str, voice: Voice) -> bool:
    """Whether a pronoun of a kind can stand for a voice: "it" and "they" for no one person, "it" for no customers."""
    people = voice.kind == "group" and voice.identity.class_ in _NO_BODIES
    if kind == "any" or voice.kind == "unknown":
        return True
    return (kind == "person") == (voice.kind == "person") and not (kind == "body" and people)
