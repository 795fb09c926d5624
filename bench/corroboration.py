"""Airwars incidents as cases: does our status give the researchers' grade, and our score their order?

    python -m bench.corroboration ../shared/data/corroboration/airwars_syria_dev.jsonl

Every incident becomes a case from its sources and from what the belligerents said themselves; the researchers' grade
is used for the final count only. Incidents without any recorded source give nothing to judge and are left out of
the figures; how many is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sklearn.metrics import f1_score, roc_auc_score

import rules
from bench._data import command_line, print_figures, read_jsonl
from rules.model import Assessment, Case, Event, Interest, Report, Source, Stance, Status

GRADES = {
    Status.CONFIRMED: "Confirmed", Status.PARTLY_VERIFIED: "Fair", Status.CORROBORATED: "Fair",
    Status.CONTESTED: "Contested", Status.DISCOUNTED: "Discounted", Status.SINGLE_SOURCE: "Weak",
    Status.UNVERIFIED: "Weak",
}
Row = dict[str, Any]


def case_of(row: Row) -> Case:
    """The incident as the desk would enter it: harm done by the belligerent that is suspected first."""
    belligerent = (row.get("belligerents") or [row.get("suspected_belligerent")])[0] or "an unknown belligerent"
    reports = [_source(source) for source in row["sources"]]
    reports += _statements(row, belligerent)
    place = row.get("region") or None
    return Case(
        text=f"A strike by {belligerent} harmed civilians.", event=Event(date=row["date"], place=place),
        reports=tuple(reports))


def _source(source: Row) -> Report:
    """An account is a social source of its own; a domain is an outlet that the registry may know."""
    if source["origin"].startswith("acct:"):
        return Report(stance=Stance.SUPPORTS, source=Source(name=source["origin"], class_="social"))
    return Report(stance=Stance.SUPPORTS, publisher=source["domain"])


def _statements(row: Row, belligerent: str) -> list[Report]:
    """What belligerents say: an admission, a denial, or nothing that bears on it; and who else is suspected.

    A second suspect means competing accounts only where there are two accounts: one that names both is undecided.
    """
    statements = row.get("party_statements", [])
    reports = [_own_word(statement, belligerent) for statement in statements]
    accounts = len({source["origin"] for source in row["sources"]})
    rivals = min(sum(statement["type"] == "suspected" for statement in statements), accounts) - 1
    return reports + [
        Report(stance=Stance.DENIES, source=Source(name=f"accounts that name rival {n}", class_="witness"))
        for n in range(rivals)
    ]


def _own_word(statement: Row, belligerent: str) -> Report:
    assessment = statement["own_assessment"]
    if assessment == "credible":
        stance, interest = Stance.SUPPORTS, Interest.AGAINST_INTEREST
    elif "no_coalition_strikes" in statement["reasons_non_credible"]:
        stance, interest = Stance.DENIES, Interest.SELF_SERVING
    else:  # too little information, a duplicate, not assessed yet: no denial
        stance, interest = Stance.CANNOT_VERIFY, Interest.UNKNOWN
    source = Source(name=belligerent, class_="official", side=belligerent.lower(), interest=interest)
    return Report(stance=stance, source=source)


def auc(rows: Sequence[Row], field: str, labels: tuple[str, str], value: Callable[[Row], float]) -> float | None:
    """How often a row of the first label stands above one of the second."""
    chosen = [row for row in rows if row[field] in labels]
    truth = [row[field] == labels[0] for row in chosen]
    return float(roc_auc_score(truth, [value(row) for row in chosen])) if len(set(truth)) == 2 else None


def main(path: str) -> None:
    """Print the figures for one file of incidents."""
    rulebook = rules.load_rulebook()
    rows = [row for row in read_jsonl(path, "sources", "grading", "strike_status") if row["sources"]]
    results: dict[str, Assessment] = {row["id"]: rules.assess(case_of(row), rulebook) for row in rows}
    graded = [row for row in rows if row["grading"] in set(GRADES.values())]
    truth, ours = [r["grading"] for r in graded], [GRADES[results[r["id"]].status] for r in graded]
    pairs = {"fair_weak": ("grading", ("Fair", "Weak")),
             "likely_single": ("strike_status", ("Likely strike", "Single source claim"))}
    gaza = "belligerent_position" in rows[0]
    main_pair = pairs["likely_single" if gaza else "fair_weak"]
    print_figures(
        incidents=len(rows), grade_macro_f1=float(f1_score(truth, ours, average="macro", labels=sorted(set(truth)))),
        **{f"{name}_auc": auc(rows, *pair, lambda row: results[row["id"]].score) for name, pair in pairs.items()},
        link_count_auc=auc(rows, *main_pair, lambda row: len(row["sources"])))


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("path", metavar="file")
    main(**vars(options.parse_args()))
