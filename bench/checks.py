"""Where checks are lost: `python -m bench.checks NEWS`, of each author of `checked_texts.yaml` by models of the others.

NEWS is as in `bench.train_checks`. With `--texts FILE`, of the same format, the models that are shipped read that file.
A check is whole if it is found and its facets, verdict and target are right; checks told in one report count together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bench import train_aims, train_checks
from bench._checked import SHORT, Text, checked_texts, meets, reported_at
from bench._data import command_line, print_figures
from rules.model import Document, ReadReport, Stance, Verification
from rules.reading import CHECKS, read
from rules.reading.checks import aims, seeming
from rules.rulebook import Rulebook

T = TypeVar("T")
VERDICTS = {"refuted": Stance.DENIES, "unverified": Stance.CANNOT_VERIFY}


class Fitted(Rulebook):
    """The rulebook with other trained models, by their files."""

    def __init__(self, models: dict[str, Any]) -> None:
        super().__init__()
        self._models = models

    def trained(self, name: str, kind: type[T]) -> T:
        return msgspec.convert(self._models[name], kind) if name in self._models else super().trained(name, kind)


def fitted(texts: Sequence[Text], news: Path) -> Iterator[tuple[list[Text], Rulebook]]:
    """The texts of each author with a rulebook that has learnt from the others."""
    rulebook = Rulebook()
    examples = train_checks.examples(texts, news, rulebook)
    asked = [q for text in texts for q in train_aims.questions(text, rulebook)]
    for author in sorted({text["author"] for text in texts} - {SHORT}):
        impressions = train_checks.weights([e for e in examples if e.author != author], rulebook)
        aimed = train_aims.fit([q for q in asked if q.author != author])
        yield [t for t in texts if t["author"] == author], Fitted({seeming.FILE: impressions, aims.FILE: aimed})


def counted(texts: Iterable[Text], rulebook: Rulebook) -> Counter[str]:
    """How many checks are found and whole, and which part of the others is wrong first."""
    counts: Counter[str] = Counter()
    for text in texts:
        reports = read(Document(text=text["text"], publisher=text["publisher"] or None), rulebook).reports
        told: dict[int | None, list[dict[str, Any]]] = {}
        for check in text["checks"]:
            index = reported_at(text["text"].index(check["words"]), check["words"], reports)
            told.setdefault(index if index is not None and reports[index].verification else None, []).append(check)
        counts["checks"] += len(text["checks"])
        counts["lost"] += len(told.pop(None, ()))
        counts["false"] += sum(r.verification is not None and n not in told for n, r in enumerate(reports))
        for index, checks in told.items():
            wrong = next(_wrong(checks, index or 0, reports, text["text"]), None)
            counts.update([f"wrong_{wrong}" if wrong else "whole"] * len(checks))
    return counts


def _wrong(checks: Sequence[dict[str, Any]], index: int, reports: Sequence[ReadReport], text: str) -> Iterator[str]:
    """What is not as in the checks that a report tells of: verdict, facets, target."""
    report, verified = reports[index], reports[index].verification or Verification()
    if report.stance not in {VERDICTS.get(check["verdict"], Stance.SUPPORTS) for check in checks}:
        yield "verdict"
    failed = {facet for check in checks for facet in check["failed"]}
    held = {facet for check in checks for facet in check["held"]} - (failed if len(checks) > 1 else set())
    if {*map(str, verified.facets)} != held or {*map(str, verified.failed)} != failed:
        yield "facets"
    about = [*(reports[n].claim for n in report.applies_to), report.sentence, *[report.claim] * (report.act != CHECKS)]
    meant = [of for check in checks for of in check["of"]]
    if not all(any(meets(text.index(of), of, part) for part in about) for of in meant):
        yield "target"


def main() -> None:
    """Prints one line of figures for each author, the sum last."""
    parser = command_line(__doc__)
    parser.add_argument("news", type=Path, nargs="?", help="news as JSON lines, each with a text")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="texts with their checks, in YAML")
    arguments, total = parser.parse_args(), Counter[str]()
    asked = ((checked_texts(path), Rulebook()) for path in arguments.texts) if arguments.texts else \
        fitted(checked_texts(), arguments.news)
    for texts, rulebook in asked:
        counts = counted(texts, rulebook)
        print(texts[0]["author"], dict(counts))
        total += counts
    print_figures(**total)


if __name__ == "__main__":
    main()
