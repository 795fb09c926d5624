"""Where the subject of a verb begins, and the source between what is said and its verb, by tags and a few words."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.adverbials import without_adverbial
from rules.reading.syntax.tokens import FINITE, PROPER, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "CD", "DT"})
_ASIDES = {",": ",", "-": "-–—", "–": "-–—", "—": "-–—", ")": "("}
_LISTED = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "POS", "PRP$", ",", "CC", "HYPH"})
_STOPS = frozenset(",;:—–-•")
_OF = frozenset({"of", "for", "at"})
_FAR = 60


class Phrases:
    """Walks over the tokens of one sentence."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.part(clause_words)

    def subject_start(self, tokens: Sequence[Token], end: int) -> int | None:
        """Where the noun phrase that ends at `end`, before its verb, begins; None where there is none."""
        if self._is_pronoun(tokens, end - 1):
            return end - 1
        j, limit = end, max(0, end - _FAR)
        if j and tokens[j - 1].text in _ASIDES and not _joins(tokens, j - 1):
            j = self._before_aside(tokens, j - 1, limit)
        j = _before_age(tokens, j)
        while j > limit and not self._bounds(tokens, j - 1):
            j = min(j - 1, self._over_relative(tokens, j - 1, limit)) if tokens[j - 1].tag in FINITE else j - 1
        if _opens_aside(tokens, j, end):
            return self.subject_start(tokens, j - 1)
        j = 0 if _lists(tokens, j, end) else without_adverbial(tokens, j, end, self._words)
        named = any(t.tag in _NOUNS for t in tokens[j:end])
        alone = [t.tag for t in tokens[j:end]] == ["JJ"]  # "; military blames the fog"
        return j if j < end and (named or alone) else None

    def _is_pronoun(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a pronoun is the whole subject though no comma stands before it: "when asked | she said"."""
        return k > 0 and tokens[k].lower in self._words.people and tokens[k - 1].tag[:2] not in {"CC", "IN", "NN"}

    def _before_aside(self, tokens: Sequence[Token], close: int, limit: int) -> int:
        """The index of the mark that opens the aside which `close` ends, or `close` where there is none."""
        opening = _ASIDES[tokens[close].text]
        for k in range(close - 1, limit, -1):
            if tokens[k].text in opening and not tokens[k].quoted and not _joins(tokens, k):
                return k
        return close

    def is_relative(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether a finite verb stands in a relative clause, or is a participle taken for one: "men backed by X"."""
        if self._over_relative(tokens, verb, max(0, verb - _FAR)) != verb:
            return True
        after = tokens[verb + 1] if verb + 1 < len(tokens) else None
        return tokens[verb].tag == "VBD" and after is not None and after.lower in {"by", "to"}

    def _over_relative(self, tokens: Sequence[Token], verb: int, limit: int) -> int:
        """From a finite verb back to before the relative pronoun of its clause."""
        for k in range(verb - 1, max(limit, verb - 12) - 1, -1):
            if tokens[k].lower in self._words.relatives and tokens[k].tag in {"WP", "WDT", "WP$", "IN"}:
                if any(t.tag in FINITE for t in tokens[k + 1 : verb]):
                    return verb
                return k - 1 if k and tokens[k - 1].text == "," else k
        return verb

    def _bounds(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether the token before a phrase ends the search for its beginning."""
        token = tokens[k]
        if token.quoted:
            return is_mark(token) and k + 1 < len(tokens) and tokens[k - 1].text in {",", ".", "!", "?"}
        if token.tag == "CC":
            return self._has_verb_before(tokens, k)
        if token.tag in FINITE:
            return not (self.is_relative(tokens, k) or _is_reduced(tokens, k))
        if token.text in _STOPS:
            return not _joins(tokens, k)
        if token.tag.startswith("NN") and k + 1 < len(tokens) and tokens[k + 1].lower in self._words.articles:
            return True  # "two days after the raid | the army said"
        return token.lower in self._words.opens_clause and token.tag in {"IN", "WRB", "RB", "WDT", "WP"}

    def _has_verb_before(self, tokens: Sequence[Token], k: int) -> bool:
        for j in range(k - 1, max(-1, k - 25), -1):
            if tokens[j].text in {",", ";", ":"}:
                return j > 0 and tokens[k - 1].text == "," and any(t.tag in FINITE for t in tokens[max(0, j - 12) : j])
            if tokens[j].tag in FINITE and not tokens[j].quoted:
                return True
        return k == 0

    def source_after_content(self, tokens: Sequence[Token], end: int) -> int | None:
        """Where the source begins that stands between what is said and its verb at `end`."""
        for k in range(1, end):
            closes = is_mark(tokens[k]) and tokens[k].quoted and not tokens[k + 1].quoted
            if not closes and (tokens[k].text != "," or tokens[k].quoted):
                continue
            phrase = tokens[k + 1 : end]
            if phrase and phrase[0].tag in {"IN", "VBG", "WDT", "CC", "RB", "TO", "VBN", "WP"}:
                continue
            if _is_of_headline(phrase) or _is_described(phrase):
                continue
            if len(phrase) == 2 and phrase[0].tag == "CD":  # an age: "Ana Dovik, 58, accepted it"
                continue
            if any(t.tag in _NOUNS or t.tag == "JJ" for t in phrase) and not any(t.tag in FINITE for t in phrase):
                return k + 1
        return None


def _is_of_headline(phrase: Sequence[Token]) -> bool:
    """Whether a second deed of a headline stands before its source: "Drones hit pier, | damage boats, police say"."""
    deed = len(phrase) > 2 and phrase[0].text.islower() and phrase[0].tag[:2] in {"NN", "VB"}
    return deed and phrase[-2].text == "," and phrase[-1].tag == "NNS" and phrase[0].tag != "NNS"


def _is_described(phrase: Sequence[Token]) -> bool:
    """Whether a pronoun only tells of the thing before it: "75 died, a rise from | the 39 it reported"."""
    return len(phrase) > 1 and phrase[-1].tag == "PRP" and phrase[-2].tag.startswith(("NN", "CD"))


def _opens_aside(tokens: Sequence[Token], j: int, end: int) -> bool:
    """Whether a phrase is but an aside on its subject: "Dovik, | facing a strike, said"."""
    participle = 1 < j < end and tokens[j].tag in {"VBG", "VBN"} and tokens[j].text.islower()
    home = 1 < j < end and tokens[j].lower == "of"  # "Dovik, 51, of Mill Lane, Lorn, denies"
    return (participle or home or _tells_who(tokens, j, end)) and tokens[j - 1].text == ","


def _tells_who(tokens: Sequence[Token], j: int, end: int) -> bool:
    """Whether a phrase before another aside only tells who a name is: "Dovik, | a nurse, who was there, said"."""
    name = _before_age(tokens, j - 1) - 1
    post = j + 1 < end and tokens[j].tag == "NN" and tokens[j + 1].lower in _OF  # "Dovik, | head of the mill, who …"
    if not 0 <= name < j < end or not (tokens[j].tag == "DT" or post) or tokens[name].tag not in PROPER:
        return False
    while name and tokens[name - 1].tag in PROPER:
        name -= 1
    opens = name == 0 or tokens[name - 1].tag in {"CC", "DT", "NN", "''", ","} or is_mark(tokens[name - 1])
    return opens and any(t.text in {",", "–", "—"} for t in tokens[j : end - 1])


def _is_reduced(tokens: Sequence[Token], k: int) -> bool:
    """Whether a participle is taken for a finite verb before another: "people briefed on the talks | said"."""
    if _tells_whom(tokens, k):
        return True
    if tokens[k].tag != "VBD":
        return False
    after = tokens[k + 1 + (tokens[k + 1].tag == "RB") :][:6]  # "shared | widely on", "seen | more than 40 times"
    counted = bool(after) and after[0].tag in {"CD", "JJR", "NNS"} and any(t.lower == "times" for t in after)
    return counted or (bool(after) and after[0].tag == "IN" and after[0].lower != "that")


def _tells_whom(tokens: Sequence[Token], k: int) -> bool:
    """Whether a clause only tells whom the outlet spoke to: "residents | I've spoken to by phone | say"."""
    if k < 2 or k + 2 >= len(tokens) or tokens[k - 1].tag != "PRP" or not tokens[k - 2].tag.startswith("NN"):
        return False
    return tokens[k + 1].tag == "VBN" and tokens[k + 2].tag in {"IN", "TO"}


def _lists(tokens: Sequence[Token], j: int, end: int) -> bool:
    """Whether a list of names begins before the phrase that is its end: "the mayor, the police and residents"."""
    if not j or tokens[j - 1].text != "," or not any(t.tag == "CC" for t in tokens[j:end]):
        return False
    return all(t.tag in _LISTED for t in tokens[:j])


def _before_age(tokens: Sequence[Token], j: int) -> int:
    """Before an age in commas: "Ana Dovik, 54, who …"."""
    aged = 2 < j < len(tokens) and tokens[j - 1].tag == "CD" and tokens[j - 2].text == tokens[j].text == ","
    return j - 2 if aged else j


def _joins(tokens: Sequence[Token], k: int) -> bool:
    """Whether a hyphen stands inside a word, without space before it."""
    return tokens[k].text in "-–" and k > 0 and tokens[k].start == tokens[k - 1].end
