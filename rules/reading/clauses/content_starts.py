"""Where what is said begins behind a verb of saying: past "on Telegram", past hearers, at a colon or at "that"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.adverbials import over_time
from rules.reading.syntax.tokens import FINITE, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_FAR = 24
_DASHES = frozenset({"--", "—", "–"})
_ENDS = _DASHES | {".", "!", "?"}
_THINGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ"})


class ContentStarts:
    """Finds where what is said begins."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(clause_words)

    def of(self, tokens: Sequence[Token], start: int, hearer: bool, objective: bool) -> int | None:
        """Where what is said begins after a reporting verb: past adverbs, hearers and "on Telegram".

        The object of an objective verb is part of it ("blamed an engine that failed"), unless it is a noun of saying.
        """
        opens = self._opens(tokens, start, hearer, objective)
        if opens is not None:
            return opens if opens < len(tokens) else None
        k, end = self._past(tokens, start, hearer), len(tokens)
        k += k < end and tokens[k].tag == "IN" and tokens[k].lower == "that"
        return k if k < end and tokens[k].text not in _ENDS else None

    def _opens(self, tokens: Sequence[Token], start: int, hearer: bool, objective: bool) -> int | None:
        """Where a colon, a quotation or "that" opens what is said, beyond the end where nothing follows it."""
        end, topic = len(tokens), 0
        for k in range(start, min(end, start + _FAR)):
            token, after = tokens[k], tokens[min(k + 1, end - 1)]
            topic = topic or (k if hearer and self.leads_to_topic(tokens, k) else 0)
            if token.text == ":" or (is_mark(token) and (hearer or k == start)):
                if topic and token.text != ":":  # "told them | of a smell “like tar”"
                    return topic
                return k + (token.text == ":") if k + 1 < end else end
            if token.lower == "that" and token.tag in {"IN", "WDT", "DT"} and not self._is_inside(tokens, start, k):
                if k == start and _points(tokens[k:], objective):
                    return k
                named = tokens[k - 1].tag.startswith("NN") and tokens[k - 1].lower not in self._words.saying
                thing = objective and tokens[start].tag != "IN"  # not "claimed in a talk with Ana Dovik that …"
                if not (k > start and named and (thing or self._describes(tokens, start, k, hearer))):
                    return k + 1
            cites = after.lower in self._words.citing
            dash = token.text in _DASHES and k > start and not token.quoted
            told = tokens[k - 1].lower == "that" and tokens[k - 2].tag.startswith("NN")  # "the men | that fled"
            if (token.tag in FINITE and not told) or dash or (token.text == "," and not cites and k > start):
                return None
        return None

    def _is_inside(self, tokens: Sequence[Token], start: int, k: int) -> bool:
        """Whether "that" belongs to a phrase of what is said: "along | that stretch", "the part | that was hit"."""
        before, after = tokens[k - 1], tokens[min(k + 1, len(tokens) - 1)]
        dated = before.lower in self._words.days | self._words.times | self._words.lately
        relative = before.tag.startswith("NN") and after.tag in FINITE and not dated
        return k > start and ((tokens[k].tag == "DT" and before.tag == "IN") or relative)

    def _describes(self, tokens: Sequence[Token], start: int, k: int, hearer: bool) -> bool:
        """Whether "that" tells which thing what is said is about: "said | the team that tests it was cut"."""
        words = self._words
        when = tokens[start].lower in words.lately | words.days or tokens[k - 1].lower in words.times
        about = not (when or hearer) and all(t.tag in _THINGS for t in tokens[start:k])
        return about and (tokens[start].lower == "the" or tokens[min(k + 1, len(tokens) - 1)].tag in FINITE)

    def _past(self, tokens: Sequence[Token], start: int, hearer: bool) -> int:
        """Past what says when and how it was said, and to whom."""
        k, end = start, len(tokens)
        while k < end:
            on = over_time(tokens, k, self._words)
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

    def leads_to_topic(self, tokens: Sequence[Token], k: int) -> bool:
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
            joins = tokens[k].text == "&" and nouns > 0
            own_clause = tag == "PRP" and tokens[min(k + 1, len(tokens) - 1)].tag in FINITE
            goes_on = opens or joins or tag.startswith("NN") or tag in {"POS", ","}
            if own_clause or (opens and nouns) or not goes_on:
                break
            nouns += tag.startswith("NN") or tag == "PRP"
            k += 1
            if tag == "PRP":
                break
        return k


def _points(tokens: Sequence[Token], objective: bool) -> bool:
    """Whether "that" points at something: "said that was false", "disputed that account", "called that “a lie”"."""
    if len(tokens) < 2:  # a text that was cut off
        return True
    after = tokens[1]
    phrase = objective and not any(t.tag in FINITE for t in tokens)
    return after.text == "." or after.tag in FINITE or (tokens[0].tag == "DT" and not after.quoted) or phrase
