"""Answers in apposition: "… had leaked, the union said, a claim the company denied" holds two statements."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Extent
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.tokens import Sentence, Token, span_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_COMMAS = frozenset({",", "—", "–", "-"})
_ENDS = frozenset({".", ",", ":", "IN", "CC"})
_ADJECTIVES, _LONGEST_NAME = 2, 12
_ASIDE = 2  # commas around what else somebody is: "a claim that the owner, Ana Dovik, denies"
_Answer = tuple[tuple[int, int], int]


class Appositions:
    """Parts a sentence from what is added to it about somebody's answer."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._ends, self._words = rulebook.part(NameEnds), rulebook.part(clause_words)

    def parted(self, sentence: Sentence, text: str) -> tuple[Sentence, Clause | None]:
        """The sentence up to the answer, and the answer as a clause whose content is "a claim"."""
        tokens = sentence.tokens
        for k in range(2, len(tokens) - 3):
            if tokens[k].text in _COMMAS and not tokens[k + 1].quoted:
                answer = self._answer(tokens, k + 1, text)
                if answer:
                    before = tokens[:k]
                    return Sentence(Extent(start=before[0].start, end=before[-1].end), before), answer
        return sentence, None

    def _answer(self, tokens: Sequence[Token], article: int, text: str) -> Clause | None:
        noun, found = self._taking_up(tokens, article) or self._naming(tokens, article)
        if found is None:
            return None
        (first, last), verb = found
        source, cue = span_of(tokens[first:last], text), span_of(tokens[verb : verb + 1], text)
        names = tokens[verb].lower in self._words.answers_by_name
        content = span_of(_called(tokens, verb) if names else tokens[article : noun + 1], text)
        return Clause(sources=(source,), cue=cue, content=content) if source and cue and content else None

    def _naming(self, tokens: Sequence[Token], article: int) -> tuple[int, _Answer | None]:
        """The noun of "a false claim that the company denied", and who answers where."""
        nouns = range(article + 1, min(len(tokens) - 1, article + 2 + _ADJECTIVES))
        noun = next((n for n in nouns if tokens[n].lower in self._words.answered), None)
        if noun is None or tokens[article].lower not in self._words.indefinite:
            return article, None
        start = noun + 1 + (tokens[noun + 1].lower in self._words.relatives)
        return noun, self._by_subject(tokens, start) or self._by_agent(tokens, start)

    def _taking_up(self, tokens: Sequence[Token], pronoun: int) -> tuple[int, _Answer | None] | None:
        """The pronoun of "…, which the company denies", and who answers where."""
        if tokens[pronoun].lower not in self._words.takes_up:
            return None
        found = self._by_subject(tokens, pronoun + 1)
        ((_, last), verb) = found or ((0, 0), pronoun)
        verbs = self._words.takes_up_answered if last < verb else self._words.takes_up_answers
        ends = tokens[verb + 1].tag in _ENDS if verb + 1 < len(tokens) else True
        return pronoun, found if tokens[verb].lower in verbs and ends else None

    def _by_subject(self, tokens: Sequence[Token], start: int) -> _Answer | None:
        """"… a claim (that) the company has denied": the source from first up to last, and the verb."""
        if tokens[start].tag == "IN":  # "a number of residents denied it"
            return None
        answers = self._words.answers | self._words.answers_by_name
        reach = range(start + 1, min(len(tokens), start + _LONGEST_NAME))
        verb = next((k for k in reach if tokens[k].lower in answers), None)
        if verb is None or sum(t.text in _COMMAS for t in tokens[start:verb]) not in {0, _ASIDE}:
            return None
        last = verb
        while last > start and self._helps(tokens[last - 1]):
            last -= 1
        return ((start, last), verb) if last > start else None

    def _helps(self, token: Token) -> bool:
        """Whether a word belongs to the verb behind it: "has | firmly | denied"."""
        adverb = token.tag == "RB" or (token.text.islower() and token.lower.endswith("ly"))
        return adverb or token.lower in self._words.auxiliaries

    def _by_agent(self, tokens: Sequence[Token], start: int) -> _Answer | None:
        """"… a claim (that was) denied by the company"."""
        verb = next((k for k in range(start, min(len(tokens) - 2, start + 3))
                     if tokens[k].lower in self._words.answers), None)
        if verb is None or tokens[verb + 1].lower != "by":
            return None
        last = self._ends.end_of_name(tokens, verb + 2)
        return ((verb + 2, last), verb) if last > verb + 2 else None


def _called(tokens: Sequence[Token], verb: int) -> Sequence[Token]:
    """What an answer calls a claim: "a claim that the company called | “absurd”"."""
    end = next((k for k in range(verb + 1, len(tokens)) if tokens[k].text in _ENDS - {"IN", "CC"}), len(tokens))
    return tokens[verb + 1 : end]
