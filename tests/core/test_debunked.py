"""What fact-checkers and studies write of a claim that does not hold: no proof, nonsense, no effect."""

import pytest

import rules
from rules.model import Case, Report, Stance

MAST = "The mast in Lorn spreads the flu."
DRUG = "The new drug cuts deaths."

SAID = [
    (MAST, "There is no solid proof that the mast in Lorn spreads the flu, the agency said.", Stance.DENIES),
    (MAST, "Divers found no credible evidence that the mast in Lorn spreads the flu.", Stance.DENIES),
    (MAST, "There is no reason to believe that the mast in Lorn spreads the flu, a doctor said.", Stance.DENIES),
    (MAST, "The regulator called the theory that the mast spreads the flu nonsense.", Stance.DENIES),
    (MAST, "Experts described the idea that the mast in Lorn spreads the flu as absurd.", Stance.DENIES),
    (MAST, "There is little evidence that the mast in Lorn spreads the flu, the agency said.", Stance.CANNOT_VERIFY),
    (MAST, "Experts said that there was solid proof that the mast in Lorn spreads the flu.", Stance.SUPPORTS),
    (DRUG, "A second trial found no difference in deaths between the drug and a placebo.", Stance.DENIES),
    (DRUG, "Researchers found the drug had no benefit for patients.", Stance.DENIES),
    (DRUG, "A trial found that the new drug cut deaths.", Stance.SUPPORTS),
]


@pytest.mark.parametrize(("claim", "text", "stance"), SAID)
def test_no_proof_and_no_effect_deny(claim: str, text: str, stance: Stance) -> None:
    case = Case(text=claim, reports=(Report(text=text, publisher="lorn.example"),))
    [origin] = rules.assess(case, rules.load_rulebook()).origins
    assert origin.stance is stance
