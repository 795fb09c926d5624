"""The facets that a claim states: who acts, what is done, where, when, how many, and whether a recording is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules.facets import Gazetteer, NumberReader, TimeReader
from rules.facets.words import FacetWords
from rules.model import Extent, Facet, FacetMention
from rules.provenance import Mention
from rules.reading.syntax.adverbials import without_adverbial
from rules.reading.syntax.extents import Extents
from rules.reading.syntax.tokens import FINITE, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_VERB_GROUP = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "RB", "TO", "RP"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VB"})


class Facets:
    """The numbers, times, places, names and recordings of one text, found once and handed out by extent."""

    def __init__(
        self,
        rulebook: Rulebook,
        text: str,
        published_at: str | None,
        tokens: Sequence[Token],
        mentions: Iterable[Mention],
    ) -> None:
        self._text, self._tokens, self._mentions = text, Extents(tokens), Extents(mentions)
        words = rulebook.part(FacetWords)
        self._words = rulebook.part(clause_words)
        self._passives, footage = words.passives, words.footage
        times = Extents(rulebook.part(TimeReader).find(text, published_at))
        numbers = (n for n in rulebook.part(NumberReader).find(text) if not times.covers(n.start))
        shown = (self._mention(t.start, t.end, t.lower) for t in tokens if t.lower in footage)
        self._times, self._places = times, Extents(rulebook.part(Gazetteer).find(text))
        self._found = (
            (Facet.TIME, times),
            (Facet.NUMBER, Extents(numbers)),
            (Facet.AUTHENTICITY, Extents(shown)),
        )

    def of(self, claim: Extent, sentence: Extent, sources: Iterable[Extent] = ()) -> dict[str, FacetMention]:
        """One mention for each facet that the claim states. A time may stand beside the claim in its sentence.

        What is told of the sources is no part of it: "the group, at war since 2023, denied involvement".
        """
        inside = [t for t in self._tokens.within(claim.start, claim.end) if not is_mark(t)]
        found = {Facet.ACTOR: self._actor(inside), Facet.ACTION: self._action(inside)}
        for facet, mentions in self._found:
            found[facet] = _best(mentions, claim)
        found[Facet.PLACE] = self._place(claim)
        found[Facet.TIME] = found[Facet.TIME] or self._time_beside(sentence, sources)
        return {facet.value: mention for facet in Facet if (mention := found.get(facet))}

    def _time_beside(self, sentence: Extent, sources: Iterable[Extent]) -> FacetMention | None:
        of_sources = {time.start for source in sources for time in self._times.within(source.start, source.end)}
        beside = [t for t in self._times.within(sentence.start, sentence.end) if t.start not in of_sources]
        return min(beside, key=_by_precision, default=None)

    def _place(self, claim: Extent) -> FacetMention | None:
        """The most precise place before the first comma after a place: "in a village of X region, south of Y"."""
        first = min(self._places.within(claim.start, claim.end), key=lambda m: m.start, default=None)
        if first is None:
            return None
        comma = self._text.find(",", first.end, claim.end)
        return _best(self._places, Extent(start=claim.start, end=comma if comma > 0 else claim.end))

    def _actor(self, tokens: Sequence[Token]) -> FacetMention | None:
        """Whoever stands before an active verb, or after "by" where the verb is passive."""
        verb = next((k for k, t in enumerate(tokens) if t.tag in FINITE), None)
        if verb is None or tokens[0].tag == "TO" and not any(t.text == "," for t in tokens[:verb]):
            return None
        group = tokens[verb : _group_end(tokens, verb)]
        if group[-1].tag == "VBN" and any(t.lower in self._passives for t in group):
            by = next((k for k in range(verb, len(tokens) - 1) if tokens[k].lower == "by"), None)
            return self._name(tokens[by + 1 : by + 8]) if by is not None else None
        start = without_adverbial(tokens, 0, verb, self._words)
        led = tokens[0].tag in {"IN", "TO", "RB"}
        commas = [k for k in range(verb) if tokens[k].text == "," and led]
        return self._name(tokens[commas[-1] + 1 if commas else start : verb])

    def _name(self, tokens: Sequence[Token]) -> FacetMention | None:
        """A noun phrase, cut where it ends, with the registry's name where it holds one."""
        phrase: list[Token] = []
        for token in tokens:
            if token.text in {",", ";", "—", "–"} or token.tag in {"WDT", "WP", "EX"} or token.tag in FINITE:
                break
            phrase.append(token)
        while phrase and phrase[-1].tag in {"RB", "CC", "IN", "RBR"}:
            phrase.pop()
        if not any(t.tag.startswith("NN") or t.tag == "PRP" for t in phrase):
            return None
        start, end = phrase[0].start, phrase[-1].end
        known = next((m.identity.name for m in self._mentions.within(start, end)), None)
        return self._mention(start, end, known)

    def _action(self, tokens: Sequence[Token]) -> FacetMention | None:
        """The verb group: from the first finite verb, or "to have …", to its main verb."""
        first = next((k for k, t in enumerate(tokens) if t.tag in FINITE or (k == 0 and t.tag == "TO")), None)
        if first is None:
            return None
        main = tokens[_group_end(tokens, first) - 1]
        return self._mention(tokens[first].start, main.end, main.lower)

    def _mention(self, start: int, end: int, value: str | None) -> FacetMention:
        return FacetMention(start=start, end=end, text=self._text[start:end], value=value)


def _group_end(tokens: Sequence[Token], first: int) -> int:
    """Where the verb group that begins at `first` ends: after its last participle or infinitive."""
    end = last = first + 1
    while last < len(tokens) and tokens[last].tag in _VERB_GROUP - FINITE:
        last += 1
        end = last if tokens[last - 1].tag in _PARTICIPLES else end
    return end


def _best(mentions: Extents[FacetMention], extent: Extent) -> FacetMention | None:
    """The most precise mention within an extent, the first of equals."""
    return min(mentions.within(extent.start, extent.end), key=_by_precision, default=None)


def _by_precision(mention: FacetMention) -> tuple[int, int]:
    return (mention.precision or 0, mention.start)
