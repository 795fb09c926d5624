"""Fits what checks are about: `python -m bench.train_aims`, on the invented texts of `checked_texts.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from bench._checked import Text, checked_texts, meets, reported_at
from bench._data import command_line, print_figures
from bench._linear import Values, fit_choice
from rules.model import Document, Facet, ReadReport, Stance, Verification
from rules.reading import CHECKS, CheckFinder, read
from rules.reading.checks.aims import FILE
from rules.reading.checks.nearness import NOBODY, Nearness, Told
from rules.reading.checks.surroundings import Surroundings
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

PENALTY, BESIDE = 3.0, 0.2
STANCES = {"refuted": Stance.DENIES, "unverified": Stance.CANNOT_VERIFY}


class Question(NamedTuple):
    """A check of an author with its candidates, and which of these are right."""

    author: str
    candidates: list[Told]
    right: list[bool]


def questions(text: Text, rulebook: Rulebook) -> Iterator[Question]:
    """Those of one text; what the checks before one are about is known, and so is what was checked."""
    words = text["text"]
    read_ = read(Document(text=words, publisher=text["publisher"] or None), rulebook).reports
    reports = [msgspec.structs.replace(r, applies_to=()) if r.verification else r for r in read_]
    for check in text["checks"]:
        index = reported_at(words.index(check["words"]), check["words"], reports)
        if index is None:
            continue
        reports[index] = _as_check(reports[index], check)
        meant = tuple(n for n, r in enumerate(reports) if n != index
                      and any(meets(words.index(of), of, r.claim) for of in check["of"]))
        found = Nearness(Surroundings(index, reports, words, rulebook.part(CheckFinder))).candidates()
        right = [n in meant for n in found if n != NOBODY]
        told = not check["of"] or any(meets(words.index(of), of, reports[index].sentence) for of in check["of"])
        if any(right) or (told and NOBODY in found):
            yield Question(text["author"], [*found.values()], [*right, *[not any(right)] * (NOBODY in found)])
        reports[index] = msgspec.structs.replace(reports[index], applies_to=meant)


def _as_check(report: ReadReport, check: dict[str, Any]) -> ReadReport:
    """A report as the check that it is, where reading did not find that."""
    held, failed = (tuple(map(Facet, check[name])) for name in ("held", "failed"))
    made = Verification(facets=held, failed=failed)
    return report if report.verification else msgspec.structs.replace(
        report, verification=made, act=CHECKS, stance=STANCES.get(check["verdict"], Stance.SUPPORTS))


def fit(asked: Sequence[Question]) -> dict[str, Any]:
    """What `check_aims.json` holds."""
    names = sorted({name for q in asked for told in q.candidates for name in told})
    owner = np.repeat(np.arange(len(asked)), [len(q.candidates) for q in asked])
    right = np.array([is_right for q in asked for is_right in q.right])
    weights = fit_choice(names, _table(names, asked), right, owner, PENALTY).weights
    return {"weights": {name: round(weight, 3) for name, weight in weights.items()}, "beside": BESIDE}


def _table(names: Sequence[str], asked: Sequence[Question]) -> Values:
    return np.array([[told.get(name, 0.0) for name in names] for q in asked for told in q.candidates])


def main() -> None:
    """Fits and writes; `python -m bench.checks` tells how well it does on an author it has not seen."""
    command_line(__doc__).parse_args()
    rulebook = Rulebook()
    asked = [q for text in checked_texts() for q in questions(text, rulebook)]
    Path(DATA / FILE).write_text(json.dumps(fit(asked)) + "\n", "utf-8")
    print_figures(checks=len(asked))


if __name__ == "__main__":
    main()
