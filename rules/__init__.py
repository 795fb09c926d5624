"""The pure core of Corrobora: no web framework, no database, no network, no clock.

    rulebook = load_rulebook()
    assessment = assess(Case(text="…"), rulebook)
"""

from __future__ import annotations

from pathlib import Path

from rules.errors import CaseError, CorroboraError, LanguageError, RulebookError
from rules.explanation import DescribedRule, describe_rules
from rules.linking import CaseBuilder, PairLinker, Terms, assess, link
from rules.matching import Exclusions, Matters, Occasions, SaidNo, Strangers, Wishes, likest
from rules.origins import PARTS
from rules.reading import Reader, read
from rules.rulebook import Rulebook
from rules.scoring.examples import run_cue_examples, run_examples, run_source_examples
from rules.scoring.weights import load_weights

__all__ = [
    "CaseError", "CorroboraError", "DescribedRule", "LanguageError", "Rulebook", "RulebookError", "assess",
    "describe_rules", "likest", "link", "load_rulebook", "read", "run_cue_examples", "run_examples",
    "run_source_examples",
]


def load_rulebook(directory: Path | None = None) -> Rulebook:
    """The rulebook of a folder (by default the one shipped), read and compiled as a whole.

    Raises RulebookError, naming file, line and key, for anything wrong in it, so that nothing starts on bad data.
    """
    rulebook = Rulebook(directory)
    for part in (
        load_weights, Reader, Exclusions, Matters, Occasions, SaidNo, Strangers, Wishes, CaseBuilder, PairLinker, Terms,
        *PARTS,
    ):
        rulebook.part(part)
    rulebook.refuse_unread()
    return rulebook
