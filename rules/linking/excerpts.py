"""Reports that are whole articles: what they say about the claim, and nothing else, bears on it.

An article makes twenty statements of ten sources. It is read as one, and those of its statements that are about the
claim stand in its place, each with its own source, stance and hedges; offsets are those of the text as submitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from rules.errors import LanguageError
from rules.facets import name_key
from rules.linking.cases import CaseBuilder
from rules.linking.claims import claimed
from rules.linking.pairs import PairLinker
from rules.linking.prepared import Prepared
from rules.linking.records import LinkedReport, Read
from rules.linking.statement import Statement
from rules.linking.stating import statements
from rules.matching import StanceModel
from rules.model import Case, Document, Report, Source
from rules.origins import SILENT
from rules.reading import read
from rules.rulebook import Rulebook

SEVERAL, STATEMENTS = 160, 3  # characters and statements from which a report is looked through for the claim
ARTICLE = 300  # characters from which one that does not tell of the claim is about something else
POST, BEARS = 600, 0.2  # characters up to which, and probability from which, it is about the claim all the same
LIKEST = -0.5  # log-odds down to which the one likest statement is taken, for who sends it says that it is about it
SHARE, ALIKE = 0.4, -2.0  # … and down to which it is where it has so much of the claim's words
_CLAIM = "claim"


class Excerpt(NamedTuple):
    """What a report says about the claim, the place of the report in the case, and where in its text that begins.

    One that is known to bear no stance on the claim has in `apart` why not.
    """

    report: Report
    place: int
    start: int = 0
    apart: str = ""


def may_be_article(report: Report) -> bool:
    """Whether a report may be an article: long, and not said to be whose it is and what it stands for."""
    structured = report.source is not None and report.stance is not None
    return len(report.text) >= SEVERAL and not structured


def excerpts(report: Report, place: int, case: Case, rulebook: Rulebook) -> list[Excerpt]:
    """The report itself, or of an article each statement about the claim: the likest one where none is so for sure.

    An article that tells nothing of the claim is unrelated to it, unless the request gives its stance.
    """
    article = _article(report, rulebook) if may_be_article(report) else None
    if article is None:
        return [Excerpt(report, place)]
    claim = claimed(msgspec.structs.replace(case, reports=()), _CLAIM, rulebook)  # an article tells of other days, too
    about = _about(claim, statements(article.reading, article.document, article.key, rulebook), rulebook)
    told = rulebook.part(CaseBuilder).told_of(claim, about, {article.key: article})
    if not told:
        whole = report.stance or len(report.text) < ARTICLE or _bears(report, case, rulebook)
        bare = msgspec.structs.replace(report, text="")
        return [Excerpt(report, place) if whole else Excerpt(bare, place, apart=SILENT)]
    return [excerpt(linked, article, report, place) for linked in (told[:1] if report.stance else told)]


def _bears(report: Report, case: Case, rulebook: Rulebook) -> bool:
    """Whether a long post tells of the claim in other words than linking knows; an article only has many words."""
    return len(report.text) < POST and rulebook.part(StanceModel).bearing(case.text, report.text) >= BEARS


def _article(report: Report, rulebook: Rulebook) -> Read | None:
    """The text of a report as an article, None where it is in another language or makes a statement or two."""
    document = Document.of(report)
    try:
        article = Read.of(document, read(document, rulebook))
    except LanguageError:
        return None
    return article if len(article.reading.reports) >= STATEMENTS else None


def _about(claim: Statement, said: Sequence[Statement], rulebook: Rulebook) -> list[Statement]:
    """The statements with odds above even, the likest first; else the likest, if it is not too far from that."""
    linker = rulebook.part(PairLinker)
    asked = linker.prepare(claim)
    ranked = sorted(((linker.log_odds(asked, linker.prepare(item)), item) for item in said),
                    key=lambda found: (-found[0], found[1].order))
    sure = [item for odds, item in ranked if odds > 0]
    return sure or [item for odds, item in ranked[:1]
                    if odds > (ALIKE if _share(asked, linker.prepare(item)) >= SHARE else LIKEST)]


def _share(claim: Prepared, said: Prepared) -> float:
    """How much of the weight of a claim's words, but for its places, a statement has."""
    where = {name_key(word) for place in claim.item.places for word in place.split()}
    weights = {stem: weight for stem, weight in claim.words.weights.items() if name_key(stem) not in where}
    return sum(weights[stem] for stem in sorted(weights.keys() & said.words.weights)) / (sum(weights.values()) or 1)


def excerpt(linked: LinkedReport, article: Read, given: Report, place: int) -> Excerpt:
    """The sentence of a statement in place of the article; what the request gives goes before what was read."""
    told = article.reading.reports[linked.number]
    start, end = told.whole
    report = msgspec.structs.replace(
        linked.report, text=given.text[start:end], source=_source(given.source, linked.report.source),
        via=given.via or linked.report.via, stance=given.stance or linked.report.stance,
        verification=given.verification or linked.report.verification,
    )
    return Excerpt(report, place, start)


def _source(given: Source | None, told: Source | None) -> Source | None:
    """Who said it: whom the request names, else whom the article does, with what the request knows of him."""
    if given is None or told is None or given.name or given.class_:
        return given or told
    return msgspec.structs.replace(told, side=given.side or told.side, interest=given.interest or told.interest)
