"""Features of a text's stance towards a claim: its words, their order around the claim's words, hedges, opposites.

Words of the claim are masked in the bigrams ("CLAIM denies CLAIM"), so that what is learnt is how a text speaks about
any claim, not what the claims of the training data were about (as Ferreira and Vlachos, 2016, do by alignment).
"""

from __future__ import annotations

import re

from rules.hedging import HedgeFinder
from rules.matching.opposites import Opposites
from rules.matching.pair import compare
from rules.matching.profile import Profile, Profiler
from rules.matching.words import Words
from rules.rulebook import Rulebook
from rules.text.folding import fold
from rules.text.reporting import ReportingVerbs

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,]*|[?:!\"'-]")
_SLUG_WORD = re.compile(r"[a-z]+")
_CLAIM = "CLAIM"
_SIGNS = {"?": "question", ":": "colon", '"': "quotation", "'": "apostrophe"}


class StanceFeatures:
    """Turns a claim and a text into named numbers."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._words, self._opposites = rulebook.part(Words), rulebook.part(Opposites)
        self._profiler, self._hedges = rulebook.part(Profiler), rulebook.part(HedgeFinder)
        self._verbs = rulebook.part(ReportingVerbs)

    def of(self, claim: str, text: str, url: str | None = None) -> dict[str, float]:
        """All features that are not 0; `url` adds the words of the address, which often keep a first headline."""
        about, profile = self._profiler.profile(claim), self._profiler.profile(text)
        features = {f"pair:{name}": value for name, value in compare(profile, about).items()}
        features |= self._wording(claim, text)
        features |= self._distance(claim, text)
        features |= self._counts(claim, text)
        features |= _turns(about, profile)
        features |= {f"address:{self._words.stem(word)}": 1.0 for word in _SLUG_WORD.findall(_path(url))}
        return {name: value for name, value in features.items() if value}

    def _wording(self, claim: str, text: str) -> dict[str, float]:
        """Stems that the claim has not, signs, and bigrams with the claim's words masked."""
        known = {word.stem for word in self._words.split(claim)}
        tokens = _TOKEN.findall(fold(text).text)
        stems = [self._words.stem(token) for token in tokens]
        features = {f"new:{stem}": 1.0 for stem in stems if stem not in known}
        masked: list[str] = ["<"]
        for token, stem in zip(tokens, stems, strict=True):
            item = _CLAIM if stem in known and token not in self._words.stop_words else token
            if not (item == _CLAIM == masked[-1]):
                masked.append(item)
        features |= {f"bigram:{a} {b}": 1.0 for a, b in zip(masked, [*masked[1:], ">"], strict=True)}
        features |= {f"sign:{name}": 1.0 for sign, name in _SIGNS.items() if sign in tokens}
        return features

    def _distance(self, claim: str, text: str) -> dict[str, float]:
        """Hedges and reporting verbs that stand in the text and not in the claim."""
        theirs = fold(claim).text
        hedges = [hedge for hedge in self._hedges.find(text) if fold(hedge.text).text not in theirs]
        features = {f"hedge:{hedge.category}": 1.0 for hedge in hedges}
        features |= {f"cue:{hedge.cue}": 1.0 for hedge in hedges}
        features["hedged"] = max((hedge.strength for hedge in hedges), default=0.0)
        for token in _TOKEN.findall(fold(text).text):
            verb = self._verbs.of(token)
            if verb is not None and token not in theirs:
                features[f"act:{verb.act}"] = 1.0
        return features


    def _counts(self, claim: str, text: str) -> dict[str, float]:
        """How many refuting and distancing words the text has, how many of them the claim has not."""
        theirs = set(_TOKEN.findall(fold(claim).text))
        tokens = _TOKEN.findall(fold(text).text)
        features = {}
        for kind, words in (("refuting", self._words.refuting), ("distancing", self._words.distancing)):
            features[kind] = float(sum(token in words for token in tokens))
            features[f"{kind}:new"] = float(sum(token in words and token not in theirs for token in tokens))
            features[f"{kind}:claim"] = float(len(words & theirs))
        return features


def _turns(about: Profile, profile: Profile) -> dict[str, float]:
    """What turns the claim round: poles of oppositions and negations that the claim has not."""
    poles = sorted(profile.poles - about.poles)
    features = {f"pole:{number}{'right' if right else 'left'}": 1.0 for number, right in poles}
    features["negated"] = float(profile.negations > 0 and about.negations == 0)
    features["claim_negated"] = float(about.negations > 0)
    return features


def _path(url: str | None) -> str:
    """What follows the host in an address, in lower case."""
    return (url or "").lower().split("://")[-1].partition("/")[2]
