"""Plain reporting clauses by reporting verb and tags, for sentences in which the statistical model finds nothing.

"The mayor said (that) it had sunk", "It had sunk, the mayor said", "According to the mayor, it had sunk".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from rules.model import Attribution, Quoting, Span
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerbs

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SAYS = _FINITE | {"VBN", "VB"}
_VERBS = _FINITE | {"VBN", "VB", "VBG"}
_BOUNDS = _VERBS | {":", "``", "''", "CC", "-LRB-"}
_AUXILIARIES = frozenset(("has", "have", "had", "also", "did", "do", "does", "not", "n't", "n’t", "later", "earlier"))
_SAYING = frozenset({Act.ASSERTION, Act.DENIAL, Act.ACCUSATION, Act.ADMISSION, Act.PREDICTION})
_OPENS_CLAUSE = frozenset(
    ("DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "JJ", "CD", "EX", "TO", "``", '""', "VBG", "RB", "IN", "WP")
)
_ACCORDING = re.compile(r"\baccording to (?P<source>[^,;.\n]+(?:, [^,;.\n]+(?=,))?)", re.IGNORECASE)


class ClauseFinder:
    """Finds the outermost reporting clause of a sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs = rulebook.part(ReportingVerbs)

    def find(self, sentence: Sequence[Token], text: str) -> Attribution | None:
        """The attribution that `sentence` makes, or None. `text` is the whole text that the tokens stand in."""
        tokens = [token for token in sentence if not token.is_space]
        if len(tokens) < 3:
            return None
        return self._according(tokens, text) or self._reporting(tokens, text)

    def _according(self, tokens: Sequence[Token], text: str) -> Attribution | None:
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        match = _ACCORDING.search(text, start, end)
        if match is None:
            return None
        cue = _span(text, match.start(), match.start("source"))
        source = _span(text, match.start("source"), match.end("source"))
        before = _span(text, start, match.start())
        content = before if before and len(before.text) > 3 else _span(text, match.end(), end)
        return _attribution(source, cue, content)

    def _reporting(self, tokens: Sequence[Token], text: str) -> Attribution | None:
        for i, token in enumerate(tokens):
            if token.tag_ not in _SAYS or not self._says(token, tokens[i + 1 : i + 3]):
                continue
            first = _cue_start(tokens, i)
            if token.tag_ in {"VB", "VBN"} and first == i:
                continue
            found = self._before(tokens, first, i, text) or self._after(tokens, first, i, text)
            if found:
                return found
        return None

    def _says(self, token: Token, following: Sequence[Token]) -> bool:
        verb = self._verbs.of(token.text)
        if verb is None or verb.act not in _SAYING:
            return False
        return not any(word.lower_ in verb.not_before for word in following)

    def _before(self, tokens: Sequence[Token], first: int, verb: int, text: str) -> Attribution | None:
        """Source, verb, content: what follows the verb must be a clause."""
        source = _subject(tokens[:first])
        rest = tokens[verb + 1 :]
        while rest and rest[0].tag_ in {"RB", ",", ":"}:
            rest = rest[1:]
        act = self._verbs.of(tokens[verb].text)
        stands_alone = act is not None and (act.act is not Act.ASSERTION or act.lemma == "confirm")
        if not source or not rest or rest[0].tag_ not in _OPENS_CLAUSE:
            return None
        if not stands_alone and not any(t.tag_ in _VERBS for t in rest):
            return None
        return _attribution(_over(source, text), _over(tokens[first : verb + 1], text), _over(rest, text))

    def _after(self, tokens: Sequence[Token], first: int, verb: int, text: str) -> Attribution | None:
        """Content, comma, source, verb: little may follow the verb."""
        commas = [j for j in range(first) if tokens[j].text in {",", ",”", ',"'}]
        if not commas or len(tokens) - verb > 12:
            return None
        comma = next((j for j in commas if any(t.tag_ in _FINITE for t in tokens[:j])), None)
        source = tokens[comma + 1 : first] if comma is not None else ()
        while source and source[0].tag_ in {"''", "``", '""', "”"}:
            source = source[1:]
        if not source or any(t.tag_ in _FINITE for t in source):
            return None
        return _attribution(_over(source, text), _over(tokens[first : verb + 1], text), _over(tokens[:comma], text))


def _cue_start(tokens: Sequence[Token], verb: int) -> int:
    first = verb
    while first and tokens[first - 1].lower_ in _AUXILIARIES:
        first -= 1
    return first


def _subject(before: Sequence[Token]) -> Sequence[Token]:
    """The noun phrase that ends where `before` ends: back to a finite verb or a mark that opens a clause."""
    start = len(before)
    while start and before[start - 1].tag_ not in _BOUNDS and before[start - 1].text != ";":
        start -= 1
    if start:
        return ()
    return before if any(t.tag_.startswith("N") or t.tag_ == "PRP" for t in before) else ()


def _over(tokens: Sequence[Token], text: str) -> Span | None:
    return _span(text, tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else None


def _span(text: str, start: int, end: int) -> Span | None:
    """The span without white space and commas at its ends, and without the sentence's full stop."""
    while start < end and text[start] in " ,\n":
        start += 1
    while start < end and text[end - 1] in " ,\n.":
        end -= 1
    return Span(start=start, end=end, text=text[start:end]) if start < end else None


def _attribution(source: Span | None, cue: Span | None, content: Span | None) -> Attribution | None:
    if source is None or content is None:
        return None
    marks = '"“”'
    direct = content.text[0] in marks and content.text[-1] in marks
    mixed = any(mark in content.text for mark in marks)
    quoting = Quoting.DIRECT if direct else Quoting.MIXED if mixed else Quoting.INDIRECT
    return Attribution(source=source, cue=cue, content=content, quoting=quoting)
