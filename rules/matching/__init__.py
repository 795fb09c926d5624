"""Matching: which stored claims is a text about, do two texts tell of one event, and which stance does one take?"""

from rules.matching.actions import Actions
from rules.matching.clauses import Clauses
from rules.matching.contradiction import Contradiction
from rules.matching.exclusions import Exclusions
from rules.matching.figures import Figures
from rules.matching.index import Index
from rules.matching.matters import Matters
from rules.matching.model import Likeness, PairModel
from rules.matching.occasions import OTHER_DAY, OTHER_PLACE, Occasions
from rules.matching.ranking import Claim, Match, Ranker, likest
from rules.matching.said_no import SaidNo
from rules.matching.stance import PredictedStance, StanceModel
from rules.matching.strangers import Strangers
from rules.matching.wishes import WANTED, Wishes

__all__ = [
    "OTHER_DAY", "OTHER_PLACE", "WANTED", "Actions", "Claim", "Clauses", "Contradiction", "Exclusions",
    "Figures", "Index", "Likeness", "Match", "Matters", "Occasions", "PairModel", "PredictedStance", "Ranker", "SaidNo",
    "StanceModel", "Strangers", "Wishes", "likest",
]
