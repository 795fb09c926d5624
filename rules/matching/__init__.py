"""Matching: which stored claims is a text about, do two texts tell of one event, and which stance does one take?"""

from rules.matching.collective import Collective
from rules.matching.contradiction import OPPOSITE, Contradiction
from rules.matching.counterparts import Counterparts
from rules.matching.figures import Figures
from rules.matching.index import Index
from rules.matching.model import PairModel
from rules.matching.ranking import Claim, Match, Ranker, Retriever, likest
from rules.matching.reversals import Reversals
from rules.matching.stance import PredictedStance, StanceModel
from rules.matching.strangers import Strangers

__all__ = [
    "OPPOSITE", "Claim", "Collective", "Contradiction", "Counterparts", "Figures", "Index", "Match", "PairModel",
    "PredictedStance", "Ranker", "Retriever", "Reversals", "StanceModel", "Strangers", "likest",
]
