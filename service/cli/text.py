"""Text from outside, made fit for a terminal."""

from __future__ import annotations

import unicodedata

from rich.text import Text

from rules.model import ReportHedge

STEERING = frozenset({"Cc", "Cf", "Cs"})


def printable(text: str) -> str:
    """The text with control and formatting characters replaced, one for one, so that no input steers the terminal.

    >>> printable("red: \\x1b[31m")
    'red: �[31m'
    """
    return "".join("�" if unicodedata.category(c) in STEERING and c != "\n" else c for c in text)


def quoted(text: str) -> str:
    """A span of a text in quotation marks; one that brings its own keeps them.

    >>> quoted("claimed"), quoted("“freed”")
    ('“claimed”', '“freed”')
    """
    return printable(text if text[:1] in ("“", '"') else f"“{text}”")


def counted(number: int, thing: str) -> str:
    """So many things.

    >>> counted(1, "case"), counted(0, "article")
    ('1 case', '0 articles')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def signed(log_odds: float) -> str:
    """Log-odds with their sign and two digits; nothing has none to lose.

    >>> signed(-0.6), signed(-0.001)
    ('-0.60', '+0.00')
    """
    return f"{round(log_odds, 2) + 0.0:+.2f}"


def marked(text: str, hedges: list[ReportHedge], plain: bool) -> Text:
    """A report with its hedges highlighted, or in brackets where there is no colour."""
    line, at = Text(), 0
    for start, end in sorted({(h.start, h.end) for h in hedges}):
        if start < at:
            continue
        span = printable(text[start:end])
        line.append(printable(text[at:start])).append(f"[{span}]" if plain else span, style="" if plain else "reverse")
        at = end
    return line.append(printable(text[at:]))
