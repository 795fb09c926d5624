"""What the statistical model finds in sentences without a plain reporting clause, as far as it states something."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rules.facets.words import FacetWords
from rules.model import Attribution, Extent, Span
from rules.reading.clauses.clauses import ClauseFinder
from rules.reading.clauses.contents import NOT_STATED
from rules.reading.clauses.cue_verbs import CueVerbs
from rules.reading.syntax.chains import Clause, holds
from rules.reading.syntax.deeds import Deeds
from rules.reading.syntax.extents import Extents
from rules.reading.syntax.relatives import is_restrictive
from rules.reading.syntax.tokens import FINITE, Sentence, Token, span_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerb, ReportingVerbs

_UNSAID = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\b(?!.*\bby\b)|\b(?:to|will|would|can|could|should|must|may|might) \w"
    r"|^(?:(?:accused|suspected) of|charged with|blamed for)\b",
    re.IGNORECASE,
)
"""Cues of which nobody is the agent, or that have not been said: "was said", "needs to tell", "accused of"."""
_HELD = frozenset({Act.BELIEF, Act.INTENTION, Act.PREDICTION})
_MARKS = frozenset("\"'“‘«")
_OURS = frozenset({"i", "we", "you"})


class Cued(Extent, frozen=True, kw_only=True):
    """An attribution, placed by its cue."""

    attribution: Attribution


def by_cue(found: Iterable[Attribution]) -> Extents[Cued]:
    """Attributions by the places of their cues."""
    return Extents(Cued(start=a.cue.start, end=a.cue.end, attribution=a) for a in found if a.cue)


class ModelledClauses:
    """Takes over attributions of the model where they are reports."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs, self._clauses = rulebook.part(ReportingVerbs), rulebook.part(ClauseFinder)
        self._cue_verbs, self._deeds = rulebook.part(CueVerbs), rulebook.part(Deeds)
        self._words = rulebook.part(clause_words)
        self._footage = rulebook.part(FacetWords).footage

    def clauses(self, sentence: Sentence, found: Extents[Cued], text: str) -> list[Clause]:
        """What the statistical model finds in one sentence, without beliefs, wishes and questions."""
        cued = found.within(sentence.extent.start, sentence.extent.end)
        clauses = [_as_clause(c.attribution, sentence, text) for c in cued if self._reports(c.attribution, text)]
        whole = (c for c in clauses if c and not _is_restrictive(c, sentence.tokens))
        active = (c for c in whole if not self._is_agentless(c, sentence.tokens))
        stated = [(c, _inside(sentence.tokens, c.content)) for c in active]
        return [c for c, tokens in stated if not self._states_nothing(c.cue.text, tokens)]

    def _reports(self, found: Attribution, text: str) -> bool:
        """Whether an attribution found by other means states something, and does not ask, wish or film it."""
        source, cue = (span.text.lower().split() if span else [] for span in (found.source, found.cue))
        pairs = map(" ".join, zip(cue, cue[1:], strict=False))
        verbs = self._verbs.among((*cue, *pairs))
        somebody = self._footage.isdisjoint(source) and self._words.nobody.isdisjoint(source[:1])
        somebody = somebody and (found.source is None or self._clauses.is_somebody(found.source))
        says = bool(verbs) or "according" in cue or not self._words.saying.isdisjoint(cue)
        held = any(v.act in _HELD for v in verbs)
        meant = held and (not _OURS.isdisjoint(source) or any(v.lemma in self._words.never_reports for v in verbs))
        opened = found.content is not None and _is_opened(found.content, text)
        shown = bool(verbs) and not any(self._tells(verb, source, opened) for verb in verbs)
        return somebody and says and not meant and not shown and all(v.act not in NOT_STATED for v in verbs)

    def _tells(self, verb: ReportingVerb, source: Sequence[str], opened: bool) -> bool:
        """Whether a verb says or finds something: "a poll | shows", "he | posted that", not "his death | shows"."""
        words = self._words
        if verb.lemma in words.shows:
            return not (words.studies | words.saying).isdisjoint(word.removesuffix("s") for word in source)
        return opened or verb.lemma not in words.never_reports or verb.lemma in words.finds | words.before_that

    def _is_agentless(self, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Whether the verb of a cue has nobody for its agent: "a firm | reported to be near ruin"."""
        verb = bisect_left([t.end for t in tokens], clause.cue.end)
        return verb < len(tokens) and self._cue_verbs.is_agentless(tokens, verb)

    def _states_nothing(self, cue: str, content: Sequence[Token]) -> bool:
        """Whether it is a demand, or a verb tells what was done: "dismissed | the lawsuit brought by farmers"."""
        verbs = self._verbs.among(cue.split())
        done = bool(verbs) and self._deeds.done_to(verbs[-1].lemma, content)
        return done or self._is_demand(cue, content)

    def _is_demand(self, cue: str, content: Sequence[Token]) -> bool:
        """Whether somebody is told to do something, which states nothing: "told | people to leave"."""
        addressed = any(verb.lemma in self._words.addresses for verb in self._verbs.among(cue.split()))
        tags = {token.tag for token in content if not token.quoted}
        opens = bool(content) and content[0].tag == "TO"
        return addressed and (opens or ("TO" in tags and FINITE.isdisjoint(tags)))


def _is_opened(content: Span, text: str) -> bool:
    """Whether "that" or a quotation mark opens what is said."""
    return content.text[0] in _MARKS or "that " in (content.text[:5], text[max(0, content.start - 5) : content.start])


def _as_clause(found: Attribution, sentence: Sentence, text: str) -> Clause | None:
    """An attribution as a clause, if it lies in one sentence, states something and was said by somebody."""
    source, cue, content = found.source, found.cue, found.content
    if source is None or cue is None or content is None or _UNSAID.search(cue.text):
        return None
    if not all(holds(sentence.extent, span) for span in (source, cue, content)):
        return None
    content = _with_no(content, cue, sentence, text)
    states = any(t.quoted or t.tag.startswith(("V", "MD")) for t in _inside(sentence.tokens, content))
    apart = source.end <= content.start or content.end <= source.start
    source = _without_possessive(source, sentence.tokens, text)
    return Clause(sources=(source,), cue=cue, content=content) if apart and states else None


def _without_possessive(source: Span, tokens: Sequence[Token], text: str) -> Span:
    """The owner of what is said: "the army | 's claim"; a name keeps its own, as "McDonald's" is one token with it."""
    inside = _inside(tokens, source)
    return span_of(inside[:-1], text) or source if inside and inside[-1].tag == "POS" else source


def _with_no(content: Span, cue: Span, sentence: Sentence, text: str) -> Span:
    """What is said, with what there is none of: "found | no evidence that it had sunk"."""
    between = [t for t in sentence.tokens if cue.end <= t.start < content.start]
    start = between[0].start if between and between[0].lower == "no" else content.start
    return Span(start=start, end=content.end, text=text[start : content.end])


def _is_restrictive(clause: Clause, tokens: Sequence[Token]) -> bool:
    """As `is_restrictive`, of a clause in spans of the text."""
    starts = [t.start for t in tokens]
    cue, start, end = (bisect_left(starts, p) for p in (clause.cue.start, clause.content.start, clause.content.end))
    return is_restrictive(tokens, cue, (start, end))


def _inside(tokens: Sequence[Token], extent: Extent) -> Sequence[Token]:
    return [t for t in tokens if extent.start <= t.start < extent.end]
