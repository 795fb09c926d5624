"""Words for comparing texts: tokens, light stems, stop words and negations, as `en/matching.yaml` gives them."""

from __future__ import annotations

import re

from rules.model import Record
from rules.rulebook import Rulebook
from rules.text.folding import fold

TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s'’\"“”‘-]")
"""A word, or a mark of punctuation, of a text as it stands."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Step(Record, frozen=True, kw_only=True):
    """One step of the stemmer; at least `keep` letters must remain, and no word ending in `unless` is touched."""

    keep: int
    unless: tuple[str, ...]
    suffixes: tuple[tuple[str, str], ...]


class ClauseWords(Record, frozen=True, kw_only=True):
    """Words by which clauses are told apart: "and" may join names, "as planned" begins none, nor do `reduced` ones."""

    joining: str
    comparing: str
    compared: tuple[str, ...]
    pronouns: tuple[str, ...]
    owners: tuple[str, ...]
    reduced: str


class _Data(Record, frozen=True, kw_only=True):
    stop_words: frozenset[str]
    negations: frozenset[str]
    headlined: dict[str, str]
    evidence: frozenset[str]
    clause_ends: frozenset[str]
    asides: frozenset[str]
    clauses: ClauseWords
    stemming: tuple[Step, ...]
    refuting: frozenset[str]
    distancing: frozenset[str]
    people: tuple[str, ...]
    groups: tuple[str, ...]
    shares: frozenset[str]


class Word(Record, frozen=True, kw_only=True):
    """A word as written, folded, and its stem."""

    text: str
    stem: str

    @property
    def capital(self) -> bool:
        """Whether it is written like a name."""
        return self.text[:1].isupper()


class Words:
    """Splits and stems.

    >>> [word.stem for word in Words(Rulebook()).split("Villagers' houses were shelled")]
    ['villager', 'hous', 'were', 'shel']
    """

    def __init__(self, rulebook: Rulebook) -> None:
        data = rulebook.table("en/matching.yaml", _Data)
        self._steps = data.stemming
        self._stems: dict[str, str] = {}
        self.stop_words, self.negations, self.clause_ends = data.stop_words, data.negations, data.clause_ends
        self.headlined = data.headlined
        self.evidence, self.asides, self.clauses = data.evidence, data.asides, data.clauses
        self.refuting, self.distancing = data.refuting, data.distancing
        self.people, self.groups, self.shares = data.people, data.groups, data.shares

    def split(self, text: str) -> list[Word]:
        """The words of `text` in order, with "#TwoWords" taken apart."""
        if "#" in text or "@" in text:
            text = " ".join(_apart(part) for part in text.split(" "))
        tokens = _WORD.findall(_straight(text))
        return [Word(text=token, stem=self.stem(token)) for token in tokens]

    def content(self, text: str) -> list[Word]:
        """The words of `text` but for stop words."""
        return [word for word in self.split(text) if word.text.lower() not in self.stop_words]

    def stem(self, word: str) -> str:
        """What the inflected forms of a word share: `stem("carried") == stem("carry")`."""
        found = self._stems.get(word)
        if found is None:
            found = self._stem(fold(word).text.removesuffix("'s").replace("'", ""))
            if len(self._stems) < 1 << 17:
                self._stems[word] = found
        return found

    def _stem(self, word: str) -> str:
        for step in self._steps:
            if not word.endswith(step.unless):
                word = _without_suffix(word, step)
        return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou" else word


def _without_suffix(word: str, step: Step) -> str:
    for suffix, replacement in step.suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= step.keep:
            return word[: len(word) - len(suffix)] + replacement
    return word


def _apart(part: str) -> str:
    return _INNER_CAPITAL.sub(" ", part.lstrip("#@")) if part[:1] in "#@" else part


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")
