"""Which tokens are verbs that report: not those that only may, nor those that demand."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.clauses.contents import NOT_STATED
from rules.reading.syntax.mistags import dates_a_report, is_noun_for_verb, is_verb_for_other
from rules.reading.syntax.tokens import FINITE, Token
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerb, ReportingVerbs

_SOON = 5  # tokens in which a word shows that a verb means something else
_STOPS = frozenset({".", ","})
_ALONE = frozenset({".", ",", ":", "HYPH", "NFP", "IN", "CC", "TO"})


class CueVerbs:
    """Reporting verbs in the tokens of one sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs, self._words = rulebook.part(ReportingVerbs), rulebook.part(clause_words)

    def at(self, tokens: Sequence[Token], i: int) -> ReportingVerb | None:
        """The verb that the token at `i` is, if it reports here."""
        token = tokens[i]
        if not token.tag.startswith("V") and not is_noun_for_verb(tokens, i, self._words):
            return None
        if token.tag != "VBG" and is_verb_for_other(tokens, i, self._words):
            return None
        verb = self._with_particle(tokens, i) or self._verbs.of(token.lower)
        if verb is None or verb.act in NOT_STATED and verb.lemma not in self._words.addresses:
            return None
        if verb.act is Act.BELIEF and _is_held(tokens, i) or self.is_agentless(tokens, i):
            return None
        ends = i + 1 == len(tokens) or tokens[i + 1].text == "."
        found = verb.lemma in self._words.finds and (ends or self._is_study(tokens, verb) or _is_finding(tokens, i))
        if verb.lemma in self._words.never_reports and not (found or self._is_thought(tokens, i, verb)):
            return None
        return None if any(t.lower in verb.not_before for t in tokens[i + 1 : i + _SOON]) else verb

    def _with_particle(self, tokens: Sequence[Token], i: int) -> ReportingVerb | None:
        """The verb of two words: "made (it) clear", "ruled that out"; "pointed this out" is no report of it."""
        after = [t.lower for t in tokens[i + 1 : i + 3]]
        parted = bool(after) and after[0] in self._words.parting
        verb = self._verbs.of(" ".join([tokens[i].lower, *(after[1:] if parted else after[:1])]))
        if verb is None or (parted and after[0] != "it" and verb.act is not Act.DENIAL):
            return None
        return None if any(t.lower in verb.not_before for t in tokens[i + 2 : i + _SOON]) else verb

    def is_agentless(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a participle is taken for a finite verb: "firm | reported to be near ruin", "two | feared dead"."""
        verb, after = self._verbs.of(tokens[i].lower), tokens[i + 1 : i + 3]
        has = i > 0 and tokens[i - 1].lower in self._words.do_have
        if verb is None or tokens[i].tag not in {"VBD", "VBN"} or has or dates_a_report(tokens, i):
            return False
        if not after or after[0].text == "?":
            return verb.lemma in self._words.passive_alone and not any(t.quoted or t.text == "," for t in tokens[:i])
        if after[0].tag == "TO":
            before = self._words.passive_before.get(verb.lemma)
            leads = len(after) == 2 and after[1].tag == "VB" and (before is None or after[1].lower in before)
            return leads and verb.lemma in self._words.passive_to
        if after[0].lower == "as":
            return verb.lemma in self._words.passive_as
        if after[0].tag == "NNP" and verb.lemma in self._words.passive_name:
            return _after_name(tokens, i + 1) not in {"DT", "JJ", "NN"}
        if after[0].lower == "in" and verb.lemma in self._words.passive_alone:
            return len(after) == 2 and after[1].tag == "NNP" and not any(t.tag in FINITE for t in tokens[i + 1 :])
        alone = len(after) == 1 or after[1].tag in _ALONE
        state = after[0].tag in {"JJ", "VBN"} and after[0].lower not in self._words.portions  # "said | many of them"
        return alone and state and verb.lemma in self._words.passive_state

    def _is_thought(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> bool:
        """Whether "that" is or opens the object: "doubts that it sank", "doubts that", but not "doubts that way"."""
        that = verb.lemma in self._words.before_that and i + 2 < len(tokens) and tokens[i + 1].lower == "that"
        return that and (tokens[i + 1].tag == "IN" or tokens[i + 2].text in _STOPS)

    def _is_study(self, tokens: Sequence[Token], verb: ReportingVerb) -> bool:
        """Whether a study finds what is found, "in a survey she found nine", which is not the speaker's own."""
        studied = (k for k, t in enumerate(tokens) if t.lower in self._words.studies)
        return verb.lemma == "find" and any("PRP$" not in {t.tag for t in tokens[max(0, k - 3) : k]} for k in studied)


def _after_name(tokens: Sequence[Token], k: int) -> str:
    """The tag of what follows a name, or nothing."""
    return next((t.tag for t in tokens[k:] if t.tag != "NNP"), "")


def _is_held(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle is tagged as a finite verb: "a fish | thought extinct may be alive"."""
    after = tokens[i + 1 : i + 3]
    described = len(after) == 2 and after[0].tag in {"JJ", "TO"} and not after[1].tag.startswith("NN")
    return described and tokens[i].tag in {"VBD", "VBN"} and any(t.tag in FINITE for t in tokens[i + 3 :])


def _is_finding(tokens: Sequence[Token], i: int) -> bool:
    """Whether "it found that" reports the result of a study: "It found that nine wells held lead"."""
    return 0 < i < len(tokens) - 1 and (tokens[i - 1].lower, tokens[i + 1].lower) == ("it", "that")
