"""Fits what checks are about: `python -m bench.train_aims`, on the invented texts of `checked_texts.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import yaml

from bench._data import command_line, print_figures
from bench._linear import Values, fit_choice
from bench.train_checks import TEXTS
from rules.model import Document, ReadReport, Verification
from rules.reading import read
from rules.reading.checks.aims import FILE, NOBODY, Aims, Told
from rules.rulebook import Rulebook
from rules.rulebook.files import DATA

PENALTY, BESIDE = 1.0, 0.2


class Question(NamedTuple):
    """A check of an author with its candidates, the last of which is nobody, and which of these are right."""

    author: str
    candidates: list[Told]
    right: list[bool]


def questions(text: dict[str, Any], aims: Aims, rulebook: Rulebook) -> Iterator[Question]:
    """Those of one text; what the checks before one are about is known."""
    words = text["text"]
    reports = [msgspec.structs.replace(r, applies_to=()) if r.verification else r
               for r in read(Document(text=words, publisher=text["publisher"] or None), rulebook).reports]
    for check in text["checks"]:
        index = _told_at(words.index(check["words"]), check["words"], reports)
        if index is None:
            continue
        meant = {i for of in check["of"] for i, r in enumerate(reports) if _overlaps(words.index(of), of, r.claim)}
        found = dict(aims.candidates(index, reports, words))
        right = [i in meant for i in found]
        yield Question(text["author"], [*found.values(), {NOBODY: 1.0}], [*right, not any(right)])
        known = reports[index].verification or Verification()
        reports[index] = msgspec.structs.replace(reports[index], applies_to=tuple(meant - {index}), verification=known)


def _told_at(start: int, words: str, reports: Sequence[ReadReport]) -> int | None:
    """The report that tells of the check, else the first of its sentence."""
    there = [i for i, r in enumerate(reports) if _overlaps(start, words, r.sentence)]
    return next((i for i in there if reports[i].verification), next(iter(there), None))


def _overlaps(start: int, words: str, part: Any) -> bool:
    return bool(min(part.end, start + len(words)) > max(part.start, start))


def fit(asked: Sequence[Question]) -> dict[str, float]:
    """The weights of the features."""
    names = sorted({name for q in asked for told in q.candidates for name in told})
    owner = np.repeat(np.arange(len(asked)), [len(q.candidates) for q in asked])
    right = np.array([is_right for q in asked for is_right in q.right])
    return fit_choice(names, _table(names, asked), right, owner, PENALTY).weights


def _table(names: Sequence[str], asked: Sequence[Question]) -> Values:
    return np.array([[told.get(name, 0.0) for name in names] for q in asked for told in q.candidates])


def _is_right(question: Question, weights: dict[str, float]) -> bool:
    best = np.argmax([sum(weights.get(name, 0.0) * v for name, v in told.items()) for told in question.candidates])
    return question.right[int(best)]


def main() -> None:
    """Prints how many first choices are right by the checks of the other authors, fits on all, writes."""
    command_line(__doc__).parse_args()
    rulebook = Rulebook()
    aims = rulebook.part(Aims)
    asked = [q for text in yaml.safe_load(TEXTS.read_text("utf-8")) for q in questions(text, aims, rulebook)]
    right = 0
    for author in sorted({q.author for q in asked}):
        weights = fit([q for q in asked if q.author != author])
        right += sum(_is_right(q, weights) for q in asked if q.author == author)
    fitted = {name: round(weight, 3) for name, weight in fit(asked).items()}
    Path(DATA / FILE).write_text(json.dumps({"weights": fitted, "beside": BESIDE}) + "\n", "utf-8")
    print_figures(checks=len(asked), first_right=right, with_target=sum(not q.right[-1] for q in asked))


if __name__ == "__main__":
    main()
