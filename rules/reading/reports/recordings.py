"""Recordings and posts that somebody else published: what an outlet says that they show is their publisher's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.facets.words import FacetWords
from rules.model import Record, Span
from rules.provenance import Registry
from rules.provenance.classes import UNATTRIBUTED
from rules.reading.sources.anaphora import COUNTRY
from rules.reading.syntax.mistags import retagged
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.tokens import Token, is_mark, span_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_NEAR, _FAR = 7, 14
_WITHIN, _PRESENT = frozenset({"of", "for"}), frozenset({"VBZ", "VBP", "MD"})
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "PRP$"})


class RecordingWords(Record, frozen=True, kw_only=True):
    """`en/recordings.yaml`; the comments in the file say what each list is for."""

    posts: frozenset[str]
    agents: frozenset[str]
    places: frozenset[str]
    others: frozenset[str]
    same: frozenset[str]
    shows: frozenset[str]


class Recording(Record, frozen=True, kw_only=True):
    """A recording as one sentence tells of it.

    `publisher` is None where the sentence names none; `same`: it is the one told of before; `shown`: the sentence
    says what it shows.
    """

    publisher: Span | None
    same: bool
    shown: bool


class Recordings:
    """Finds the recording that a sentence tells of: `find(tokens, text)` of "A clip posted by Baza shows smoke"."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.table("en/recordings.yaml", RecordingWords)
        self._nouns = rulebook.part(FacetWords).footage | self._words.posts
        self._ends, self._registry = rulebook.part(NameEnds), rulebook.part(Registry)
        self.publishes = rulebook.part(clause_words).publishes

    def find(self, tokens: Sequence[Token], text: str) -> Recording | None:
        """The first recording that a sentence names, or means by "it" as in "It appeared to show smoke"."""
        words = [t for t in tokens if not is_mark(t)]
        if len(words) > 1 and words[0].tag == "PRP" and self._shows(words[1:2]) and not words[0].quoted:
            return Recording(publisher=None, same=True, shown=True)
        for i, token in enumerate(tokens):
            if token.lower in self._nouns and token.tag.startswith("NN") and not token.quoted:
                tokens = retagged(tokens)
                publisher = next((s for s in self._publishers(tokens, i, text) if s is not None), None)
                return Recording(publisher=publisher, same=self._is_same(tokens, i), shown=self._is_shown(tokens, i))
        return None

    def _shows(self, tokens: Sequence[Token]) -> bool:
        return any(t.lower in self._words.shows and t.tag.startswith("V") for t in tokens)

    def _is_shown(self, tokens: Sequence[Token], i: int) -> bool:
        """"The clip shows …", "In the clip, …", "smoke can be seen in the clip"."""
        inside = any(t.lower == "in" for t in tokens[max(0, i - 4) : i])
        opens = tokens[0].lower in {"in", "on"} and i < _NEAR
        return self._shows(tokens[i + 1 :]) or opens or (inside and self._shows(tokens[:i]))

    def _is_same(self, tokens: Sequence[Token], i: int) -> bool:
        """By the nearest word that tells before the noun; "footage" alone, or "further footage", is another."""
        for token in reversed(tokens[max(0, i - 4) : i]):
            if token.lower in self._words.others or token.lower in self._words.same:
                return token.lower in self._words.same
        return False

    def _publishers(self, tokens: Sequence[Token], i: int, text: str) -> Iterator[Span | None]:
        """Who may have published the recording at `i`, the likeliest first."""
        yield self._owner(tokens, i, text)
        j = next((k for k in range(i + 1, min(len(tokens), i + _NEAR)) if tokens[k].lower in self.publishes), None)
        if j is None:
            after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
            channel = after in self._words.places or after in self._words.agents
            yield self._named(tokens, i + 2, text, channel=True) if channel else None
            return
        yield self._clause_subject(tokens, i + 1, j, text)
        behind = range(j + 1, min(len(tokens), j + _FAR))
        end = next((k for k in behind if self._ends_post(tokens[k])), behind.stop)
        for words, channel in ((self._words.agents, False), (self._words.places, True)):
            at = [k + 1 for k in range(j + 1, end) if tokens[k].lower in words and not _ties(tokens, k, j)]
            yield from (self._named(tokens, start, text, channel) for start in at)

    def _ends_post(self, token: Token) -> bool:
        """Whether what is told of the publishing ends there: "posted on Telegram | claims to …"."""
        return token.text == "," or token.tag in _PRESENT or self._shows((token,))

    def _owner(self, tokens: Sequence[Token], i: int, text: str) -> Span | None:
        """"The legion's short video"."""
        at = next((k for k in range(i - 1, max(0, i - 5), -1) if tokens[k].tag == "POS"), None)
        if at is None:
            return None
        first = at
        while first and tokens[first - 1].tag in _NAMES:
            first -= 1
        return self._known(span_of(tokens[first:at], text))

    def _clause_subject(self, tokens: Sequence[Token], start: int, verb: int, text: str) -> Span | None:
        """"A clip (that) the legion posted"."""
        start += tokens[start].lower in {"that", "which"}
        named = start < verb and all(t.tag in _NAMES for t in tokens[start:verb])
        return self._known(span_of(tokens[start:verb], text)) if named else None

    def _named(self, tokens: Sequence[Token], start: int, text: str, channel: bool = False) -> Span | None:
        """The name that begins at `start`, without the day or the site that follows it."""
        whole = range(start, self._ends.end_of_name(tokens, start))
        end = next((k for k in whole if tokens[k].tag == "IN" and tokens[k].lower not in _WITHIN), whole.stop)
        return self._known(span_of(tokens[start:end], text), channel)

    def _known(self, span: Span | None, channel: bool = False) -> Span | None:
        """Only who can be asked again publishes; a place is no publisher, but somebody's channel is."""
        known = self._registry.identify(span.text) if span else None
        somewhere = known is not None and (known.class_ == UNATTRIBUTED or known.basis == COUNTRY)
        return span if known and known.named and not (channel and somewhere) else None


def _ties(tokens: Sequence[Token], k: int, verb: int) -> bool:
    """Whether a preposition belongs to another word than the publishing verb: "a channel linked | to the army"."""
    return k - 1 > verb and tokens[k - 1].tag in {"VBN", "VBD", "JJ", "RB"}
