"""Reports without a verb of saying: "put the toll at nine", "counted 200 incidents", "was adamant that it was shut"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.facets.words import FacetWords
from rules.reading.syntax.cuts import Found
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.tokens import FINITE, Token
from rules.reading.syntax.verb_groups import VerbGroups
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_REACH, _NEAR, _FAR = 12, 5, 30
_SUBJECTS = frozenset({"DT", "PRP", "PRP$", "EX", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})


class Predicates:
    """Finds such reports; `cues` are the words that they turn on."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(clause_words)
        self._groups, self._phrases = rulebook.part(VerbGroups), rulebook.part(Phrases)
        self._footage = rulebook.part(FacetWords).footage
        words = self._words
        self.cues = words.purports | words.gauges | words.counts | words.records | words.convictions | words.revises

    def at(self, tokens: Sequence[Token], i: int, found: Sequence[Found] = ()) -> Found | None:
        """The report that turns on the word at `i`; `found` are those before it in the sentence."""
        word, finite = tokens[i].lower, tokens[i].tag in FINITE
        if word in self._words.convictions:
            return self._convinced(tokens, i)
        if word in self._words.purports:
            return self._purporting(tokens, i)
        if word in self._words.revises:
            return self._revising(tokens, i) if finite or self._has(tokens, i) else None
        if word == "put" and [t.lower for t in tokens[i + 1 : i + 3]] == ["it", "to"]:
            return self._putting(tokens, i) if finite else None
        if word in self._words.counts or word in self._words.records:
            return self._counting(tokens, i, found) if finite or self._has(tokens, i) else None
        gauges = word in self._words.gauges and (finite or self._has(tokens, i))
        return self._gauging(tokens, i, found) if gauges else None

    def _has(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether somebody "had put" it so."""
        first = self._groups.start(tokens, i)
        has = self._groups.is_finite(tokens, first, i) and not self._groups.is_passive(tokens, first, i)
        return tokens[i].tag == "VBN" and has

    def _gauging(self, tokens: Sequence[Token], i: int, found: Sequence[Found]) -> Found | None:
        """"Organisers put the crowd at 9,000", "the agency gave a figure of 39", "he blamed rebels and put …"."""
        end = next((k for k in range(i, len(tokens)) if tokens[k].text in {";", "."}), len(tokens))
        gives = tokens[i].lower in self._words.gives
        leading = [k for k in range(i + 1, min(end, i + _REACH)) if self._leads(tokens, k, gives)]
        at = next((k for k in leading if self._is_number(tokens, k + 1)), next(iter(leading), end))
        caused = gives and at < end and any(t.lower in self._words.causes for t in tokens[i + 1 : at])
        more = at == end and any(t.tag in {"JJR", "RBR"} for t in tokens[i + 1 : i + _NEAR])  # "put the toll higher"
        figure = more and any(t.lower in self._words.figures for t in tokens[i + 1 : i + _NEAR])
        numbered = self._is_number(tokens, at + 1) or caused or figure
        first, content = self._groups.start(tokens, i), (i + 1, end)
        if numbered and found and tokens[first - 1].tag == "CC" and found[-1].cue[1] < first:
            return Found(sources=found[-1].sources[:1], cue=(first, i + 1), content=content)
        start = self._phrases.subject_start(tokens, first) if numbered else None
        return Found(sources=((start, first),), cue=(first, i + 1), content=content) if start is not None else None

    def _is_number(self, tokens: Sequence[Token], k: int) -> bool:
        return any(t.tag == "CD" or t.lower in self._words.portions for t in tokens[k : k + _NEAR - 1])

    def _revising(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"The agency has revised the toll to 214": what it does so is what it says."""
        end = next((k for k in range(i, len(tokens)) if tokens[k].text in {";", "."}), len(tokens))
        ways = (k for k in range(i + 2, min(end, i + _FAR)) if tokens[k].lower in self._words.by_how_much)
        to = next((k for k in ways if any(t.tag == "CD" for t in tokens[k + 1 : k + _NEAR])), None)
        first = self._groups.start(tokens, i)
        numbered = to and any(t.lower in self._words.figures for t in tokens[i + 1 : to])
        start = self._phrases.subject_start(tokens, first) if numbered else None
        return Found(sources=((start, first),), cue=(first, i + 1), content=(i, end)) if start is not None else None

    def _purporting(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"Footage shared online purports to show a fire", however its words are tagged: what it claims is its own."""
        start = 1 + max((k for k in range(i) if tokens[k].text in {",", ":", ";"} or tokens[k].quoted), default=-1)
        recorded = any(t.lower in self._footage for t in tokens[start:i])
        if not recorded or i + 2 >= len(tokens) or tokens[i + 1].tag != "TO":
            return None
        return Found(sources=((start, i),), cue=(i, i + 1), content=(i + 1, len(tokens)))

    def _putting(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"Counsel put it to him that he had slept": what is put to a witness is what counsel says."""
        that = next((k for k in range(i + 3, min(len(tokens) - 2, i + _REACH)) if tokens[k].lower == "that"), None)
        start = self._phrases.subject_start(tokens, i)
        if that is None or start is None:
            return None
        return Found(sources=((start, i),), cue=(i, i + 1), content=(that + 1, len(tokens)))

    def _leads(self, tokens: Sequence[Token], k: int, gives: bool) -> bool:
        """Whether a number may follow: "at" after "put", "of" or "as" after the figure that somebody gives."""
        if not gives:
            return tokens[k].lower == "at"
        figure = any(t.lower in self._words.answered for t in tokens[max(0, k - 2) : k])
        caused = tokens[k].lower == "as" and any(t.lower in self._words.causes for t in tokens[max(0, k - _REACH) : k])
        measured = tokens[k].lower == "as" and tokens[min(k + 1, len(tokens) - 1)].tag == "CD"
        return caused or measured or (tokens[k].lower in {"of", "as", "at"} and figure)

    def _counting(self, tokens: Sequence[Token], i: int, found: Sequence[Found]) -> Found | None:
        """"The monitors, however, counted more than 200 incidents", "the clinic has registered nine deaths"."""
        first, after = self._groups.start(tokens, i), tokens[i + 1 : i + _REACH]
        harm = tokens[i].lower in self._words.counts or any(t.lower in self._words.harms for t in after)
        told = bool(found) and found[-1].content[0] <= first < found[-1].content[1]  # "told the Oar she | had counted"
        numbered = harm and not told and any(t.tag == "CD" for t in after[: _NEAR - 1])
        start = self._phrases.subject_start(tokens, first) if numbered else None
        content = (i + 1, len(tokens))
        return Found(sources=((start, first),), cue=(first, i + 1), content=content) if start is not None else None

    def _convinced(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"The nurse was adamant (that) she had told him"."""
        first = self._groups.start(tokens, i)
        if first == i or tokens[i - 1].lower not in self._words.be or i + 2 >= len(tokens):
            return None
        start = self._phrases.subject_start(tokens, first)
        that = tokens[i + 1].lower == "that"
        content = (i + 1 + that, len(tokens))
        opens = that or tokens[i + 1].tag in _SUBJECTS
        states = opens and any(t.tag in FINITE for t in tokens[content[0] :])
        if start is None or not states or tokens[start].lower in self._words.things:
            return None
        return Found(sources=((start, first),), cue=(first, i + 1), content=content)
