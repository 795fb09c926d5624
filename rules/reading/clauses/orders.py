"""Clauses by finite verbs, whose source and content stand before or after them in any order."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.clauses.contents import Contents
from rules.reading.clauses.interposed import closes_quotation, is_dependent, leads_to_quotation
from rules.reading.syntax.adverbials import over_time
from rules.reading.syntax.citing import Citing, as_saying
from rules.reading.syntax.cuts import Found
from rules.reading.syntax.mistags import is_job_for_verb
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.relatives import behind_aside, is_noun_phrase, is_restrictive, named_by
from rules.reading.syntax.subjects import Subjects
from rules.reading.syntax.tokens import FINITE, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerb, ReportingVerbs

_ENDS = frozenset({",", ".", ";", "!", "?", "—", "–", "--"})
_NAMED = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "CD", "DT", "PRP$"})
_WHERE = frozenset({"WRB", "WP", "WDT"})
_NO_NAME = frozenset({"IN", "TO", "RB", "VBG", "VBN", ",", "."})


class Orders:
    """Finds such clauses in the tokens of one sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs, self._words = rulebook.part(ReportingVerbs), rulebook.part(clause_words)
        self._phrases, self._ends = rulebook.part(Phrases), rulebook.part(NameEnds)
        self._subjects, self._citing = rulebook.part(Subjects), rulebook.part(Citing)
        self._contents = rulebook.part(Contents)

    def at(
        self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb, found: Sequence[Found]
    ) -> Found | None:
        """The clause of the finite verb at `i`, whose group begins at `first`; `found` are those before it.

        What is said follows the verb, or stands before it where that ends the clause.
        """
        if led := self._leading(tokens, i, verb):
            return led
        if closes_quotation(tokens, first) and (said := self._after(tokens, first, i, closed=True)):
            return said
        if leads_to_quotation(tokens, i) and (said := self._before(tokens, first, i, verb, found)):
            return said
        if i + 1 == len(tokens) or tokens[i + 1].text in _ENDS:
            after = self._after(tokens, first, i)
            return after if verb.lemma in self._words.finds else after or self._before(tokens, first, i, verb, found)
        if self._closes(tokens, first, i) and (after := self._after(tokens, first, i)):
            return after
        before = self._before(tokens, first, i, verb, found)
        if before is None or self._is_beside(tokens, before.content[0]):
            return self._after(tokens, first, i) or before
        return before

    def _closes(self, tokens: Sequence[Token], first: int, i: int) -> bool:
        """Whether a verb behind a whole clause and its source end what is said: "It sank, said Ana Dovik, who …"."""
        verb = next((k for k in range(first - 1) if tokens[k].tag in FINITE and not tokens[k].quoted), None)
        whole = verb and tokens[first - 1].text == "," and not self._phrases.is_relative(tokens, verb)
        if not whole or tokens[i].lower in self._words.told or tokens[i + 1].tag not in _NAMED:
            return False
        end = self._ends.end_of_name(tokens, i + 1)
        who = any(t.tag == "WP" for t in tokens[end + 1 : end + 2])
        return who or (tokens[i + 1].tag != "DT" and (end == len(tokens) or tokens[end].text in _ENDS))

    def _is_beside(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether what follows only says how or when: "Nine died, police said, | as …", "he told us | over coffee"."""
        how = tokens[start].tag == "IN" and tokens[start].lower != "that"
        return how if tokens[start - 1].text != "," else tokens[start].lower in self._words.subordinates

    def _before(
        self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb, found: Sequence[Found] = ()
    ) -> Found | None:
        """Source, verb, content."""
        sources = self._subjects.of(tokens, first, found)
        if not sources or self._is_countered(tokens, sources[0][0]) or _is_told_aside(tokens, i):
            return None
        inner = self._citing.inner(tokens, i, verb)
        if inner and verb.lemma in self._words.cites:
            content = as_saying(tokens, inner[1])
        else:
            content = self._around(tokens, i, verb, inner)
        if content is None and not inner and verb.lemma not in self._words.takes_object:
            content = behind_aside(tokens, sources[-1], i + 1)
        if content is None or is_restrictive(tokens, first, content):
            return None
        if sources[0][0] and tokens[sources[0][0] - 1].lower == "what":
            content = named_by(tokens, content)
        end = i + 3 if content == (i + 1, i + 2) and " " in verb.lemma else i + 1  # "ruled that out"
        return Found(sources=(*sources, *((inner,) if inner else ())), cue=(first, end), content=content)

    def _around(
        self, tokens: Sequence[Token], i: int, verb: ReportingVerb, inner: tuple[int, int] | None
    ) -> tuple[int, int] | None:
        """What is said behind the cited source ("said, citing officials, that it sank") or before it."""
        if inner is None:
            return self._contents.after(tokens, i, verb)
        if inner[1] < len(tokens) - 1 and not any(t.tag in FINITE for t in tokens[i + 1 : inner[0]]):
            return self._contents.after(tokens, inner[1] - 1, verb)
        content = self._contents.after(tokens, i, verb)
        cites = inner[0] - 1 - (tokens[inner[0] - 2].text == ",")
        goes_on = "and" in {t.lower for t in tokens[inner[1] : inner[1] + 2]}
        return content if content is None or goes_on or not content[0] < cites < content[1] else (content[0], cites)

    def _leading(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> Found | None:
        """"Not so, says the priest, Ana Dovik: nine never left": verb and source before a colon."""
        inverted = i > 0 and tokens[i - 1].text == "," and verb.lemma not in self._words.addresses
        if not inverted or i + 1 == len(tokens) or tokens[i + 1].tag in _NO_NAME | {"CC"}:
            return None
        if tokens[i + 1].lower in self._words.days or over_time(tokens, i + 1, self._words) > i + 1:
            return None
        end = self._ends.end_of_titled_name(tokens, i + 1)
        pointer = end == i + 2 and (tokens[i + 1].tag == "DT" or tokens[i + 1].lower == "it")
        colon = not pointer and i + 1 < end < len(tokens) and tokens[end].text == ":" and not tokens[end].quoted
        if not colon or not any(t.tag in FINITE for t in tokens[end + 1 :]):
            return None
        return Found(sources=((i + 1, end),), cue=(i, i + 1), content=(end + 1, len(tokens)))

    def _is_countered(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether what a source says is named only to be contradicted: "contrary to what | the mayor says, …"."""
        before = {t.lower for t in tokens[max(0, start - 3) : start]}
        return "what" in before and not before.isdisjoint(self._words.counters)

    def _after(self, tokens: Sequence[Token], first: int, i: int, closed: bool = False) -> Found | None:
        """Content, comma or closing quotation mark, source and verb in either order; little may follow, unless the
        content is a quotation that is `closed`.
        """
        for token in () if closed else tokens[i + 1 + is_job_for_verb(tokens, i + 1) : i + 12]:
            if token.text in _ENDS:
                break
            if token.tag in FINITE and not token.quoted:
                return None
        start = self._phrases.source_after_content(tokens, first)
        spoken_of = i + 1 < len(tokens) and tokens[i + 1].lower in self._words.topics
        if spoken_of and tokens[first - 1].text == "," and not (start and is_mark(tokens[start - 1])):
            return None
        if start and [tokens[start].tag in _WHERE, tokens[start + 1].text] == [True, ","]:
            return None  # "…, where, a guard said, | he fell"
        if self._is_inverted(tokens, first, i, start):
            source, end = (i + 1, self._ends.end_of_told_name(tokens, i + 1)), first
        else:
            source, end = (start or first, first), start or 0
        colon = next((k for k in range(end - 1, 0, -1) if tokens[k].text == ":" and not tokens[k].quoted), 0)
        counted = colon == 0 and tokens[0].tag == "CD" and i + 2 >= len(tokens)  # "Nine dead in Lorn, police say"
        spoken = counted or any(t.tag.startswith(("V", "MD")) or t.quoted for t in tokens[colon:end])
        told = tokens[i].lower in self._words.told and tokens[0].tag != "IN"  # "Since May, the mayor has told"
        if source == (i + 1, source[1]) and is_noun_phrase(tokens[:end]):
            return None
        if self._depends(tokens, end, i):
            return None
        if source[0] >= source[1] or not (spoken or told):
            return None
        verb = self._verbs.of(tokens[i].lower)
        inner = self._citing.inner(tokens, i, verb) if verb else None
        sources = (source, inner) if inner else (source,)
        return Found(sources=sources, cue=(first, i + 1), content=(0, end), follows=True)

    def _depends(self, tokens: Sequence[Token], end: int, i: int) -> bool:
        """Whether what stands before the source only says when: "As she left, the mayor responded with a shrug"."""
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        goes_on = behind is not None and behind.text == ","
        return not goes_on and is_dependent(tokens[:end], self._words.subordinates)

    def _is_inverted(self, tokens: Sequence[Token], first: int, i: int, start: int | None) -> bool:
        """Whether the source follows its verb: "…,” said the mayor", but not "…,” the owner, Ana Dovik, said"."""
        before, after = tokens[first - 1], tokens[min(i + 1, len(tokens) - 1)]
        closes = before.text in {",", "’", "'"} or is_mark(before)
        if first < 2 or not closes or tokens[i].lower in self._words.told:
            return False
        verb = self._verbs.of(tokens[i].lower)
        if after.tag == "PRP$" and verb and verb.lemma in self._words.addresses:  # "“Today,” reminded | his staff"
            return False
        if before.text == "," and tokens[first - 2].tag == "CD" and tokens[first - 3].text == ",":
            return False  # "Ana Dovik, 58, accepted the verdict", but not "… is under 60, noted Ana Dovik"
        return after.tag not in _NO_NAME and not (start and before.text == "," and is_mark(tokens[start - 1]))


def _is_told_aside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle only tells of somebody between commas: "the minister, | confirmed in May, said"."""
    opens = i > 0 and tokens[i - 1].text == "," and i + 1 < len(tokens) and tokens[i + 1].tag == "IN"
    comma = next((k for k in range(i + 2, len(tokens) - 1) if tokens[k].text == ","), None) if opens else None
    return comma is not None and tokens[i + 1].lower != "that" and tokens[comma + 1].tag in FINITE
