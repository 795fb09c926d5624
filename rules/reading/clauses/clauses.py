"""Reporting clauses of one sentence, by reporting verbs and part-of-speech tags, without a dependency parse.

"The mayor said (that) it had sunk", "It had sunk, the mayor said", "According to the mayor, it had sunk",
"the paper cited the mayor as saying it had sunk", "it was claimed by the mayor", "the mayor denied it, adding …".
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.facets.words import FacetWords
from rules.model import Span
from rules.provenance import Registry
from rules.provenance.classes import UNATTRIBUTED
from rules.reading.clauses.contents import NOT_STATED, Contents
from rules.reading.clauses.cue_verbs import CueVerbs
from rules.reading.clauses.frames import Frames
from rules.reading.clauses.interposed import around, main_clause
from rules.reading.clauses.orders import Orders
from rules.reading.clauses.passives import Passives
from rules.reading.clauses.predicates import Predicates
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.citing import Citing
from rules.reading.syntax.cuts import Found, resumed, trimmed
from rules.reading.syntax.mistags import is_finite_mistagged, retagged
from rules.reading.syntax.openings import behind_question, without_marks, without_states
from rules.reading.syntax.subjects import Subjects
from rules.reading.syntax.tokens import FINITE, PROPER, Token, is_mark, span_of
from rules.reading.syntax.verb_groups import VerbGroups
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerb, ReportingVerbs

_BARE = frozenset({"NN", "NNP", "NNS", "JJ", "JJR", "CD", "VBG"})
_HELD = frozenset({Act.BELIEF, Act.INTENTION, Act.PREDICTION})


class ClauseFinder:
    """Finds the reporting clauses of a sentence, from left to right."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._cue_verbs = rulebook.part(clause_words), rulebook.part(CueVerbs)
        self._groups, self._subjects = rulebook.part(VerbGroups), rulebook.part(Subjects)
        self._citing, self._frames = rulebook.part(Citing), rulebook.part(Frames)
        self._predicates, self._contents = rulebook.part(Predicates), rulebook.part(Contents)
        self._passives, self._orders = rulebook.part(Passives), rulebook.part(Orders)
        self._registry = rulebook.part(Registry)
        self._footage = rulebook.part(FacetWords).footage
        verbs = {form.partition(" ")[0] for form in rulebook.part(ReportingVerbs).by_form}
        self._cues = verbs | self._words.publishes | self._predicates.cues | self._frames.opens

    def find(self, tokens: Sequence[Token], text: str) -> list[Clause]:
        """The clauses outside quotation marks; `tokens` are those of one sentence of `text`."""
        words = self._words
        tokens = without_states(without_marks(behind_question(retagged(tokens), words.questions)), words.states)
        found: list[Found] = []
        for index, token in enumerate(tokens):
            quoted = token.quoted and not is_mark(token)
            if token.lower not in self._cues or quoted or self._cites_what(tokens, index):
                continue
            clause = self._at(tokens, index, found)
            if clause and not (self._is_object(clause, tokens, text) or self._is_of_noun(clause, tokens, text)):
                found.append(clause)
        found = [around(f, tokens, words.subordinates) for f in found]
        found += resumed(found, tokens)
        clauses = (_as_clause(f, tokens, text) for f in trimmed(found, tokens, words))
        return [c for c in clauses if c is not None and self.is_somebody(c.sources[0])]

    def _cites_what(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a verb only tells how a cited source is called: "citing what it | called local sources"."""
        return i > 2 and tokens[i - 2].lower == "what" and tokens[i - 3].lower in self._words.citing

    def _is_object(self, found: Found, tokens: Sequence[Token], text: str) -> bool:
        """Whether what follows the comma is the verb's object: "took leave, began work", but not "…, said a vet"."""
        (start, end), (first, last) = found.sources[0], found.cue
        behind_comma = start == last and tokens[last - 1].tag.startswith("V") and tokens[first - 1].text == ","
        if not behind_comma or any(t.quoted for t in tokens[slice(*found.content)]):
            return False
        if tokens[start].tag == "PRP" and tokens[start].lower in self._words.objects:
            return True
        source, bare = span_of(tokens[start:end], text), tokens[start].text.islower() and tokens[start].tag in _BARE
        plain = bare and tokens[last - 1].lower not in self._words.says
        return plain and source is not None and self._registry.identify(source.text).class_ == UNATTRIBUTED

    def _is_of_noun(self, found: Found, tokens: Sequence[Token], text: str) -> bool:
        """Whether a clause only tells of a noun behind a comma: "a drill began, | an event Lorn called a threat"."""
        start, end = found.sources[0]
        name = next((k for k in range(start + 2, end) if tokens[k].tag in PROPER), None)
        opens = start > 0 and tokens[start - 1].text == "," and tokens[start].lower in self._words.indefinite
        if name is None or not opens or any(t.tag == "IN" or not t.text.islower() for t in tokens[start:name]):
            return False
        noun = span_of(tokens[start:name], text)
        return noun is not None and self._registry.identify(noun.text).class_ == UNATTRIBUTED

    def is_somebody(self, source: Span) -> bool:
        """Whether a source can speak at all, which an event cannot."""
        name = source.text.lower()
        return name.split()[-1] not in self._words.happenings and name not in self._words.ourselves

    def _at(self, tokens: Sequence[Token], i: int, found: Sequence[Found]) -> Found | None:
        if tokens[i].lower in self._frames.opens and not (i and tokens[i].text.istitle()):  # "Per Holm"
            return self._frames.at(tokens, i)
        if tokens[i].lower in self._words.publishes:
            return self._publishing(tokens, i)
        if tokens[i].lower in self._predicates.cues and (other := self._predicates.at(tokens, i, found)):
            return other
        verb = self._cue_verbs.at(tokens, i)
        if verb is None:
            return None
        tag, first = tokens[i].tag, self._groups.start(tokens, i)
        if i == 0 and tag == "VBG" and verb.lemma in self._words.cites:
            return self._citing.first(tokens)
        if tag == "VBG" and not self._is_saying(tokens, first, i, verb):
            return self._participle(tokens, i, verb, found)
        if tag == "VBN" and self._groups.is_passive(tokens, first, i):
            return self._passives.at(tokens, first, i, verb)
        led = self._groups.led_start(tokens, i)
        finite = self._groups.is_finite(tokens, first, i) or is_finite_mistagged(tokens, i, self._words) or led < i
        if tag in {"VB", "VBN"} and not finite:
            return self._purpose(tokens, i, verb)
        first = min(first, led)
        return self._orders.at(tokens, first, i, verb, found)

    def _purpose(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> Found | None:
        """"The colonel appeared on television to announce that …": what somebody comes forward to say he says."""
        that = i + 2 < len(tokens) and tokens[i + 1].lower == "that" and tokens[i - 1].tag == "TO"
        main = [t.lower for t in tokens[:i] if t.tag in FINITE and not t.quoted] if that else []
        if len(main) != 1 or main[0] not in self._words.appears or verb.act in NOT_STATED:
            return None
        sources = self._subjects.first(tokens)
        return Found(sources=sources, cue=(i, i + 1), content=(i + 2, len(tokens))) if sources else None

    def _is_saying(self, tokens: Sequence[Token], first: int, i: int, verb: ReportingVerb) -> bool:
        """Whether the verb reports in the progressive: "is warning that it may sink", "was reporting a blast"."""
        after = tokens[min(i + 1, len(tokens) - 1)]
        states = after.lower == "that" or is_mark(after) or verb.lemma in self._words.saying | self._words.addresses
        return states and self._groups.is_passive(tokens, first, i)

    def _publishing(self, tokens: Sequence[Token], i: int) -> Found | None:
        """"The group shared footage showing its fighters": what is shown is what the group says."""
        if tokens[i].tag != "VBD" or not any(t.lower in self._footage for t in tokens[i + 1 : i + 7]):
            return None
        first = self._groups.start(tokens, i)
        asked = any(t.tag == "WP" for t in tokens[max(0, first - 2) : first])  # "to tell who first | posted it"
        sources = () if asked else self._subjects.of(tokens, first)
        return Found(sources=sources, cue=(first, i + 1), content=(i + 1, len(tokens))) if sources else None

    def _participle(
        self, tokens: Sequence[Token], i: int, verb: ReportingVerb, found: Sequence[Found]
    ) -> Found | None:
        """"…, adding it had sunk", said by the source or subject before it; "citing officials" is found by `_inner`."""
        if verb.lemma in self._words.cites or (i and tokens[i - 1].lower not in {",", "and", "”", '"', "—", "–", "-"}):
            return None
        if i == 0 and any(t.tag == "IN" and t.lower != "that" for t in tokens[1:2]):  # "Writing in the Oar, …"
            return None
        content = self._contents.after(tokens, i, verb)
        stated = i == 0 and content is not None and verb.act not in _HELD
        if stated and content and (main := main_clause(tokens, content[0])):  # "Noting that it sank, | Dovik left"
            return Found(sources=((main[0], main[1]),), cue=(0, 1), content=(content[0], main[0] - 1))
        source = found[-1].sources if found else self._subjects.first(tokens[: i - 1])
        return Found(sources=source, cue=(i, i + 1), content=content) if content and source else None


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
