"""Do two statements make, or deny, one claim about one event?

Date and place rule out another event of the same kind first; then the pair model weighs what the wordings share, and
what they share of place and action. Everything is symmetric and knows only the two statements.
"""

from __future__ import annotations

from datetime import timedelta

from rules.facets import name_key
from rules.linking.bearing import Bearing
from rules.linking.beside import Beside, Comparison
from rules.linking.data import LinkWeights
from rules.linking.days import apart
from rules.linking.deeds import Deeds
from rules.linking.places import Places
from rules.linking.prepared import Prepared, Preparer
from rules.linking.statement import Statement
from rules.linking.stories import MOST, brevity, one_edition
from rules.model import Stance
from rules.rulebook import Rulebook

MANY = 256  # pairs of statements of two articles, among which some two mean much the same by chance
SIMILAR = 0.5  # how much a similar word counts beside the same
SUBSTANCE = 13.0  # the weight of shared words, some two rare ones, from which wordings are not alike by chance


class PairLinker:
    """Log-odds that two statements are about one claim; −∞ where they tell of different events."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._weights = rulebook.table("linking.yaml", LinkWeights)
        self.slack_days = self._weights.days_of_slack
        self._slack = timedelta(days=self.slack_days)
        self.prepare = rulebook.part(Preparer).prepare
        self._comparison, self._deeds = rulebook.part(Comparison), rulebook.part(Deeds)
        self._bearing, self._places = rulebook.part(Bearing), rulebook.part(Places)

    def log_odds(self, a: Prepared, b: Prepared) -> float:
        """How much speaks for one claim, less the bar: above 0 they are linked."""
        if self.unlinkable(a.item, b.item):
            return float("-inf")
        pair, one, weights = self._comparison.of(a, b), self._deeds.one(a, b), self._weights
        odds = (
            pair.like.log_odds - weights.bar
            + weights.same_place * self._places.shared(a.item, b.item) * pair.telling + self._deeds.log_odds(pair, one)
            + self._by_figures(a, b) * pair.telling + self._by_answer(pair) + self._by_substance(pair, one)
            + self._by_story(pair) + self._by_brevity(pair)
            + self._by_meaning(pair)
            + weights.other_day * _days_between(a.item, b.item) + weights.crowd * (1 - pair.telling)
        )
        odds += self._by_voices(pair, odds)
        return float("-inf") if odds > 0 and self._contradict_themselves(a, b) else odds

    def unlinkable(self, a: Statement, b: Statement) -> bool:
        """Whether date or place alone rule one event out; cheap, so asked before anything is prepared."""
        slack = self._slack - timedelta(a.guessed + b.guessed)  # a guess has some of its own
        return apart(a.window, b.window, slack) or self._places.apart(a, b) or self._set_apart(a, b)

    def _set_apart(self, a: Statement, b: Statement) -> bool:
        """Where a date is missing: whether only one is about the past, or they tell of war or disaster in other towns.
        """
        if a.days and b.days:
            return False
        elsewhere = a.document != b.document and not a.among and not b.among and self._places.set_apart(a, b)
        return elsewhere or None not in (a.past, b.past) and a.past != b.past

    def _contradict_themselves(self, a: Prepared, b: Prepared) -> bool:
        """Nobody says in an article what excludes his own words: another figure of his counts something else.

        A denial in so many words is an answer, though a pronoun may have given it to the wrong speaker.
        """
        mine, other = a.item, b.item
        if (mine.document, mine.speaker, mine.denies) != (other.document, other.speaker, other.denies):
            return False
        return self._bearing.opposed(a, b) or self._bearing.by_figures(a, b) is Stance.DENIES

    def _by_figures(self, a: Prepared, b: Prepared) -> float:
        return self._weights.same_toll * (self._bearing.one_figure(a, b) or self._bearing.one_toll(a, b))

    def _by_answer(self, pair: Beside) -> float:
        """A denial answers what somebody says, surest what somebody else says in its own article."""
        said_no = self._weights.answer_negated * pair.negates
        if not pair.answers:
            return said_no
        if self._bearing.answers_beside(pair.a, pair.b):
            return self._weights.answer_beside
        return self._weights.answer * pair.telling + said_no

    def _by_substance(self, pair: Beside, one: frozenset[int]) -> float:
        """Negative log-odds for few shared words, which may be chance, unless of one deed or answering each other."""
        if pair.negates or pair.told and pair.answers or one and self._comparison.meet(pair):
            return 0.0
        words, others, names = pair.a.words.weights, pair.b.words.weights, pair.a.names | pair.b.names
        shared = sum([weight / (1 + _is_detail(stem, names)) for stem, weight in sorted(words.items())
                      if stem in others])
        return self._weights.little_shared * max(0.0, 1 - (shared + SIMILAR * pair.like.similar) / SUBSTANCE)

    def _by_story(self, pair: Beside) -> float:
        """Negative log-odds where the articles tell different stories and are long enough to know this."""
        known = min(len(pair.a.item.story), len(pair.b.item.story)) >= MOST
        return self._weights.other_story * (known and not pair.one_story)

    def _by_brevity(self, pair: Beside) -> float:
        """Log-odds for two short articles on one story, more if they appeared within half a day or give one figure."""
        a, b = pair.a.item, pair.b.item
        short = brevity(a, b) if pair.told else 0.0
        if not short:
            return 0.0
        soon, counted = one_edition(a, b), self._bearing.count_alike(a, b)
        return short * (self._weights.edition * soon + self._weights.figure_in_story * counted)

    def _by_meaning(self, pair: Beside) -> float:
        """What two articles on one story mean by words of their own, for its names tell nothing there."""
        return brevity(pair.a.item, pair.b.item, MANY) * pair.like.in_story if pair.told else 0.0

    def _by_voices(self, pair: Beside, odds: float) -> float:
        """What two speakers of one article who answer nothing lose: their weak links, and links in long articles."""
        mine, other, weights = pair.a.item, pair.b.item, self._weights
        if mine.document != other.document or mine.speaker == other.speaker or mine.text == other.text or pair.answers:
            return 0.0
        weak = 0 < odds < -weights.voices
        return weights.voices * weak + weights.voices_in_crowd * (1 - pair.telling)


def _days_between(a: Statement, b: Statement) -> int:
    """How many days are between those that both texts name; 0 where one of them names no single day."""
    exact = a.days and b.days and a.days[0] == a.days[1] and b.days[0] == b.days[1]
    return abs(a.days[0] - b.days[0]) if exact and a.days and b.days else 0


def _is_detail(stem: str, names: frozenset[str]) -> bool:
    """Whether it is a name or a number, which articles on one topic share whatever they say of it."""
    return stem[0].isdigit() or name_key(stem) in names
