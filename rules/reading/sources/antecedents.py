"""Resolves pronouns and role nouns to the voices of a text: those who have spoken and those it names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from operator import attrgetter

import msgspec

from rules.model import Extent, Span
from rules.provenance import Registry
from rules.provenance.classes import ANONYMOUS, MEDIA, OFFICIAL, OUTLETS, PARTY, SOCIAL, UNATTRIBUTED, WITNESS
from rules.provenance.making import is_unlisted
from rules.reading.sources.anaphora import COUNTRY, WORD, Anaphor, SourceWords
from rules.reading.sources.names import Voice
from rules.reading.syntax.extents import Extents

BODIES, NO_BODIES = frozenset({"body", "unknown"}), frozenset({WITNESS, ANONYMOUS})
_CARRIERS = OUTLETS | {SOCIAL}
_FIRMS = frozenset({PARTY, UNATTRIBUTED})
_SHORT = 12
_IN_PASSING = 2
_SOON = 3  # sentences
_REACH = 12
"""How many earlier voices a pronoun or role noun can reach back to."""


class Antecedents:
    """The voices of one text, likeliest first for each place in it.

    `sentences` are where its sentences start, `subjects` the names that are the subjects of some.
    """

    def __init__(
        self, words: SourceWords, registry: Registry, sentences: Sequence[int], subjects: Extents[Span]
    ) -> None:
        self._words, self._registry, self._sentences, self._subjects = words, registry, sentences, subjects
        self._starts = frozenset(sentences)
        self._spoken: list[Voice] = []
        self._named: Extents[Voice] = Extents(())
        self._by_word: dict[str, list[Voice]] = {}

    def know(self, named: Extents[Voice]) -> None:
        """Remembers all whom the text names."""
        self._named = named
        for voice in named.items:
            for stem in stems(voice) if voice.identity.class_ != ANONYMOUS else ():
                self._by_word.setdefault(stem, []).append(voice)

    def spoke(self, voice: Voice) -> None:
        """Remembers who has spoken; to be told in the order of the text."""
        self._spoken.append(voice)

    def last(self, fits: Callable[[Voice], bool]) -> Voice | None:
        """The last that spoke of those that fit."""
        return next((voice for voice in reversed(self._spoken[-_REACH:]) if fits(voice)), None)

    def opens(self, voice: Voice, text: str) -> bool:
        """Whether a name is the subject of its sentence, or among its first words: then the next "she" may mean it."""
        if self._subjects.covers(voice.start):
            return True
        first = self._sentences[self._sentence(voice.start) - 1]
        return voice.start - first < _SHORT and "," not in text[first : voice.start]

    def in_passing(self, voice: Voice) -> Voice:
        """The voice, less likely as an antecedent unless it is the subject of its sentence or somebody asked it."""
        tells = voice.start in self._starts or self._subjects.covers(voice.start)
        return voice if voice.lag or tells else msgspec.structs.replace(voice, lag=_IN_PASSING)

    def near(self, span: Span | Voice, fits: Callable[[Voice], bool]) -> Voice | None:
        """The likeliest voice of a kind in this sentence or the two before."""
        first = self._sentence(span.start) - 2
        return next((v for v in self.before(span) if fits(v) and self._sentence(v.start) >= first), None)

    def meant(self, span: Span, word: str, anaphor: Anaphor, said: Extent | None = None) -> Voice | None:
        """Whom `span` means, whose head `word` is an anaphor; rather nobody of whom he speaks in what is `said`."""
        candidates = self.before(span)
        if said and anaphor.gender:
            candidates = [v for v in candidates if not _is_within(v, said)] or candidates
        if anaphor.pronoun:
            return self._by_pronoun(span.text.lower(), anaphor, candidates)
        of_word = self._bearing(span, word, candidates)
        if of_word and (anaphor.kind, anaphor.class_, of_word.kind) == ("body", None, "person"):
            of_word = None  # "the club" is not club captain Ana Dovik
        if of_word and anaphor.class_ == OFFICIAL and of_word.identity.class_ in _CARRIERS:
            of_word = None  # "police" are no police radio
        if of_word and not of_word.speaks and span.text.lower() == word and word.endswith("s"):
            of_word = None  # "Officials said" behind "Israeli officials did not comment"
        if anaphor.sole:
            return of_word or self._sole(candidates)
        of_class = [v for v in candidates if _is_of(v, anaphor)]
        if anaphor.class_ == PARTY:
            of_class = [v for v in of_class if v.kind != "person"]  # "rebels" are no shop owner
        if anaphor.generic:
            spoke = [v for v in candidates if v.speaks]
            unknown = next((v for v in spoke if v.kind == anaphor.kind and v.identity.class_ == UNATTRIBUTED), None)
            called = next((v for v in spoke if v.identity.named and word.removesuffix("s") in stems(v)), None)
            several = [v for v in spoke if word.endswith("s")]  # "two rights | groups"
            heads = ((v, self._words.own(v.text).lower()) for v in several)
            alike = next((v for v, head in heads if head.endswith(f" {word}")), None)
            return called or alike or next(iter(of_class), of_word or unknown)
        armed = of_class if anaphor.class_ == PARTY else []
        return of_word or next(iter(armed), None)

    def _by_pronoun(self, word: str, anaphor: Anaphor, candidates: Sequence[Voice]) -> Voice | None:
        """The likeliest whose gender does not tell against it, rather one of the pronoun's kind."""
        if word in self._words.objects and self._spoken:
            candidates = [v for v in candidates if v.identity != self._spoken[-1].identity]
        candidates = [v for v in candidates if None in (anaphor.gender, v.gender) or v.gender == anaphor.gender]
        if anaphor.gender is None:  # "in a statement carried by Radio Lorn, it said"
            candidates = [v for v in candidates if v.speaks or v.identity.class_ not in _CARRIERS] or candidates
        agreeing = [v for v in candidates if _agrees(anaphor.kind, v)]
        persons = [v for v in candidates if anaphor.gender is None or not _is_impersonal(v)]
        return next(iter(agreeing or persons), None)

    def _sole(self, candidates: Sequence[Voice]) -> Voice | None:
        """The only firm or unlisted organisation among the voices, as a party, if its class is party or unknown."""
        bodies = [v for v in candidates if v.kind in BODIES]
        firms = [v for v in bodies if is_unlisted(v.identity) or self._registry.is_firm(v.identity)]
        firms = [v for v in firms if v.identity.class_ in _FIRMS]
        if len({v.identity.id for v in firms}) != 1:
            return None
        identity = self._registry.identify(firms[0].identity.name, class_=PARTY)
        return msgspec.structs.replace(firms[0], identity=identity)

    def in_role(self, span: Span, role: Collection[str]) -> Voice | None:
        """The last person before `span` whom the text calls by all words of a role, else the first after it."""
        known = self._by_word.get(max(role), [])
        here = bisect_right(known, span.start, key=attrgetter("start"))
        near = (*self._spoken[-_REACH:], *known[max(0, here - _REACH) : here + 2])
        bearing = [v for v in near if v.identity.named and v.kind == "person" and stems(v).issuperset(role)]
        before = max((v for v in bearing if v.end <= span.start), key=attrgetter("start"), default=None)
        return before or next((v for v in bearing if v.start >= span.end), None)

    def _bearing(self, span: Span, word: str, candidates: Sequence[Voice]) -> Voice | None:
        """The nearest voice before `span` whose name has `word`, else the first after it."""
        stem = word.removesuffix("s")
        near = next((v for v in candidates if stem in stems(v) and v.identity.class_ != ANONYMOUS), None)
        bearing = self._by_word.get(stem, [])
        index = bisect_right(bearing, span.start, key=lambda v: v.start)
        earlier = bearing[index - 1] if index and bearing[index - 1].end <= span.start else None
        later = next((v for v in bearing[index : index + 2] if v.start >= span.end), None)
        if later and span.text[:2].lower() == "a " and self._sentence(later.start) > self._sentence(span.start) + _SOON:
            later = None  # "a spokesman" is not the one whom the text names far below
        return near or earlier or later

    def bearing(self, word: str) -> Voice | None:
        """The only body of a text whose name has a word that it is called by alone: "Observatory"."""
        named = (v for v in self._by_word.get(word, []) if v.identity.named and v.identity.class_ != UNATTRIBUTED)
        bodies = [v for v in named if v.kind in BODIES and " " in v.identity.name]
        return bodies[0] if len({v.identity.id for v in bodies}) == 1 else None

    def called(self, voice: Voice, word: str) -> list[Voice]:
        """Whoever bears a word before a voice, however far away, the nearest first."""
        return [other for other in reversed(self._by_word.get(word, [])) if other.end <= voice.start]

    def before(self, span: Span | Voice) -> list[Voice]:
        """Voices before `span`, the likeliest first: few sentences away, that spoke, that begin a sentence."""
        here = self._named.before(span.start)
        near = [*self._spoken[-_REACH:], *self._named.items[max(0, here - _REACH) : here]]
        sentence = self._sentence(span.start)

        def distance(voice: Voice) -> tuple[int, bool, int]:
            away, opens = sentence - self._sentence(voice.start), voice.start in self._starts
            passed = not (away or voice.speaks or voice.lag < 0 or opens or self._subjects.covers(voice.start))
            return 2 * away + (not voice.speaks) + voice.lag + _IN_PASSING * passed, not opens, -voice.start

        return sorted((v for v in near if v.end <= span.start), key=distance)

    def _sentence(self, position: int) -> int:
        return bisect_right(self._sentences, position)


def _is_impersonal(voice: Voice) -> bool:
    """Whether it is a country, an outlet, or several without a name, such as prosecutors, who are no "she"."""
    several = voice.kind in {"body", "group"} and not voice.identity.named
    return several or voice.identity.basis == COUNTRY or (voice.kind == "body" and voice.identity.class_ == MEDIA)


def _is_within(voice: Voice, said: Extent) -> bool:
    return said.start <= voice.start and voice.end <= said.end


def _is_of(voice: Voice, anaphor: Anaphor) -> bool:
    """Whether a voice has the class that a role noun asks for: "the agency" reports news, or helps if it spoke."""
    class_ = voice.identity.class_
    like = voice.kind == anaphor.kind or (anaphor.definite and "person" not in (voice.kind, anaphor.kind))
    also = voice.speaks and like and class_ in anaphor.also
    return also or (anaphor.class_ is not None and class_.endswith(anaphor.class_))


def stems(voice: Voice) -> set[str]:
    """The words by which a text may call a voice, in small letters and without the s of a plural."""
    return {w.removesuffix("s") for w in WORD.findall(f"{voice.text} {voice.identity.name}".lower())}


def _is_plural(text: str) -> bool:
    """Whether a source is several people: "UN experts", but not "the group"."""
    return text.endswith("s") and text.rpartition(" ")[2].islower()


def _agrees(kind: str, voice: Voice) -> bool:
    """Whether a pronoun fits a voice: "it" and "they" for no single person, "it" for no group of people."""
    people = voice.kind == "group" and (voice.identity.class_ in NO_BODIES or _is_plural(voice.text))
    if kind == "any" or voice.kind == "unknown":
        return True
    return (kind == "person") == (voice.kind == "person") and not (kind == "body" and people)
