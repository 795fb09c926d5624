"""Who speaks by a label: "Governor Tarnov: two wounded", "Two dead: police", "Striker fails test – Evening Star"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Span
from rules.provenance import Registry
from rules.provenance.bases import ALIAS
from rules.provenance.classes import MEDIA, UNATTRIBUTED
from rules.reading.sources.anaphora import COUNTRY
from rules.reading.sources.people import Genders
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.tokens import COMMON, FINITE, Token, span_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_CREDITS = frozenset({":", "–", "—", "-"})
_TOLD = frozenset({"PRP", "VB", "VBG"})
_VERBAL, _FEWEST, _PREFIX = ("V", "MD", "CD"), 4, 3
_BEHIND_HEAD = frozenset({"IN", "VBN", "WP", ","})
LONGEST_NAME, LONGEST_RUN = 14, 5


class Labels:
    """Finds who is credited with what, or posts it, by a colon or a dash."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry, self._genders = rulebook.part(Registry), rulebook.part(Genders)
        self._words = rulebook.part(clause_words)

    def find(self, tokens: Sequence[Token], text: str, alone: bool) -> Clause | None:
        """The clause of a sentence that a label makes, `alone` where it is the whole text."""
        return self._credited(tokens, text, alone) or self._posted(tokens, text)

    def knows(self, tokens: Sequence[Token], text: str) -> bool:
        """Whether a phrase names a source by more than an unknown name or a country, which may be but the topic."""
        span = span_of(tokens, text)
        identity = self._registry.identify(span.text) if span else None
        return identity is not None and identity.class_ != UNATTRIBUTED and identity.basis != COUNTRY

    def _credited(self, tokens: Sequence[Token], text: str, alone: bool) -> Clause | None:
        """"Striker fails test – Evening Star", "Two dead: police", as headlines have it."""
        marks = (k for k in range(len(tokens) - 2, 1, -1) if tokens[k].text in _CREDITS)
        cut = next((k for k in marks if self._parts(tokens, k)), 0)
        source = tokens[cut + 1 :]
        states = any(t.tag.startswith(_VERBAL) for t in tokens[:cut]) or (alone and cut >= _FEWEST)
        if not states or len(source) >= cut or len(source) > LONGEST_RUN:
            return None
        if any(t.tag in FINITE or t.quoted or t.text in ".,?!" for t in source):
            return None
        return clause_of(tokens, text, (cut + 1, len(tokens)), cut, (0, cut)) if self.knows(source, text) else None

    def _parts(self, tokens: Sequence[Token], mark: int) -> bool:
        """Whether a mark stands apart from the headline before it, or an outlet is all that follows: "blast-CNN"."""
        if tokens[mark].text == ":" or tokens[mark - 1].end < tokens[mark].start:
            return True
        word = tokens[mark - 1].tag.startswith(("NN", "V")) and len(tokens[mark - 1].text) > _PREFIX
        if not word or tokens[mark + 1] is not tokens[-1]:
            return False
        outlet = self._registry.identify(tokens[-1].text)
        return outlet.class_ == MEDIA and outlet.basis == ALIAS

    def _posted(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"Governor Tarnov: two wounded by shelling", if what stands before the colon is an office or a known name."""
        colon = next((k for k, t in enumerate(tokens[:LONGEST_NAME]) if t.text == ":"), 0)
        start = next((k for k in range(colon) if any(map(str.isalnum, tokens[k].text))), colon)
        if any(t.text == "(" for t in tokens[:colon]) and not any(t.text == ")" for t in tokens[:colon]):
            return None  # "Fenn Corp (NSDQ: FENN) rose"
        if tokens[-1].text == "?" and not tokens[-1].quoted:  # "Fact check: Who sank it?" says nothing
            return None
        if start >= colon or colon + 2 >= len(tokens) or any(t.tag in FINITE or t.quoted for t in tokens[:colon]):
            return None
        headline = all(t.tag.startswith("NNP") for t in tokens[start:colon]) and colon - start > LONGEST_RUN
        if headline or self._is_heading(tokens[start:colon], text):
            return None
        known = self.knows(tokens[start:colon], text) or self._heads(tokens, start, colon, text)
        return clause_of(tokens, text, (start, colon), colon, (colon + 1, len(tokens))) if known else None

    def _is_heading(self, label: Sequence[Token], text: str) -> bool:
        """Whether a label is a topic, or tells news itself: "Photo gallery: …", "Ana Dovik dead: …"."""
        if not label[-1].tag.startswith("NN") or any(t.tag in _TOLD for t in label):
            return True
        span = span_of(label, text)
        identity = self._registry.identify(span.text) if span else None
        listed = identity is not None and (identity.basis == ALIAS or identity.id.startswith("outlet:"))
        return not listed and (label[-1].lower in self._words.headings or self._tells_news(label))

    def _tells_news(self, label: Sequence[Token]) -> bool:
        """Whether a label of several words is about a thing: "Lorn bus fare: …", "Man reportedly shot: …"."""
        end = next((k for k, t in enumerate(label) if k and t.tag in _BEHIND_HEAD), len(label))
        head = label[end - 1]
        common = head.tag in COMMON and head.lower not in self._words.saying
        thing = common and self._registry.identify(head.text).class_ == UNATTRIBUTED
        ours = label[0].tag == "PRP$" and not any(t.tag == "NNP" for t in label)  # "Our youngest pilot: …"
        return len(label) > 1 and (thing or ours or any(t.lower.endswith("edly") for t in label))

    def _heads(self, tokens: Sequence[Token], start: int, colon: int, text: str) -> bool:
        """"Dovik: No proof of sabotage" above an article in which Ana Dovik speaks."""
        begins = not text[: tokens[0].start].strip() and colon - start == 1
        return begins and self._genders.is_surname(tokens[start].text, text)


def clause_of(
    tokens: Sequence[Token], text: str, source: tuple[int, int], cue: int, content: tuple[int, int]
) -> Clause | None:
    """The clause whose source, cue and content stand at these tokens; None where one of them is no more than marks."""
    said_by, said = (span_of(tokens[a:b], text) for a, b in (source, content))
    if said_by is None or said is None:
        return None
    at = tokens[cue]
    return Clause(sources=(said_by,), cue=Span(start=at.start, end=at.end, text=at.text), content=said)
