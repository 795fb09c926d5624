"""What shows in a post to a reader who does not know its topic: marks, links, address, hedges, classes of own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from rules.hedging import HedgeFinder

WORDS = Path(__file__).with_name("post_words.yaml")
Features = dict[str, float]

_URL = re.compile(r"https?://\S+")
_NOT_WORDS = re.compile(r"https?://\S+|[@#]\w+")
_REPOSTED = re.compile(r"\b(?:rt|mt)\b\s*[“\"]?@\w+.*|[“\"]@\w+:.*?(?:[”\"]|$)", re.IGNORECASE | re.DOTALL)
_ADDRESSED = re.compile(r"[\s.]*((?:@\w+\s*)+)")
_SHOUTED = re.compile(r"\b[A-Z]{3,}\b")
_MARKS = {
    "question": re.compile(r"\?"),
    "questions": re.compile(r"\?.*\?", re.DOTALL),
    "question_last": re.compile(r"\?\s*$"),
    "exclamation": re.compile(r"!"),
    "quote": re.compile(r'["“”]'),
    "reply": re.compile(r"^@"),
    "repost": re.compile(r"\b(?:rt|mt|via)\b|[“\"]@"),
    "breaking": re.compile(r"breaking"),
    "colon": re.compile(r":\s"),
    "link_last": re.compile(r"https?://\S+\s*$"),
    "pictogram": re.compile(r"[\u2600-\U0010ffff]"),
}
_OWN_MARKS = {
    "own_question": re.compile(r"\?"),
    "own_wh_question": re.compile(r"\b(?:what|why|how|who|where|when)\b[^.!]*\?"),
    "own_dots": re.compile(r"\.\.|…"),
    "own_number": re.compile(r"\d"),
    "own_opens_asking": re.compile(
        r"^\W*(?:is|are|was|were|do|does|did|can|could|will|would|has|have|any|so|really|what|why|how|who|where|when)\b"
    ),
}


class PostReader:
    """The features of posts, by the hedges of a rulebook and the word classes of `post_words.yaml`.

    >>> reader = PostReader(Rulebook().part(HedgeFinder))
    >>> reader.features("@ann Is the bridge really closed?", first=False)["question_last"]
    1.0
    """

    def __init__(self, finder: HedgeFinder) -> None:
        self._finder = finder
        classes: Mapping[str, list[str]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
        self._own = _OWN_MARKS | {f"own_{name}": _any_of(words) for name, words in classes.items()}

    def of(self, row: Mapping[str, Any]) -> Features:
        """The features of a row of the PHEME scheme, of which its labels are no part."""
        return self.features(row["text"], first=row["role"] == "source")

    def features(self, text: str, *, first: bool) -> Features:
        """Each feature between 0 and about 2; `first` tells a post that opens a thread from a reply."""
        lower = text.lower()
        own = _NOT_WORDS.sub("", lower if first else _REPOSTED.sub(" ", lower)).strip()
        return {
            **{name: float(bool(mark.search(lower))) for name, mark in _MARKS.items()},
            **{name: float(bool(mark.search(own))) for name, mark in self._own.items()},
            **self._hedges(text),
            **_links(text, first),
            **_lengths(text, own),
            "first_post": float(first),
        }

    def _hedges(self, text: str) -> Features:
        hedges = self._finder.find(text)
        strongest = max((hedge.strength for hedge in hedges), default=0.0)
        return {**{f"hedge_{hedge.category}": 1.0 for hedge in hedges}, "hedge_strength": 2 * strongest}


def _links(text: str, first: bool) -> Features:
    links, reposted = len(_URL.findall(text)), not first and bool(_REPOSTED.search(text))
    where = "link_first" if first else "link_reposted" if reposted else "link_replied"
    return {"link": float(links > 0), "links": float(links > 1), where: float(links > 0), "reposted": float(reposted)}


def _lengths(text: str, own: str) -> Features:
    """Counts as shares of a number that few posts exceed."""
    addressed = _ADDRESSED.match(text)
    words = _NOT_WORDS.sub("", text)
    return {
        "hashtags": min(text.count("#"), 3) / 3,
        "names": min(text.count("@"), 4) / 4,
        "addressed": min(len(addressed[1].split()), 5) / 5 if addressed else 0.0,
        "words": min(len(words.split()), 25) / 25,
        "few_words": float(len(words.split()) < 4),
        "own_words": min(len(own.split()), 25) / 25,
        "no_own_words": float(len(own.split()) < 2),
        "capitals": sum(map(str.isupper, text)) / max(len(text), 1),
        "shouted": min(len(_SHOUTED.findall(words)), 3) / 3,
    }


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) + r")\b")
