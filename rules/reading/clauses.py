"""Reporting clauses of one sentence, by reporting verbs and part-of-speech tags, without a dependency parse.

"The mayor said (that) it had sunk", "It had sunk, the mayor said", "According to the mayor, it had sunk",
"the paper cited the mayor as saying it had sunk", "it was claimed by the mayor", "the mayor denied it, adding …".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.facets.words import FacetWords
from rules.model import Attribution, Record, Span
from rules.reading.chains import Clause
from rules.reading.mistags import is_contact_clause, is_noun_for_verb, is_participle_for_past
from rules.reading.phrases import FINITE, Phrases
from rules.reading.tokens import Token, is_mark, span_of
from rules.reading.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerb, ReportingVerbs

_RELATIVE = frozenset({"WP", "WDT"})
_ENDS = frozenset({",", ".", ";", "!", "?", "—", "–"})
_HELD = frozenset({Act.BELIEF, Act.INTENTION, Act.PREDICTION})
_OURS = frozenset({"i", "we", "you"})
_NOT_STATED = frozenset({Act.QUESTION, Act.REQUEST})


class _Found(Record, frozen=True, kw_only=True):
    """A clause in token indexes: sources, cue and content, each from first up to, not including, last."""

    sources: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    content: tuple[int, int]
    follows: bool = False


class ClauseFinder:
    """Finds the reporting clauses of a sentence, from left to right."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs = rulebook.part(ReportingVerbs)
        self._words = rulebook.part(clause_words)
        self._phrases = rulebook.part(Phrases)
        self._footage = rulebook.part(FacetWords).footage

    def find(self, tokens: Sequence[Token], text: str) -> list[Clause]:
        """The clauses outside quotation marks; `tokens` are those of one sentence of `text`."""
        found: list[_Found] = []
        for index, token in enumerate(tokens):
            if token.quoted and not is_mark(token):
                continue
            clause = self._at(tokens, index, found)
            if clause is not None:
                found.append(clause)
        clauses = (_as_clause(f, tokens, text) for f in self._cut(found, tokens))
        return [c for c in clauses if c is not None and self._is_somebody(c.sources[0])]

    def may_report(self, found: Attribution) -> bool:
        """Whether an attribution found by other means states something, and does not ask, wish or film it."""
        source, cue = (span.text.lower().split() if span else [] for span in (found.source, found.cue))
        verbs = [verb for word in cue if (verb := self._verbs.of(word))]
        somebody = self._footage.isdisjoint(source) and self._words.nobody.isdisjoint(source[:1])
        somebody = somebody and (found.source is None or self._is_somebody(found.source))
        says = bool(verbs) or "according" in cue or not self._words.saying.isdisjoint(cue)
        held = any(v.act in _HELD for v in verbs)
        meant = held and (not _OURS.isdisjoint(source) or any(v.lemma in self._words.never_reports for v in verbs))
        return somebody and says and not meant and all(v.act not in _NOT_STATED for v in verbs)

    def _is_somebody(self, source: Span) -> bool:
        """Whether a source can speak at all, which an event cannot."""
        return source.text.lower().split()[-1] not in self._words.happenings

    def _at(self, tokens: Sequence[Token], i: int, found: Sequence[_Found]) -> _Found | None:
        if tokens[i].lower == "according" and i + 2 < len(tokens) and tokens[i + 1].lower == "to":
            return self._according(tokens, i)
        if tokens[i].lower in self._words.publishes:
            return self._publishing(tokens, i)
        verb = self._verb(tokens, i)
        if verb is None:
            return None
        tag, first = tokens[i].tag, self._phrases.cue_start(tokens, i)
        if i == 0 and tag == "VBG" and verb.lemma in self._words.cites:
            return self._citing_first(tokens)
        if tag == "VBG":
            return self._participle(tokens, i, verb, found)
        if tag == "VBN" and self._phrases.is_passive(tokens, first, i):
            return self._passive(tokens, first, i)
        finite = self._phrases.is_finite(tokens, first, i) or is_participle_for_past(tokens, i)
        if tag in {"VB", "VBN"} and not finite:
            return None
        if i + 1 == len(tokens) or tokens[i + 1].text in _ENDS:
            return self._after(tokens, first, i) or self._before(tokens, first, i, verb, found)
        return self._before(tokens, first, i, verb, found) or self._after(tokens, first, i)

    def _verb(self, tokens: Sequence[Token], i: int) -> ReportingVerb | None:
        token = tokens[i]
        if not token.tag.startswith("V") and not is_noun_for_verb(tokens, i):
            return None
        phrasal = f"{token.lower} {tokens[i + 1].lower}" if i + 1 < len(tokens) else ""
        verb = self._verbs.of(phrasal) or self._verbs.of(token.lower)
        if verb is None or verb.act in _NOT_STATED and verb.lemma not in self._words.addresses:
            return None
        if verb.lemma in self._words.never_reports:
            return None
        return None if any(t.lower in verb.not_before for t in tokens[i + 1 : i + 4]) else verb

    def _publishing(self, tokens: Sequence[Token], i: int) -> _Found | None:
        """"The group shared footage showing its fighters": what is shown is what the group says."""
        if tokens[i].tag != "VBD" or not any(t.lower in self._footage for t in tokens[i + 1 : i + 7]):
            return None
        first = self._phrases.cue_start(tokens, i)
        sources = self._subject(tokens, first)
        return _Found(sources=sources, cue=(first, i + 1), content=(i + 1, len(tokens))) if sources else None

    def _according(self, tokens: Sequence[Token], i: int) -> _Found | None:
        """"According to the paper, citing two officials, …": the officials are the inner source."""
        end = self._phrases.end_of_name(tokens, i + 2)
        cited = self._cited(tokens, end - 1) if tokens[end : end + 1] and tokens[end].text == "," else ()
        sources, cue = ((i + 2, end), *cited), (i, i + 2)
        if i > 2:
            return _Found(sources=sources, cue=cue, content=(0, i), follows=True)
        end = cited[0][1] if cited else end
        return _Found(sources=sources, cue=cue, content=(end, len(tokens))) if end < len(tokens) else None

    def _participle(
        self, tokens: Sequence[Token], i: int, verb: ReportingVerb, found: Sequence[_Found]
    ) -> _Found | None:
        """"…, adding it had sunk": said by whoever said or did the rest; "citing officials" is found by `_inner`."""
        if verb.lemma in self._words.cites or (i and tokens[i - 1].lower not in {",", "and", "”", '"', "—", "–", "-"}):
            return None
        content = self._content(tokens, i, verb)
        source = found[-1].sources if found else self._first_subject(tokens)
        return _Found(sources=source, cue=(i, i + 1), content=content) if content and source else None

    def _passive(self, tokens: Sequence[Token], first: int, i: int) -> _Found | None:
        """"The raid was claimed by the legion": the subject is what is said."""
        if i + 2 >= len(tokens) or tokens[i + 1].lower != "by":
            return None
        subject = self._phrases.subject_start(tokens, first)
        if subject is None:
            return None
        return _Found(
            sources=((i + 2, self._phrases.end_of_name(tokens, i + 2)),), cue=(first, i + 2), content=(subject, first)
        )

    def _citing_first(self, tokens: Sequence[Token]) -> _Found | None:
        """"Citing officials, the paper counted 50 men": the rest is what the officials told the paper."""
        comma = self._phrases.end_of_name(tokens, 1)
        verb = next((j for j in range(comma, len(tokens)) if tokens[j].tag in FINITE), None)
        if verb is None or verb <= comma + 1:
            return None
        return _Found(sources=((comma + 1, verb), (1, comma)), cue=(0, 1), content=(comma + 1, len(tokens)))

    def _before(
        self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb, found: Sequence[_Found] = ()
    ) -> _Found | None:
        """Source, verb, content."""
        sources = self._subject(tokens, first, found)
        if not sources:
            return None
        inner = self._inner(tokens, i, verb)
        if inner and verb.lemma in self._words.cites:
            content = self._as_saying(tokens, inner[1])
        else:
            content = self._content(tokens, inner[1] - 1 if inner and inner[1] < i + 12 else i, verb)
        if content is None:
            return None
        return _Found(sources=(*sources, *((inner,) if inner else ())), cue=(first, i + 1), content=content)

    def _after(self, tokens: Sequence[Token], first: int, i: int) -> _Found | None:
        """Content, comma or closing quotation mark, source and verb in either order; little may follow."""
        for token in tokens[i + 1 : i + 12]:
            if token.text in _ENDS:
                break
            if token.tag in FINITE and not token.quoted:
                return None
        inverted = first > 1 and tokens[first - 1].text in {",", '"', "”", "’", "'"}
        if inverted:
            source, end = (i + 1, self._phrases.end_of_titled_name(tokens, i + 1)), first
        else:
            start = self._phrases.source_after_content(tokens, first)
            source, end = (start or first, first), start or 0
        spoken = any(t.tag.startswith(("V", "MD")) or t.quoted for t in tokens[:end])
        if source[0] >= source[1] or not (spoken or tokens[i].lower in self._words.told):
            return None
        verb = self._verbs.of(tokens[i].lower)
        inner = self._inner(tokens, i, verb) if verb else None
        sources = (source, inner) if inner else (source,)
        return _Found(sources=sources, cue=(first, i + 1), content=(0, end), follows=True)

    def _subject(
        self, tokens: Sequence[Token], first: int, found: Sequence[_Found] = ()
    ) -> tuple[tuple[int, int], ...]:
        """Who stands before the verb; after "and" whoever spoke before in the sentence, or its subject."""
        if first and tokens[first - 1].tag == "CC":
            return found[-1].sources[-1:] if found else self._first_subject(tokens)
        start = self._phrases.subject_start(tokens, first)
        if start is None or tokens[start].lower in self._words.nobody or is_contact_clause(tokens, start, first):
            return ()
        if first == start + 1 and tokens[start].tag in _RELATIVE:
            noun = start - (tokens[start - 1].text == ",")
            head = self._phrases.subject_start(tokens, noun)
            return ((head, noun),) if head is not None and head < noun else ()
        return self._quoting(tokens, start, first)

    def _quoting(self, tokens: Sequence[Token], start: int, end: int) -> tuple[tuple[int, int], ...]:
        """A source, and within it the one it cites: "a former adviser, quoting military intelligence, said"."""
        for j in range(start + 2, end - 1):
            if tokens[j].tag == "VBG" and tokens[j - 1].text == "," and self._is_citing(tokens[j]):
                return (start, j - 1), (j + 1, self._phrases.end_of_name(tokens, j + 1))
        return ((start, end),)

    def _is_citing(self, token: Token) -> bool:
        verb = self._verbs.of(token.lower)
        return verb is not None and verb.lemma in self._words.cites

    def _first_subject(self, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
        """The subject of the sentence: what stands before its first finite verb."""
        verbs = (j for j, t in enumerate(tokens) if t.tag in FINITE and not t.quoted)
        verb = next((j for j in verbs if not self._phrases.is_relative(tokens, j)), None)
        start = self._phrases.subject_start(tokens, verb) if verb else None
        return ((start, verb),) if start is not None and verb is not None and start < verb else ()

    def _inner(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> tuple[int, int] | None:
        """The source that the source cites: "cited X as saying", "said, citing X, that"."""
        if verb.lemma in self._words.cites:
            end = next((j for j in range(i + 1, min(len(tokens), i + 20)) if tokens[j].lower == "as"), None)
            return (i + 1, end) if end and end > i + 1 else None
        return next(iter(self._cited(tokens, i)), None)

    def _cited(self, tokens: Sequence[Token], i: int) -> tuple[tuple[int, int], ...]:
        """The source after "citing" or "quoting" behind the verb at `i`."""
        for j in range(i + 1, len(tokens) - 1):
            if tokens[j].tag == "VBG" and not tokens[j].quoted and self._is_citing(tokens[j]):
                return ((j + 1, self._phrases.end_of_name(tokens, j + 1)),)
        return ()

    def _as_saying(self, tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
        start = position + 2
        if start < len(tokens) and tokens[start].lower == "that":
            start += 1
        return (start, len(tokens)) if any(t.text[0].isalnum() for t in tokens[start:]) else None

    def _content(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> tuple[int, int] | None:
        """What follows the verb, if it can be what is said: a clause, a quotation, or an object of the right verbs."""
        hearer = verb.lemma in self._words.addresses
        objective = verb.lemma in self._words.takes_object
        start = self._phrases.content_start(tokens, i + 1, hearer, objective)
        if start is None:
            return None
        rest = tokens[start:]
        clausal = any(t.tag in FINITE for t in rest) or rest[0].lower == "to"
        quoting = any(t.quoted for t in rest[:3])
        named = objective and not (rest[0].tag.startswith(("RB", ".")) or (rest[0].tag == "IN" and len(rest) > 2))
        return (start, len(tokens)) if clausal or quoting or named else None

    def _cut(self, found: Sequence[_Found], tokens: Sequence[Token]) -> Iterator[_Found]:
        """Ends each content where a later clause that is not part of it begins: "…, RIA said", "… when they said"."""
        for index, clause in enumerate(found):
            start, end = clause.content
            if _is_relative(clause, tokens):
                end = next((k for k in range(start, end - 1) if _closes_aside(tokens, k)), end)
            if not clause.follows:
                end = next((k for k in range(start, end) if tokens[k].text == ";" and not tokens[k].quoted), end)
                for later in found[index + 1 :]:
                    if later.follows:
                        end = min(end, later.cue[0], *(s[0] for s in later.sources))
                    elif later.sources in (clause.sources, clause.sources[-1:]) and later.cue[0] > start:
                        end = min(end, later.cue[0])
                    elif start < later.sources[0][0] and tokens[later.sources[0][0] - 1].lower in self._words.beside:
                        end = min(end, later.sources[0][0] - 1)
            while end > start and tokens[end - 1].tag in {"CC", ",", ":", "."} and not tokens[end - 1].quoted:
                end -= 1
            yield _Found(sources=clause.sources, cue=clause.cue, content=(start, end), follows=clause.follows)


def _is_relative(clause: _Found, tokens: Sequence[Token]) -> bool:
    """Whether the clause stands in an aside on its source: "Dovik, who denies it, …"."""
    last = clause.sources[-1][1]
    return last < clause.cue[0] and any(t.tag in _RELATIVE for t in tokens[last : last + 2])


def _closes_aside(tokens: Sequence[Token], k: int) -> bool:
    """Whether a comma ends a relative clause, so that the verb of the main clause follows."""
    return tokens[k].text == "," and tokens[k + 1].tag in FINITE and not tokens[k].quoted


def _as_clause(found: _Found, tokens: Sequence[Token], text: str) -> Clause | None:
    sources = tuple(s for s in (span_of(tokens[a:b], text) for a, b in found.sources) if s is not None)
    cue = span_of(tokens[slice(*found.cue)], text)
    content = span_of(tokens[slice(*found.content)], text)
    return Clause(sources=sources, cue=cue, content=content) if sources and cue and content else None
