"""Whether a cue hedges here: a logistic regression over the words around it.

"could" of permission and "could" of possibility look alike in a list; the words beside them tell them apart. The
weights are learnt from the Szeged Uncertainty Corpus (Vincze 2014) by `python -m bench.train_hedging` and need no
parser: parts of speech are guessed from a word list and endings.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import repeat

from rules.hedging.candidates import Candidate
from rules.model import Record
from rules.rulebook import Rulebook

FILE = "en/hedge_context.json"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_PLAIN_WORD = re.compile(_WORD.pattern.replace(r"\s", r"\s\x1c-\x1f"), re.ASCII)
"""The same in text of ASCII alone, in half the time."""
_REACH = 300
_EDGE = "<>"
_REMEMBERED = 8192  # words


class Weights(Record, frozen=True, kw_only=True):
    """What was learnt: log-odds of each feature, the commonest tag of words and endings, and where to decide.

    `shared` are the weights for whatever form, `own` those that a form has besides. `uncertain_from` is the
    probability from which a sentence is called uncertain, `suppress_below` the one below which a form among `judged`,
    which training met in both senses, is no hedge. `far` are words that count anywhere in the sentence.
    """

    bias: float
    shared: dict[str, float]
    own: dict[str, dict[str, float]]
    tags: dict[str, str]
    endings: dict[str, str]
    far: tuple[str, ...]
    judged: tuple[str, ...]
    uncertain_from: float
    suppress_below: float


class ContextModel:
    """The probability that a cue at a place is a hedge there."""

    def __init__(self, rulebook: Rulebook, learnt: Weights | None = None) -> None:
        self.learnt = learnt or rulebook.trained(FILE, Weights)
        self._tagger = Tagger(self.learnt.tags, self.learnt.endings)
        self._far = frozenset(self.learnt.far)
        self._judged = frozenset(self.learnt.judged)

    def probability(self, text: str, candidate: Candidate) -> float:
        """From 0 to 1, that the candidate hedges where it stands in `text`."""
        names = here(text, candidate, self._tagger, self._far)
        total = self.learnt.bias + sum(map(self.learnt.shared.get, [*kinds(candidate), *names], repeat(0.0)))
        if own := self.learnt.own.get(candidate.form):
            total += own.get("", 0.0) + sum(map(own.get, names, repeat(0.0)))
        return 1 / (1 + math.exp(-total))

    def denies(self, text: str, candidate: Candidate) -> bool:
        """Whether the cue is clearly none here; forms that training did not meet in both senses are never denied."""
        if candidate.form not in self._judged:
            return False
        enough = self.learnt.uncertain_from if candidate.cue.likely else self.learnt.suppress_below
        return self.probability(text, candidate) < enough


class Tagger:
    """The commonest part of speech of a word, else of its ending: rough, and a thousand times faster than a parser."""

    def __init__(self, tags: dict[str, str], endings: dict[str, str]) -> None:
        self._tags, self._endings = {**tags, _EDGE: _EDGE}, endings
        self.tagged = lru_cache(maxsize=_REMEMBERED)(self._tagged)

    def _tagged(self, word: str) -> tuple[str, str]:
        """A Penn Treebank tag, the edge of the sentence being its own, and the word in small letters."""
        lower = word.lower()
        return self._tags.get(lower) or self._guessed(word, lower), lower

    def _guessed(self, word: str, lower: str) -> str:
        if word[0].isupper():
            return "NNP"
        if word[0].isdigit():
            return "CD"
        return self._endings.get(lower[-3:]) or self._endings.get(lower[-2:], "NN")


def kinds(candidate: Candidate) -> list[str]:
    """What is shared by cues of a kind: entry, category, ending."""
    return ["i=" + candidate.cue.id, "c=" + candidate.cue.category, "e=" + candidate.form[-3:]]


def here(text: str, candidate: Candidate, tagger: Tagger, far: frozenset[str]) -> list[str]:
    """What stands around a cue, as names: near words and their tags, far signal words before and after."""
    words = (_PLAIN_WORD if text.isascii() else _WORD).findall
    before = words(text, max(candidate.sentence[0], candidate.start - _REACH), candidate.start)
    after = words(text, candidate.end, min(candidate.sentence[1], candidate.end + _REACH))
    near = [*before[:-4:-1], _EDGE, _EDGE, _EDGE][:3] + [*after[:3], _EDGE, _EDGE, _EDGE][:3]
    (b1, w1), (b2, w2), (b3, w3), (a1, v1), (a2, v2), (a3, v3) = map(tagger.tagged, near)
    return [
        f"t-1={b1}", f"t-2={b2}", f"t-3={b3}", f"t1={a1}", f"t2={a2}", f"t3={a3}",
        f"tt={b1}|{a1}", f"tt+={a1}|{a2}", f"tt-={b2}|{b1}",
        f"w-1={w1}", f"w-2={w2}", f"w-3={w3}", f"w1={v1}", f"w2={v2}", f"w3={v3}",
        f"A={text[candidate.start].isupper()}{not before}",
        *["B" + word for word in sorted(far.intersection(map(str.lower, before)))],
        *["F" + word for word in sorted(far.intersection(map(str.lower, after)))],
    ]
