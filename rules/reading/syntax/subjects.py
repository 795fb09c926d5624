"""Who the subject of a reporting verb is, and the name that is the subject of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.model import Span
from rules.reading.syntax.adverbials import dates
from rules.reading.syntax.citing import Citing
from rules.reading.syntax.cuts import Found
from rules.reading.syntax.mistags import is_contact_clause
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.relatives import named_before, within_relative
from rules.reading.syntax.tokens import FINITE, PROPER, RELATIVE, Token, span_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_SUBJECT, _BODY = 12, 3


class Subjects:
    """Finds subjects in the tokens of one sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(clause_words)
        self._phrases, self._citing = rulebook.part(Phrases), rulebook.part(Citing)

    def of(
        self, tokens: Sequence[Token], first: int, found: Sequence[Found] = ()
    ) -> tuple[tuple[int, int], ...]:
        """The subject of the verb; after "and" the source or subject of the clause before."""
        if first > 2 and tokens[first - 1].lower in self._words.days:  # "Fenn, a mill, today | announced"
            first -= 1 + (tokens[first - 2].lower == "on")
        elif first > 2 and dates(tokens[first - 2], tokens[first - 1], self._words):
            first -= 2  # "Fenn, a mill, last week | announced"
        start = self._phrases.subject_start(tokens, first) if first and tokens[first - 1].tag != "CC" else None
        if first and _goes_on(tokens, first, start):
            before = [f for f in found if not _calls(tokens, f)] or found
            return before[-1].sources[-1:] if before else self.first(tokens)
        return self._of_phrase(tokens, start, first)

    def _of_phrase(self, tokens: Sequence[Token], start: int | None, first: int) -> tuple[tuple[int, int], ...]:
        """The subject that begins at `start`, or the noun that a relative clause tells of."""
        if start is not None and (own := within_relative(tokens, start, first)):
            return ((own, first),)
        if start is None and first > 2 and tokens[first - 1].tag in RELATIVE and tokens[first - 2].text == ",":
            named = named_before(tokens, first - 2)  # "listed by | the Fairhand Trust, which says"
            return ((named, first - 2),) if named is not None else ()
        if start is None or tokens[start].lower in self._words.nobody:
            return ()
        if is_contact_clause(tokens, start, first, self._words):
            return ()
        if first == start + 1 and tokens[start].tag in RELATIVE:
            noun = start - (tokens[start - 1].text == ",")
            head = self._phrases.subject_start(tokens, noun)
            if head is None or head >= noun:
                return ()
            return ((tokens[start].lower == "who" and _told_of(tokens, head)) or (head, noun),)
        if tokens[first - 1].lower == "who" and (told := _told_of(tokens, start)):
            return (told,)
        return self._citing.parted(tokens, start, first)

    def first(self, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
        """The subject of the sentence: what stands before its first verb, which may be tagged as a participle."""
        verbs = [j for j, t in enumerate(tokens) if t.tag in FINITE and not t.quoted]
        verbs = verbs or [j for j, t in enumerate(tokens) if t.tag == "VBN" and not t.quoted]
        verb = next((j for j in verbs if not self._phrases.is_relative(tokens, j)), None)
        start = self._phrases.subject_start(tokens, verb) if verb else None
        return ((start, verb),) if start is not None and verb is not None and start < verb else ()


def _calls(tokens: Sequence[Token], found: Found) -> bool:
    """Whether a clause only tells what somebody calls something: "condemned what | it called a raid | and said"."""
    return found.sources[0][0] > 0 and tokens[found.sources[0][0] - 1].lower == "what"


def _goes_on(tokens: Sequence[Token], first: int, start: int | None) -> bool:
    """Whether a verb has the subject of the clause before: "and | said", "but in a later note | said"."""
    phrase = start is not None and tokens[start].tag == "IN" and tokens[start - 1].tag == "CC"
    return tokens[first - 1].tag == "CC" or phrase


def _told_of(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """The name before a comma behind which a phrase only tells who it is: "by | Ana Dovik of Lorn, a guard who"."""
    apposed = start > 1 and tokens[start - 1].text == "," and tokens[start].tag in {"DT", "NN"}
    named = named_before(tokens, start - 1) if apposed else None
    return None if named is None else (named, start - 1)


def named_subject(tokens: Sequence[Token], text: str) -> Span | None:
    """The name that is the subject of a sentence: nothing but proper nouns, and titles, before its finite verb."""
    verb = next((k for k, t in enumerate(tokens[:_SUBJECT]) if t.tag in FINITE), None)
    if not verb or any(t.quoted for t in tokens[:verb]):
        return None
    before = _unbracketed(tokens[:verb])
    return next((span for phrase in _before_verb(before) if (span := _proper(phrase, text))), None)


def _unbracketed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without an acronym in brackets behind a name: "the Lorn River Board | (LRB)"."""
    opens = next((k for k, t in enumerate(tokens) if t.tag == "-LRB-"), None)
    closes = next((k for k, t in enumerate(tokens) if t.tag == "-RRB-"), None)
    return tokens if opens is None or closes is None else [*tokens[:opens], *tokens[closes + 1 :]]


def _before_verb(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What may name the subject before its verb: the last part between commas, then what it is an aside on."""
    commas = [k for k, t in enumerate(tokens) if t.text == ","]
    edges = [-1, *commas, len(tokens)]
    aside = bool(tokens) and tokens[-1].text == ","
    for start, end in list(zip(edges, edges[1:], strict=False))[::-1][aside : aside + 1 + aside]:
        yield tokens[start + 1 : end]


def _proper(tokens: Sequence[Token], text: str) -> Span | None:
    phrase = [t for t in tokens if t.tag != "RB" and not (t.tag == "CC" and t is tokens[0])]
    body = len(phrase) > _BODY and phrase[0].lower == "the" and all(t.tag in PROPER for t in phrase[1:])
    phrase = phrase[1:] if body else phrase  # "The | Vehicle Standards Agency"
    words = PROPER | {"NN", "NNS", "POS", "JJ"}
    proper = phrase and phrase[-1].tag in PROPER and all(t.tag in words or t.text == "&" for t in phrase)
    return span_of(phrase, text) if proper and len(phrase) < 6 else None
