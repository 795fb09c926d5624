"""Reporting clauses of one sentence, by reporting verbs and part-of-speech tags, without a dependency parse.

"The mayor said (that) it had sunk", "It had sunk, the mayor said", "According to the mayor, it had sunk",
"the paper cited the mayor as saying it had sunk", "it was claimed by the mayor", "the mayor denied it, adding …".
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.facets.words import FacetWords
from rules.model import Span
from rules.reading.chains import Clause
from rules.reading.citing import Citing, as_saying
from rules.reading.contents import NOT_STATED, Contents
from rules.reading.cuts import RELATIVE, Found, resumed, trimmed
from rules.reading.frames import Frames
from rules.reading.mistags import is_contact_clause, is_finite_mistagged, is_job_for_verb, is_noun_for_verb
from rules.reading.name_ends import NameEnds
from rules.reading.openings import behind_question, without_marks
from rules.reading.phrases import FINITE, Phrases
from rules.reading.predicates import Predicates
from rules.reading.relatives import behind_aside, is_noun_phrase, is_restrictive, named_by, within_relative
from rules.reading.tokens import Token, is_mark, span_of
from rules.reading.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerb, ReportingVerbs

_ENDS = frozenset({",", ".", ";", "!", "?", "—", "–"})
_NO_NAME = frozenset({"IN", "TO", "RB", "VBG", "VBN", ",", "."})
_REACH = 12


class ClauseFinder:
    """Finds the reporting clauses of a sentence, from left to right."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs = rulebook.part(ReportingVerbs)
        self._words = rulebook.part(clause_words)
        self._phrases, self._ends = rulebook.part(Phrases), rulebook.part(NameEnds)
        self._citing, self._frames = rulebook.part(Citing), rulebook.part(Frames)
        self._predicates, self._contents = rulebook.part(Predicates), rulebook.part(Contents)
        self._footage = rulebook.part(FacetWords).footage
        verbs = {form.partition(" ")[0] for form in self._verbs.by_form}
        self._cues = verbs | self._words.publishes | self._predicates.cues | self._frames.opens

    def find(self, tokens: Sequence[Token], text: str) -> list[Clause]:
        """The clauses outside quotation marks; `tokens` are those of one sentence of `text`."""
        tokens = without_marks(behind_question(tokens))
        found: list[Found] = []
        for index, token in enumerate(tokens):
            if token.lower not in self._cues or token.quoted and not is_mark(token):
                continue
            clause = self._at(tokens, index, found)
            if clause is not None:
                found.append(clause)
        found += resumed(found, tokens)
        clauses = (_as_clause(f, tokens, text) for f in trimmed(found, tokens, self._words.beside))
        return [c for c in clauses if c is not None and self.is_somebody(c.sources[0])]

    def is_somebody(self, source: Span) -> bool:
        """Whether a source can speak at all, which an event cannot."""
        return source.text.lower().split()[-1] not in self._words.happenings

    def _at(self, tokens: Sequence[Token], i: int, found: Sequence[Found]) -> Found | None:
        if tokens[i].lower in self._frames.opens:
            return self._frames.at(tokens, i)
        if tokens[i].lower in self._words.publishes:
            return self._publishing(tokens, i)
        if tokens[i].lower in self._predicates.cues and (other := self._predicates.at(tokens, i)):
            return other
        verb = self._verb(tokens, i)
        if verb is None:
            return None
        tag, first = tokens[i].tag, self._phrases.cue_start(tokens, i)
        if i == 0 and tag == "VBG" and verb.lemma in self._words.cites:
            return self._citing.first(tokens)
        if tag == "VBG":
            return self._participle(tokens, i, verb, found)
        if tag == "VBN" and self._phrases.is_passive(tokens, first, i):
            cites = verb.lemma in self._words.cites
            return self._quoted_as(tokens, first, i) if cites else self._passive(tokens, first, i, verb)
        finite = self._phrases.is_finite(tokens, first, i) or is_finite_mistagged(tokens, i)
        if tag in {"VB", "VBN"} and not finite:
            return None
        return self._leading(tokens, i, verb) or self._stating(tokens, first, i, verb, found)

    def _stating(
        self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb, found: Sequence[Found]
    ) -> Found | None:
        """By a finite verb: what is said follows it, or stands before it where it ends the clause."""
        if i + 1 == len(tokens) or tokens[i + 1].text in _ENDS:
            after = self._after(tokens, first, i)
            return after if verb.lemma in self._words.finds else after or self._before(tokens, first, i, verb, found)
        return self._before(tokens, first, i, verb, found) or self._after(tokens, first, i)

    def _verb(self, tokens: Sequence[Token], i: int) -> ReportingVerb | None:
        token = tokens[i]
        if not token.tag.startswith("V") and not is_noun_for_verb(tokens, i):
            return None
        phrasal = f"{token.lower} {tokens[i + 1].lower}" if i + 1 < len(tokens) else ""
        verb = self._verbs.of(phrasal) or self._verbs.of(token.lower)
        if verb is None or verb.act in NOT_STATED and verb.lemma not in self._words.addresses:
            return None
        ends = i + 1 == len(tokens) or tokens[i + 1].text == "."
        found = verb.lemma in self._words.finds and (ends or self._is_study(tokens, verb) or _is_finding(tokens, i))
        if verb.lemma in self._words.never_reports and not found:
            return None
        return None if any(t.lower in verb.not_before for t in tokens[i + 1 : i + 4]) else verb

    def _is_study(self, tokens: Sequence[Token], verb: ReportingVerb) -> bool:
        """Whether a study finds what is found, "in a survey she found nine", which is not the speaker's own."""
        studied = (k for k, t in enumerate(tokens) if t.lower in self._words.studies)
        return verb.lemma == "find" and any("PRP$" not in {t.tag for t in tokens[max(0, k - 3) : k]} for k in studied)

    def _publishing(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"The group shared footage showing its fighters": what is shown is what the group says."""
        if tokens[i].tag != "VBD" or not any(t.lower in self._footage for t in tokens[i + 1 : i + 7]):
            return None
        first = self._phrases.cue_start(tokens, i)
        sources = self._subject(tokens, first)
        return Found(sources=sources, cue=(first, i + 1), content=(i + 1, len(tokens))) if sources else None

    def _participle(
        self, tokens: Sequence[Token], i: int, verb: ReportingVerb, found: Sequence[Found]
    ) -> Found | None:
        """"…, adding it had sunk": said by whoever said or did the rest; "citing officials" is found by `_inner`."""
        if verb.lemma in self._words.cites or (i and tokens[i - 1].lower not in {",", "and", "”", '"', "—", "–", "-"}):
            return None
        content = self._contents.after(tokens, i, verb)
        source = found[-1].sources if found else self._first_subject(tokens[: i - 1])
        return Found(sources=source, cue=(i, i + 1), content=content) if content and source else None

    def _passive(self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb) -> Found | None:
        """"The raid was claimed by the legion": the subject is what is said; "it was told by the mayor that …"."""
        objective = verb.lemma in self._words.takes_object or verb.lemma in self._words.addresses
        if not objective or i + 2 >= len(tokens) or tokens[i + 1].lower != "by":
            return None
        start, end = self._phrases.subject_start(tokens, first), self._ends.end_of_name(tokens, i + 2)
        told = verb.lemma in self._words.addresses
        if start is None or (told and not (tokens[end : end + 1] and tokens[end].lower == "that")):
            return None
        content = (end + 1, len(tokens)) if told else (start, first)
        return Found(sources=((i + 2, end),), cue=(first, i + 2), content=content)

    def _quoted_as(self, tokens: Sequence[Token], first: int, i: int) -> Found | None:
        """"The mayor was quoted by the paper as saying it had sunk", "it had sunk, the mayor was quoted as saying"."""
        ways = range(i + 2, min(len(tokens), i + _REACH))
        saying = next((k for k in ways if tokens[k].tag == "VBG" and tokens[k - 1].lower == "as"), None)
        if saying is None:
            return None
        by = next((k for k in range(i + 1, len(tokens) - 1) if tokens[k].lower == "by"), None)
        outer = ((by + 1, self._ends.end_of_name(tokens, by + 1)),) if by and by < saying + 2 else ()
        verb = self._verbs.of(tokens[saying].lower)
        content = self._contents.after(tokens, saying, verb) if verb and not (outer and outer[0][0] > saying) else None
        before = self._phrases.source_after_content(tokens, first) if content is None else None
        start = before if content is None else self._phrases.subject_start(tokens, first)
        if start is None:
            return None
        said = content or (0, start)
        return Found(sources=(*outer, (start, first)), cue=(first, i + 1), content=said, follows=content is None)

    def _before(
        self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb, found: Sequence[Found] = ()
    ) -> Found | None:
        """Source, verb, content."""
        sources = self._subject(tokens, first, found)
        if not sources or self._is_countered(tokens, sources[0][0]):
            return None
        inner = self._citing.inner(tokens, i, verb)
        if inner and verb.lemma in self._words.cites:
            content = as_saying(tokens, inner[1])
        else:
            content = self._contents.after(tokens, inner[1] - 1 if inner and inner[1] < i + 12 else i, verb)
        if content is None and not inner and verb.lemma not in self._words.takes_object:
            content = behind_aside(tokens, sources[-1], i + 1)
        if content is None or is_restrictive(tokens, first, content):
            return None
        if sources[0][0] and tokens[sources[0][0] - 1].lower == "what":
            content = named_by(tokens, content)
        return Found(sources=(*sources, *((inner,) if inner else ())), cue=(first, i + 1), content=content)

    def _leading(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> Found | None:
        """"Not so, says the priest, Ana Dovik: nine never left": verb and source before a colon."""
        inverted = i > 0 and tokens[i - 1].text == "," and verb.lemma not in self._words.addresses
        if not inverted or i + 1 == len(tokens) or tokens[i + 1].tag in _NO_NAME:
            return None
        end = self._ends.end_of_titled_name(tokens, i + 1)
        colon = i + 1 < end < len(tokens) and tokens[end].text == ":" and not tokens[end].quoted
        if not colon or not any(t.tag in FINITE for t in tokens[end + 1 :]):
            return None
        return Found(sources=((i + 1, end),), cue=(i, i + 1), content=(end + 1, len(tokens)))

    def _is_countered(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether what a source says is named only to be contradicted: "contrary to what | the mayor says, …"."""
        before = {t.lower for t in tokens[max(0, start - 3) : start]}
        return "what" in before and not before.isdisjoint(self._words.counters)

    def _after(self, tokens: Sequence[Token], first: int, i: int) -> Found | None:
        """Content, comma or closing quotation mark, source and verb in either order; little may follow."""
        for token in tokens[i + 1 + is_job_for_verb(tokens, i + 1) : i + 12]:
            if token.text in _ENDS:
                break
            if token.tag in FINITE and not token.quoted:
                return None
        start = self._phrases.source_after_content(tokens, first)
        spoken_of = i + 1 < len(tokens) and tokens[i + 1].lower in self._words.topics
        if spoken_of and tokens[first - 1].text == "," and not (start and is_mark(tokens[start - 1])):
            return None
        if self._is_inverted(tokens, first, i, start):
            source, end = (i + 1, self._ends.end_of_titled_name(tokens, i + 1)), first
        else:
            source, end = (start or first, first), start or 0
        spoken = any(t.tag.startswith(("V", "MD")) or t.quoted for t in tokens[:end])
        if source == (i + 1, source[1]) and is_noun_phrase(tokens[:end]):
            return None
        if source[0] >= source[1] or not (spoken or tokens[i].lower in self._words.told):
            return None
        verb = self._verbs.of(tokens[i].lower)
        inner = self._citing.inner(tokens, i, verb) if verb else None
        sources = (source, inner) if inner else (source,)
        return Found(sources=sources, cue=(first, i + 1), content=(0, end), follows=True)

    def _is_inverted(self, tokens: Sequence[Token], first: int, i: int, start: int | None) -> bool:
        """Whether the source follows its verb: "…,” said the mayor", but not "…,” the owner, Ana Dovik, said"."""
        before, after = tokens[first - 1], tokens[min(i + 1, len(tokens) - 1)]
        if first < 2 or before.text not in {",", '"', "”", "’", "'"} or tokens[i].lower in self._words.told:
            return False
        if before.text == "," and tokens[first - 2].tag == "CD":  # "Ana Dovik, 58, accepted the verdict"
            return False
        return after.tag not in _NO_NAME and not (start and before.text == "," and is_mark(tokens[start - 1]))

    def _subject(
        self, tokens: Sequence[Token], first: int, found: Sequence[Found] = ()
    ) -> tuple[tuple[int, int], ...]:
        """Who stands before the verb; after "and" whoever spoke before in the sentence, or its subject."""
        if first and tokens[first - 1].tag == "CC":
            return found[-1].sources[-1:] if found else self._first_subject(tokens)
        start = self._phrases.subject_start(tokens, first)
        if start is not None and (own := within_relative(tokens, start, first)):
            return ((own, first),)
        if start is None or tokens[start].lower in self._words.nobody or is_contact_clause(tokens, start, first):
            return ()
        if first == start + 1 and tokens[start].tag in RELATIVE:
            noun = start - (tokens[start - 1].text == ",")
            head = self._phrases.subject_start(tokens, noun)
            return ((head, noun),) if head is not None and head < noun else ()
        return self._citing.parted(tokens, start, first)

    def _first_subject(self, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
        """The subject of the sentence: what stands before its first verb, which may be tagged as a participle."""
        verbs = [j for j, t in enumerate(tokens) if t.tag in FINITE and not t.quoted]
        verbs = verbs or [j for j, t in enumerate(tokens) if t.tag == "VBN" and not t.quoted]
        verb = next((j for j in verbs if not self._phrases.is_relative(tokens, j)), None)
        start = self._phrases.subject_start(tokens, verb) if verb else None
        return ((start, verb),) if start is not None and verb is not None and start < verb else ()


def _is_finding(tokens: Sequence[Token], i: int) -> bool:
    """Whether what a study found follows: "It found that nine wells held lead", which nobody else does by finding."""
    return 0 < i < len(tokens) - 1 and (tokens[i - 1].lower, tokens[i + 1].lower) == ("it", "that")


def _before_adverb(tokens: Sequence[Token], end: int) -> int:
    """Where a source ends behind which commas add an adverb: "the monitors | , however,"."""
    adds = end > 3 and tokens[end - 1].text == tokens[end - 3].text == "," and tokens[end - 2].tag in {"RB", "WRB"}
    return end - 3 if adds else end


def _as_clause(found: Found, tokens: Sequence[Token], text: str) -> Clause | None:
    named = (span_of(tokens[a : _before_adverb(tokens, b)], text) for a, b in found.sources)
    sources = tuple(s for s in named if s is not None)
    cue = span_of(tokens[slice(*found.cue)], text)
    content = span_of(tokens[slice(*found.content)], text)
    return Clause(sources=sources, cue=cue, content=content) if sources and cue and content else None
