"""Small formats that the templates share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint

from service.pages import words
from service.pages.assets import asset
from service.wording import plain, score, share

SPARK_WIDTH, SPARK_HEIGHT = 72.0, 20.0


def signed(value: float) -> str:
    """A difference with its sign; 0 has none.

    >>> signed(-0.6)
    '−0.60'
    """
    rounded = f"{abs(value):.2f}"
    return rounded if float(rounded) == 0 else f"{'−' if value < 0 else '+'}{rounded}"


def moment(stamp: str) -> str:
    """A stored moment in short, in UTC: with its time if it is of this year, else with the year.

    >>> moment("2019-03-12T06:05:00.000000Z")
    '12 Mar 2019'
    """
    found = datetime.fromisoformat(stamp)
    return found.strftime("%-d %b, %H:%M" if found.year == datetime.now(UTC).year else "%-d %b %Y")


def spark(trail: list[float]) -> str:
    """The points of a line through all scores up to now, which is at the right; 0 is at the bottom and 1 at the top."""
    step = SPARK_WIDTH / max(1, len(trail) - 1)
    right = 2 + SPARK_WIDTH - step * (len(trail) - 1)
    points = (f"{right + i * step:.1f},{2 + (1 - value) * SPARK_HEIGHT:.1f}" for i, value in enumerate(trail))
    return " ".join(points)


def factor_bar(value: float, width: float = 79.0) -> dict[str, float]:
    """A bar from the middle, where a factor says nothing, to its value."""
    middle, end = width / 2, value * width
    return {"x": round(min(middle, end), 1), "width": round(max(1.0, abs(end - middle)), 1)}


def register(bp: Blueprint) -> None:
    """Give the templates of `bp` these formats and the words of the design."""
    for filter_ in (score, share, signed, moment, spark, factor_bar, plain, words.side, words.effect):
        bp.add_app_template_filter(filter_)
    shared: dict[str, Any] = {"asset": asset, "words": words, "classes": words.source_classes}
    bp.record(lambda state: state.app.jinja_env.globals.update(shared))
