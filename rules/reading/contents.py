"""What is said: what follows a verb of saying, if that can be said at all."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.deeds import Deeds
from rules.reading.phrases import FINITE, TIMES, over_time
from rules.reading.tokens import Token, is_mark
from rules.reading.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import Act, ReportingVerb

NOT_STATED = frozenset({Act.QUESTION, Act.REQUEST})
_REACH, _FAR = 12, 24
_ANSWERS, _ANSWER = frozenset({"yes", "no"}), 2  # "he said | no.", full stop included
_STOPS = frozenset({".", ","})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_WHEN = frozenset({"after", "before", "when", "because", "since", "until"})
_THINGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ"})


class Contents:
    """Finds what is said behind a verb."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._deeds = rulebook.part(clause_words), rulebook.part(Deeds)

    def after(self, tokens: Sequence[Token], i: int, verb: ReportingVerb) -> tuple[int, int] | None:
        """What follows the verb, if it can be what is said: a clause, a quotation, or an object of the right verbs."""
        hearer = verb.lemma in self._words.addresses
        objective = verb.lemma in self._words.takes_object or verb.lemma in self._words.finds
        behind = _over_particle(tokens, i + 1, verb)
        if behind == i + 3 and objective and tokens[behind : behind + 1] and tokens[behind].text in _STOPS:
            return i + 1, i + 2  # "ruled | that | out"
        start = self._start(tokens, behind, hearer, objective)
        if start is None or (tokens[start].tag == "CC" and tokens[start - 1].text == ","):
            return None
        rest = tokens[start:]
        if self._deeds.done_to(verb.lemma, rest):
            return None
        if rest[0].lower == "because" or (rest[0].lower == "for" and verb.act is Act.BELIEF):
            return None  # "insisted on anonymity because he was not allowed to talk", "feared for her job"
        if rest[0].tag == "VBG" and tokens[start - 1].text == ",":  # "it said in a post, | adding that it was shut"
            aside = next((k for k in range(start, len(tokens) - 1) if _resumes(tokens, k)), None)
            return None if aside is None else (aside + 2, len(tokens))
        bare = rest[0].lower == "to" and tokens[start - 1].lower != "that"  # "told them that to be safe they must go"
        asks = bare and (hearer or verb.act in NOT_STATED)
        if hearer and self._leads_to_topic(tokens, start):
            return start + 1, len(tokens)
        thing = not hearer and verb.lemma != "say" and _is_dated(rest)
        clausal = (_is_clause(rest) and not thing) or rest[0].lower == "to"
        quoting = any(t.quoted for t in rest[:3])
        adds = (k for k in range(start, len(tokens) - 1) if not clausal and _adds(tokens, k))
        whom = any(t.lower == "whom" for t in tokens[max(0, i - 4) : i])
        if rest[0].lower in {"of", "by"} and not whom:  # "told them in the town | of Velisk", "verified | by matching"
            return None
        phrase = rest[0].tag == "IN" and rest[0].lower != "that" and len(rest) > 2 and not whom
        named = objective and not (rest[0].tag.startswith(("RB", ".")) or phrase)
        that = verb.lemma in self._words.before_that and any(t.text in _STOPS for t in rest[1:2])
        answer = rest[0].lower in _ANSWERS and len(rest) <= _ANSWER
        said = clausal or quoting or named or that or answer
        return (start, next(adds, len(tokens))) if said and not asks else None

    def _start(self, tokens: Sequence[Token], start: int, hearer: bool, objective: bool) -> int | None:
        """Where what is said begins after a reporting verb: past adverbs, hearers and "on Telegram".

        The object of an objective verb is part of it ("blamed an engine that failed"), unless it is a noun of saying.
        """
        opens = self._opens(tokens, start, hearer, objective)
        if opens is not None:
            return opens if opens < len(tokens) else None
        k, end = self._past(tokens, start, hearer), len(tokens)
        k += k < end and tokens[k].tag == "IN" and tokens[k].lower == "that"
        return k if k < end and tokens[k].text not in {".", "!", "?"} else None

    def _opens(self, tokens: Sequence[Token], start: int, hearer: bool, objective: bool) -> int | None:
        """Where a colon, a quotation or "that" opens what is said, beyond the end where nothing follows it."""
        end, topic = len(tokens), 0
        for k in range(start, min(end, start + _FAR)):
            token, after = tokens[k], tokens[min(k + 1, end - 1)]
            topic = topic or (k if hearer and self._leads_to_topic(tokens, k) else 0)
            if token.text == ":" or (is_mark(token) and (hearer or k == start)):
                if topic and token.text != ":":  # "told them | of a smell “like tar”"
                    return topic
                return k + (token.text == ":") if k + 1 < end else end
            if token.lower == "that" and token.tag in {"IN", "WDT", "DT"}:
                if k == start and _points(tokens[k:], objective):
                    return k
                named = tokens[k - 1].tag.startswith("NN") and tokens[k - 1].lower not in self._words.saying
                if not (k > start and named and (objective or self._describes(tokens, start, k, hearer))):
                    return k + 1
            cites = after.lower in self._words.citing
            if token.tag in FINITE or (token.text == "," and not cites and k > start):
                return None
        return None

    def _describes(self, tokens: Sequence[Token], start: int, k: int, hearer: bool) -> bool:
        """Whether "that" tells which thing what is said is about: "said | the team that tests it was cut"."""
        when = tokens[start].lower in {"this", "last"} | self._words.days or tokens[k - 1].lower in TIMES
        about = not (when or hearer) and all(t.tag in _THINGS for t in tokens[start:k])
        return about and (tokens[start].lower == "the" or tokens[min(k + 1, len(tokens) - 1)].tag in FINITE)

    def _past(self, tokens: Sequence[Token], start: int, hearer: bool) -> int:
        """Past what says when and how it was said, and to whom."""
        k, end = start, len(tokens)
        while k < end:
            on = over_time(tokens, k, self._words.days)
            if on == k and not (tokens[k].text == "," or tokens[k].tag == "RP" or self._says_when(tokens, k)):
                break
            k = max(on, k + 1)
        if hearer:
            k = self._without_subject(tokens, k, self._over_phrase(tokens, k))
        if k + 1 < end and self._says_how(tokens[k], tokens[k + 1]):
            k = self._over_phrase(tokens, k + 1)
        return k

    def _without_subject(self, tokens: Sequence[Token], start: int, k: int) -> int:
        """Where the hearer ends if what follows him has lost its subject: "told the court | crews were pressed"."""
        if k >= len(tokens) or tokens[k].tag not in FINITE:
            return k
        hearers = (j + 1 for j in range(start, k - 1) if tokens[j].lower in self._words.hearers)
        return next(hearers, k)

    def _leads_to_topic(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether "of" leads from the hearer to what he is told: "told them | of it", not "members of the board"."""
        hearer = tokens[k - 1].tag in {"PRP", "NNP"} or tokens[k - 1].lower in self._words.hearers
        of = tokens[k].lower == "of" and k + 2 < len(tokens) and tokens[k + 1].tag != "NNP"
        return of and hearer and not any(t.quoted for t in tokens[:k])

    def _says_when(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a word belongs to the verb before it ("said earlier", "said Monday"), not to what is said."""
        token, after = tokens[k], tokens[min(k + 1, len(tokens) - 1)]
        if token.lower in self._words.days:
            return after.tag != "POS" and after.tag not in FINITE
        belongs = token.lower in self._words.auxiliaries and token.lower not in self._words.focus
        return belongs and token.tag in {"RB", "RBR"}

    def _says_how(self, token: Token, after: Token) -> bool:
        """Whether a preposition begins a way of saying: "said on Telegram", but not "said at least six"."""
        way = token.lower in self._words.ways_of_saying and after.lower not in self._words.extremes
        return way and after.tag in _THINGS

    def _over_phrase(self, tokens: Sequence[Token], k: int) -> int:
        """Past a hearer or the object of a preposition: one determiner at most, then names and nouns."""
        nouns = 0
        while k < len(tokens):
            tag = tokens[k].tag
            opens = tag in {"DT", "PRP", "PRP$", "EX", "CD", "JJ"} or is_mark(tokens[k])
            own_clause = tag == "PRP" and tokens[min(k + 1, len(tokens) - 1)].tag in FINITE
            if own_clause or (opens and nouns) or not (opens or tag.startswith("NN") or tag in {"POS", ","}):
                break
            nouns += tag.startswith("NN") or tag == "PRP"
            k += 1
            if tag == "PRP":
                break
        return k


def _points(tokens: Sequence[Token], objective: bool) -> bool:
    """Whether "that" points at something: "said that was false", "disputed that account", "called that “a lie”"."""
    after = tokens[1]
    phrase = objective and not any(t.tag in FINITE for t in tokens)
    return after.text == "." or after.tag in FINITE or (tokens[0].tag == "DT" and not after.quoted) or phrase


def _over_particle(tokens: Sequence[Token], k: int, verb: ReportingVerb) -> int:
    """Past a word that is part of the verb before it: "made (it) | clear", but not "claimed | responsibility"."""
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


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject has a verb of its own, which it has not in "accepted | the verdict and had since left"."""
    verb = next((k for k, t in enumerate(tokens[: _without_source(tokens)]) if t.tag in FINITE), None)
    if tokens[0].tag == "IN" and any(t.tag in _RELATIVE for t in tokens[:verb]):  # "near the bridge, which had fallen"
        return False
    while verb and tokens[verb - 1].tag == "RB":
        verb -= 1
    return verb is not None and not (verb and tokens[verb - 1].tag == "CC")


def _is_dated(tokens: Sequence[Token]) -> bool:
    """Whether the only verb but tells when a thing came: "wrote | a letter after he had left"."""
    verbs = [k for k, t in enumerate(tokens) if t.tag in FINITE]
    dated = any(t.lower in _WHEN for t in tokens[1 : verbs[0]]) if len(verbs) == 1 else False
    return dated and tokens[0].lower not in _WHEN


def _without_source(tokens: Sequence[Token]) -> int:
    """The end of tokens without a source and its verb: "a fee for a player | , the Herald reports."."""
    last = len(tokens) - 1 - (tokens[-1].tag == ".")
    if last < 1 or tokens[last].tag not in FINITE or tokens[last].quoted:
        return len(tokens)
    return next((k for k in range(last, max(0, last - _REACH), -1) if tokens[k].text == ","), len(tokens))
