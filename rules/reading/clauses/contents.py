"""What is said: what follows a verb of saying, if that can be said at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from rules.reading.clauses.content_starts import ContentStarts
from rules.reading.syntax.deeds import Deeds
from rules.reading.syntax.tokens import FINITE, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerb

NOT_STATED = frozenset({Act.QUESTION, Act.REQUEST})
_REACH = 12
_ANSWERS, _ANSWER = frozenset({"yes", "no"}), 2  # "he said | no.", full stop included
_STOPS = frozenset({".", ","})
_ENDS = _STOPS | {";"}
_OF_FIGURES = frozenset({"CD", "JJR", "JJS", "RB", "RBR", "RBS", "IN", "TO", "CC", "DT"})
_DO = frozenset({"did", "do", "had", "have"})
_SHORT = 7  # words of a number with what makes it rough
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_NEGATED = frozenset({"not", "never"})


class Contents:
    """Finds what is said behind a verb."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._deeds = rulebook.part(clause_words), rulebook.part(Deeds)
        self._starts = rulebook.part(ContentStarts)

    def after(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> tuple[int, int] | None:
        """What follows the verb, if it can be what is said: a clause, a quotation, or an object of the right verbs."""
        hearer, objective = verb.lemma in self._words.addresses, self._takes_thing(verb)
        behind = _over_particle(tokens, i + 1, verb)
        if behind == i + 3 and objective and tokens[behind : behind + 1] and tokens[behind].text in _STOPS:
            return i + 1, i + 2  # "ruled | that | out"
        start = self._starts.of(tokens, behind, hearer, objective)
        if start is not None and _lacks_subject(tokens, i, start):
            start = behind if hearer else None  # "warned | the rebels would pay"
        if start is None or self._says_nothing(tokens, start, verb):
            return None
        if tokens[start].tag == "VBG" and tokens[start - 1].text == ",":
            return _behind_aside(tokens, start)
        if hearer and self._starts.leads_to_topic(tokens, start):
            return start + 1, len(tokens)
        rest = tokens[start:]
        thing = not hearer and verb.lemma != "say" and self._is_dated(rest)
        clausal = (_is_clause(rest) and not thing) or _is_infinitive(rest)
        if not self._can_be_said(tokens, i, start, verb, clausal):
            return None
        adds = (k for k in range(start, len(tokens) - 1) if not clausal and _adds(tokens, k))
        return start, next(adds, len(tokens))

    def _is_dated(self, tokens: Sequence[Token]) -> bool:
        """Whether the only verb just dates the object: "wrote | a letter after he had left"."""
        verbs = [k for k, t in enumerate(tokens) if t.tag in FINITE]
        dated = any(t.lower in self._words.dating for t in tokens[1 : verbs[0]]) if len(verbs) == 1 else False
        return dated and tokens[0].lower not in self._words.dating

    def _takes_thing(self, verb: ReportingVerb) -> bool:
        return verb.lemma in self._words.takes_object or verb.lemma in self._words.finds

    def _says_nothing(self, tokens: Sequence[Token], start: int, verb: ReportingVerb) -> bool:
        """Whether a second verb, a deed or a reason follows, no content: "insisted on it because he was not allowed".
        """
        first = tokens[start]
        another = first.tag == "CC" and tokens[start - 1].text == ","
        why = first.lower == "because" or (first.lower == "for" and verb.act is Act.BELIEF)  # "feared for her job"
        return another or why or self._deeds.done_to(verb.lemma, tokens[start:])

    def _can_be_said(
        self, tokens: Sequence[Token], verb_at: int, start: int, verb: ReportingVerb, clausal: bool
    ) -> bool:
        """Whether it is a clause, a quotation, an answer, or a thing that this verb can say."""
        rest, hearer = tokens[start:], verb.lemma in self._words.addresses
        whom = any(t.lower == "whom" for t in tokens[max(0, verb_at - 4) : verb_at])
        if rest[0].lower in {"of", "by"} and not whom:  # "told them in the town | of Velisk", "verified | by matching"
            return False
        bare = _is_infinitive(rest) and tokens[start - 1].lower != "that"  # "told them that to be safe they must go"
        if bare and (hearer or verb.act in NOT_STATED):
            return False
        that = verb.lemma in self._words.before_that and any(t.text in _STOPS for t in rest[1:2])
        answer = rest[0].lower in _ANSWERS and len(rest) <= _ANSWER
        phrase = rest[0].tag == "IN" and rest[0].lower != "that" and len(rest) > 2 and not whom
        named = self._takes_thing(verb) and not (rest[0].tag.startswith(("RB", ".")) or phrase)
        figure = not hearer and _is_figure(rest)
        return clausal or that or answer or figure or named or any(t.quoted for t in rest[:3])


def _lacks_subject(tokens: Sequence[Token], i: int, start: int) -> bool:
    """Whether what follows is but the end of a clause that says when: "said on Friday, after the army | admitted it".
    """
    between = any(t.text != "," for t in tokens[i + 1 : start])
    return between and tokens[start].tag in FINITE and not tokens[start].quoted


def _behind_aside(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """What is said behind an aside: "it said in a post, adding to rumours, that | it was shut", else nothing."""
    aside = next((k for k in range(start, len(tokens) - 1) if _resumes(tokens, k)), None)
    return None if aside is None else (aside + 2, len(tokens))


def _over_particle(tokens: Sequence[Token], k: int, verb: ReportingVerb) -> int:
    """Past a word that is part of the verb before it: "made (it) | clear", but not "claimed | responsibility"."""
    if k + 2 < len(tokens) and tokens[k].lower == "or" and tokens[k + 1].tag.startswith("V"):  # "confirm | or deny"
        return k + 2
    for part in range(k, min(k + 2, len(tokens))):
        if tokens[part].lower == verb.lemma.partition(" ")[2] and not tokens[part].tag.startswith("NN"):
            return part + 1
    return k


def _resumes(tokens: Sequence[Token], k: int) -> bool:
    """Whether what is said begins behind an aside: "the Oar writes, referring to diplomats, | that they are safe"."""
    return tokens[k].text == "," and (tokens[k + 1].lower, tokens[k + 1].tag) == ("that", "IN")


def _adds(tokens: Sequence[Token], k: int) -> bool:
    """Whether a second verb of the same subject follows: "dismissed that as false | and asked …"."""
    return tokens[k].tag == "CC" and tokens[k + 1].tag in FINITE and not tokens[k].quoted


def _is_figure(tokens: Sequence[Token]) -> bool:
    """Whether it is a number that leaves unsaid what it counts: "organisers say | 30,000", "said | one in ten did"."""
    told = list(takewhile(lambda token: token.text not in _ENDS, tokens))
    alone = tokens[0].tag != "IN" and all(t.tag in _OF_FIGURES or t.lower in _DO for t in told)  # not "said in 2019"
    return alone and len(told) <= _SHORT and any(t.tag == "CD" for t in told)


def _is_infinitive(tokens: Sequence[Token]) -> bool:
    """Whether it begins with "to", "not to" or "never to", in quotation marks or not."""
    first = next((t for t in tokens[:3] if not (is_mark(t) or t.lower in _NEGATED)), tokens[0])
    return first.lower == "to"


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject has a verb of its own, which it has not in "accepted | the verdict and had since left"."""
    verb = next((k for k, t in enumerate(tokens[: _without_source(tokens)]) if t.tag in FINITE), None)
    if tokens[0].tag == "IN" and any(t.tag in _RELATIVE for t in tokens[:verb]):  # "near the bridge, which had fallen"
        return False
    while verb and tokens[verb - 1].tag == "RB":
        verb -= 1
    return verb is not None and not (verb and tokens[verb - 1].tag == "CC")


def _without_source(tokens: Sequence[Token]) -> int:
    """The end of tokens without a source and its verb: "a fee for a player | , the Herald reports."."""
    last = len(tokens) - 1 - (tokens[-1].tag == ".")
    if last < 1 or tokens[last].tag not in FINITE or tokens[last].quoted:
        return len(tokens)
    return next((k for k in range(last, max(0, last - _REACH), -1) if tokens[k].text == ","), len(tokens))
