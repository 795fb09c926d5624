"""Who a source span stands for: names as they are, pronouns and role nouns by what was named before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from rules.model import Link, Record, Span
from rules.provenance import Identity, Mention, Registry
from rules.rulebook import Rulebook

_WORD = re.compile(r"[^\W_][\w’'&.-]*")
_DETERMINERS = frozenset(
    ("the", "this", "that", "these", "those", "its", "his", "her", "their", "both", "local", "same", "two", "three")
)
_REACH = 12
"""How many earlier voices a pronoun or role noun can reach back to."""


class Anaphor(Record, frozen=True, kw_only=True):
    """An entry of `en/anaphora.yaml`."""

    words: tuple[str, ...]
    kind: str
    pronoun: bool = False
    class_: str | None = None


class Voice(Record, frozen=True, kw_only=True):
    """A source where it is named, with who it is; `kind` as in `Anaphor`."""

    start: int
    end: int
    text: str
    identity: Identity
    kind: str
    speaks: bool = False

    def link(self, span: Span | None = None) -> Link:
        """This voice as a link of a chain, standing where `span` stands."""
        at = span or self
        identity = self.identity
        return Link(name=identity.name, start=at.start, end=at.end, class_=identity.class_, side=identity.side)


class SourceWords:
    """The rulebook's words that stand for sources."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._by_word = {w: a for a in rulebook.entries("en/anaphora.yaml", Anaphor) for w in a.words}
        self._registry = rulebook.part(Registry)

    def anaphor(self, text: str) -> tuple[str, Anaphor] | None:
        """The head of `text` if it names nobody by itself: a pronoun, or a role noun with nothing but a determiner."""
        words = [w.lower() for w in _WORD.findall(text)]
        content = [w for w in words if w not in _DETERMINERS or w in self._by_word]
        if len(content) > 1 and content[0] in {"two", "three"}:
            content = content[1:]
        if len(content) != 1 or content[0] not in self._by_word:
            return None
        return content[0], self._by_word[content[0]]

    def kind(self, text: str, identity: Identity) -> str:
        """Whether a named source is a person, a body, a group or an item."""
        head = text.split(",")[0]
        words = _WORD.findall(head)
        lower = [w.lower() for w in words]
        kinds = [self._by_word[w].kind for w in lower if w in self._by_word and not self._by_word[w].pronoun]
        if kinds and not (kinds[0] == "body" and "person" in kinds):
            return kinds[-1] if kinds[-1] != "item" or len(kinds) == 1 else kinds[-1]
        if "person" in kinds:
            return "person"
        if identity.named and 1 < len(words) < 5 and all(w[0].isupper() for w in words) and words[0].lower() != "the":
            return "body" if identity.class_ in {"party", "media", "state_media"} else "person"
        return "body"


class Voices:
    """The sources of one text, in their order, and what pronouns and role nouns among them stand for."""

    def __init__(self, words: SourceWords, registry: Registry, mentions: Sequence[Mention], text: str) -> None:
        self._words, self._registry = words, registry
        named = [self._of_mention(m, text) for m in mentions]
        self._named = [v for v in named if words.anaphor(v.text) is None]
        self._starts = [v.start for v in self._named]
        self._spoken: list[Voice] = []

    def resolve(self, span: Span) -> Voice:
        """Who `span` stands for. Resolved voices are remembered, so ask in the order of the text."""
        voice = self._resolve(span)
        self._spoken.append(voice)
        return voice

    def last(self) -> Voice | None:
        """The voice that was resolved last."""
        return self._spoken[-1] if self._spoken else None

    def _resolve(self, span: Span) -> Voice:
        found = self._words.anaphor(span.text)
        if found is None:
            return self._voice(span, self._registry.identify(span.text))
        word, anaphor = found
        meant = self._antecedent(span, word, anaphor)
        if meant is not None:
            return msgspec.structs.replace(meant, start=span.start, end=span.end, speaks=True)
        return self._voice(span, self._registry.identify(span.text, class_=anaphor.class_))

    def _antecedent(self, span: Span, word: str, anaphor: Anaphor) -> Voice | None:
        here = bisect_right(self._starts, span.start)
        before = self._named[max(0, here - _REACH) : here]
        near = sorted([*self._spoken[-_REACH:], *before], key=lambda v: (-v.speaks, -v.start))
        candidates = [v for v in near if v.end <= span.start]
        if not anaphor.pronoun:
            same = [v for v in candidates if _has_word(v, word)] or [v for v in self._named if _has_word(v, word)]
            if same:
                return same[0]
            return next((v for v in candidates if anaphor.class_ == v.identity.class_), None)
        return next((v for v in candidates if _agrees(anaphor.kind, v.kind)), candidates[0] if candidates else None)

    def _of_mention(self, mention: Mention, text: str) -> Voice:
        span = Span(start=mention.start, end=mention.end, text=text[mention.start : mention.end])
        return self._voice(span, mention.identity, speaks=False)

    def _voice(self, span: Span, identity: Identity, speaks: bool = True) -> Voice:
        kind = self._words.kind(span.text, identity)
        return Voice(start=span.start, end=span.end, text=span.text, identity=identity, kind=kind, speaks=speaks)


def _has_word(voice: Voice, word: str) -> bool:
    stem = word.removesuffix("s")
    return any(w.removesuffix("s") == stem for w in _WORD.findall(f"{voice.text} {voice.identity.name}".lower()))


def _agrees(kind: str, other: str) -> bool:
    """Whether a pronoun of one kind can stand for a voice of the other: "it" for a body, "they" for no one person."""
    if kind == "any":
        return True
    return (kind == "person") == (other == "person")
