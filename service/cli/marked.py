"""An article for a person at a terminal: claims, sources, cues and hedges marked, and below who said what."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from rules.model import Document, Reading, ReadReport, Stance
from service.cli.show import rows_of, terminal
from service.cli.text import printable, quoted
from service.wording import plain

Mark = tuple[int, int, str]
STYLES = {"claim": "underline", "source": "bold cyan", "cue": "italic", "hedge": "reverse", "left out": "dim strike"}
BRACKETS = {"source": "{}", "cue": "‹›", "hedge": "<>", "left out": "~~"}
WIDTHS = {"who said it": 26, "class": 14, "stance": 16, "hedges": 16}
"""The most that each column before the claim takes, so that the claim has room."""
STANCE_STYLE = {Stance.DENIES: "red", Stance.CANNOT_VERIFY: "yellow", Stance.UPDATES: "cyan", Stance.UNRELATED: "dim"}


def show_reading(document: Document, reading: Reading, title: str | None = None) -> None:
    """Print the article with its marks, then a row for each report; the marks are brackets where nobody is watching."""
    console = terminal()
    if title:
        console.print(Text(title, style="bold"))
    bare = console.color_system is None
    console.print(_bracketed(document.text, reading) if bare else _styled(document.text, reading))
    console.print()
    console.print(rows_of(("", *WIDTHS, "claim"), _rows(reading), console, WIDTHS))


def _marks(reading: Reading) -> Iterator[Mark]:
    for extent in reading.left_out:
        yield extent.start, extent.end, "left out"
    for report in reading.reports:
        yield from ((link.start, link.end, "source") for link in report.chain if link.start is not None and link.end)
        if report.cue:
            yield report.cue.start, report.cue.end, "cue"
        yield from ((hedge.start, hedge.end, "hedge") for hedge in report.hedges)


def _styled(text: str, reading: Reading) -> Text:
    marked = Text(printable(text))
    for report in reading.reports:
        marked.stylize(STYLES["claim"], report.claim.start, report.claim.end)
    for start, end, kind in _marks(reading):
        marked.stylize(STYLES[kind], start, end)
    return marked


def _bracketed(text: str, reading: Reading) -> Text:
    """The text with marks as brackets; each claim opens with the number of its row."""
    shown = printable(text)
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for number, report in enumerate(reading.reports, 1):
        opening.setdefault(report.claim.start, []).insert(0, f"[{number}: ")
        closing.setdefault(report.claim.end, []).append("]")
    for start, end, kind in sorted(set(_marks(reading))):
        opening.setdefault(start, []).append(BRACKETS[kind][0])
        closing.setdefault(end, []).insert(0, BRACKETS[kind][1])
    pieces, at = [], 0
    for position in sorted({*opening, *closing}):
        pieces += [shown[at:position], *closing.get(position, ()), *opening.get(position, ())]
        at = position
    return Text("".join([*pieces, shown[at:]]))


def _rows(reading: Reading) -> Iterator[tuple[Text | str, ...]]:
    for number, report in enumerate(reading.reports, 1):
        origin = report.chain[-1] if report.chain else None
        side = f" ({origin.side})" if origin and origin.side else ""
        yield (
            str(number),
            Text(printable(" → ".join(link.name for link in report.chain) or "the outlet's own voice")),
            plain(origin.class_ if origin else "media") + side,
            Text(_stance(report), style=STANCE_STYLE.get(report.stance, "")),
            Text(", ".join(quoted(hedge.text) for hedge in report.hedges)),
            Text(printable(" ".join(report.claim.text.split()))),
        )


def _stance(report: ReadReport) -> str:
    """Stance with the act that made it, for a check which facets held and which did not, and the rows it is about."""
    words = [plain(report.stance)]
    if report.act not in {"assertion", "verification", "denial", "negation"}:
        words.append(f"({report.act})")
    check = report.verification
    if check:
        words += [f"+{facet}" for facet in check.facets] + [f"-{facet}" for facet in check.failed]
    if report.applies_to:
        words.append("→ " + ", ".join(str(index + 1) for index in report.applies_to))
    return " ".join(words)
