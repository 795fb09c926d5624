"""Phrases that frame what somebody says without a verb of theirs: "according to X", "per X", "as stated by X"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.citing import Citing
from rules.reading.syntax.cuts import Found
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.tokens import FINITE, RELATIVE, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerbs

_REACH, _FAR, _WIDE = 6, 16, 16
_PUT = frozenset({"put", "puts"})
_STOPS, _VERBS = frozenset({",", "."}), FINITE | {"NNS"}
_NAMES = frozenset({"DT", "JJ", "NNP", "NNPS", "NNS", "PRP$"})


class Frames:
    """Finds framing phrases; `opens` are the words that they begin with."""

    opens = frozenset({"according", "per", "as", "in", "by"})

    def __init__(self, rulebook: Rulebook) -> None:
        self._ends, self._citing = rulebook.part(NameEnds), rulebook.part(Citing)
        words = rulebook.part(clause_words)
        self._measures = words.measures
        self._verbs, self._views = rulebook.part(ReportingVerbs), {"in": words.views, "by": words.reckonings}

    def at(self, tokens: Sequence[Token], i: int) -> Found | None:
        """The framed statement whose phrase begins at `i`."""
        if i + 2 >= len(tokens) or tokens[i].quoted:
            return None
        if tokens[i].lower == "according":
            somebody = tokens[i + 1].lower == "to" and tokens[i + 2].lower not in self._measures
            return self._according(tokens, i, i + 2) if somebody else None
        if tokens[i].lower == "per":
            return self._according(tokens, i, i + 1) if _names_somebody(tokens, i) else None
        return self._as_stated(tokens, i) if tokens[i].lower == "as" else self._in_view(tokens, i)

    def _according(self, tokens: Sequence[Token], i: int, start: int) -> Found | None:
        """"According to the paper, citing two officials, …": the officials are the inner source."""
        end = self._ends.end_of_named_title(tokens, start)
        aside = i <= 2 and end + 1 < len(tokens) and tokens[end].text == ","
        told = end + 1 if aside else end - 1
        cited = self._citing.cited(tokens, end) if tokens[told].tag in RELATIVE and tokens[end].text == "," else ()
        if tokens[told].tag in RELATIVE and not cited:  # "according to a guard who | was there, it sank"
            end = next((k for k in range(told, len(tokens)) if tokens[k].text in _STOPS), end)
        if not cited and tokens[end : end + 1] and tokens[end].text == ",":
            cited = self._citing.cited(tokens, end - 1)
        sources, cue = ((start, end), *cited), (i, start)
        inside = tokens[i - 1].text == "," and tokens[i - 2].tag in RELATIVE  # "two of whom, according to vets, …"
        if i > 2 and tokens[i - 1].lower != "that" and not inside:
            return Found(sources=sources, cue=cue, content=(0, i), follows=True)
        end = cited[0][1] if cited else end
        return Found(sources=sources, cue=cue, content=(end, len(tokens))) if end < len(tokens) else None

    def _as_stated(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"As was stated by the chairman, …", "…, as reported earlier by the agency", "As the mayor put it, …"."""
        put = next((k for k in range(i + 2, min(len(tokens) - 1, i + _FAR)) if tokens[k].lower in _PUT), None)
        if put and tokens[put + 1].lower == "it":
            return self._framed(tokens, i, (i + 1, put), put + 2)
        if i == 0 and (said := self._as_said(tokens)):
            return said
        by = next((k for k in range(i + 2, min(len(tokens) - 1, i + _REACH)) if tokens[k].lower == "by"), None)
        if by is None or not any(t.tag == "VBN" and self._verbs.of(t.lower) for t in tokens[i + 1 : by]):
            return None
        return self._framed(tokens, i, (by + 1, self._ends.end_of_titled_name(tokens, by + 1)))

    def _as_said(self, tokens: Sequence[Token]) -> Found | None:
        """"As reports the ministry, …", and "As the ministry reports, …" where the verb is taken for a noun."""
        comma = next((k for k in range(3, min(len(tokens) - 2, _WIDE)) if tokens[k].text == ","), 0)
        if not comma or any(t.quoted or (t.tag in FINITE and k) for k, t in enumerate(tokens[1:comma])):
            return None
        for at, source in ((1, (2, comma)), (comma - 1, (1, comma - 1))):
            verb = self._verbs.of(tokens[at].lower) if tokens[at].tag in _VERBS else None
            if verb and verb.act is Act.ASSERTION and tokens[source[0]].tag in _NAMES | {"NN"}:
                return self._framed(tokens, 0, source, comma)
        return None

    def _in_view(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"In the captain's view …", "…, in her opinion", "in the words of the captain"."""
        if tokens[i].lower == "by" and i and tokens[i - 1].text != ",":  # "undone by his own account"
            return None
        views = self._views[tokens[i].lower]
        view = next((k for k in range(i + 2, min(len(tokens), i + _REACH)) if tokens[k].lower in views), None)
        if view == i + 2 < len(tokens) - 2 and tokens[view + 1].lower == "of":
            return self._framed(tokens, i, (view + 2, self._ends.end_of_titled_name(tokens, view + 2)))
        own = view - (tokens[view - 1].lower == "own") if view else 0
        if view is None or tokens[own - 1].tag not in {"PRP$", "POS"}:
            return None
        owner = (i + 1, own - (tokens[own - 1].tag == "POS"))
        return self._framed(tokens, i, owner, view + 1)

    @staticmethod
    def _framed(tokens: Sequence[Token], i: int, source: tuple[int, int], end: int = 0) -> Found | None:
        """What stands behind a phrase that opens the sentence, or before one behind a comma."""
        end = max(end, source[1])
        if i == 0:
            return Found(sources=(source,), cue=(0, 2), content=(end, len(tokens))) if end + 1 < len(tokens) else None
        mark = is_mark(tokens[i - 1])  # "“It sank,” as the mayor puts it"
        behind = (mark or tokens[i - 1].text == ",") and i > 2
        return Found(sources=(source,), cue=(i, i + 2), content=(0, i - (not mark)), follows=True) if behind else None


def _names_somebody(tokens: Sequence[Token], i: int) -> bool:
    """Whether "per" opens the sentence or follows a comma and does not count: not "per day", "per 100,000 people"."""
    return (i == 0 or tokens[i - 1].text == ",") and tokens[i + 1].tag in _NAMES
