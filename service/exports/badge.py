"""A claim's score as a small picture to embed: how well supported, and the status in words."""

from __future__ import annotations

from html import escape

from rules.model import Assessment, Status
from service.wording import plain, score

MEDIA = "image/svg+xml"
LETTER, PAD, HEIGHT = 6.4, 8, 20
# Dark enough for white letters (WCAG AA); the words say the same as the colour.
COLOURS = {
    Status.CONFIRMED: "#1d6b3a", Status.CORROBORATED: "#1a6a6a", Status.PARTLY_VERIFIED: "#2f5fa8",
    Status.SINGLE_SOURCE: "#55545c", Status.CONTESTED: "#8f5400", Status.UNVERIFIED: "#66645f",
    Status.DISCOUNTED: "#a02c2c",
}


def badge(assessment: Assessment) -> str:
    """The badge as SVG without any script or style; without evidence it says so instead of a number."""
    judged = assessment.grades.stix_confidence is not None
    left = f"supported {score(assessment.score)}" if judged else "cannot be judged"
    right = plain(assessment.status)
    words = f"{left}, {right}"
    widths = [round(len(text) * LETTER + 2 * PAD) for text in (left, right)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sum(widths)}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(words)}"><title>{escape(words)}</title>'
        f'<rect width="{widths[0]}" height="{HEIGHT}" fill="#1d2433"/>'
        f'<rect x="{widths[0]}" width="{widths[1]}" height="{HEIGHT}" fill="{COLOURS[assessment.status]}"/>'
        f"{_text(left, 0, widths[0])}{_text(right, widths[0], widths[1])}</svg>"
    )


def _text(words: str, x: int, width: int) -> str:
    return (f'<text x="{x + PAD}" y="14" textLength="{width - 2 * PAD}" lengthAdjust="spacingAndGlyphs" fill="#fff" '
            f'font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">{escape(words)}</text>')
