"""What is fit for a terminal: highlighting where there is colour, brackets where there is none."""

from __future__ import annotations

import io

import msgspec
import pytest
from rich.console import Console

import rules
from rules.model import Case
from service.cli.show import rows_of, show
from service.cli.text import printable

CLAIM = "The guild claimed it holds the mill."
REPORT = {"text": CLAIM, "source": {"name": "Guild", "class": "party"}, "stance": "supports"}


def shown(monkeypatch, **console) -> str:
    case = msgspec.convert({"text": CLAIM, "reports": [REPORT]}, Case)
    to = io.StringIO()
    show(case, rules.assess(case, rules.load_rulebook()), Console(file=to, width=120, highlight=False, **console))
    return to.getvalue()


def test_colour_marks_the_hedge_on_a_terminal(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = shown(monkeypatch, force_terminal=True, color_system="standard")
    assert "\x1b[7mclaimed\x1b[0m" in text
    assert "[claimed]" not in text


def test_no_color_is_respected_on_a_terminal(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(monkeypatch, force_terminal=True)
    assert not [code for code in ("\x1b[3", "\x1b[4;3", "\x1b[1;3") if f"{code}1m" in text or f"{code}2m" in text]


def test_brackets_mark_the_hedge_without_a_terminal(monkeypatch):
    text = shown(monkeypatch)
    assert "The guild [claimed] it holds the mill." in text
    assert "\x1b" not in text


@pytest.mark.parametrize("steering", ["\x1b[31m", "\x07", "\u202e", "\u2066", "\x00", "\x9b", "\r"])
def test_no_character_that_steers_a_terminal_is_printed(steering):
    text = printable(f"a{steering}b")
    assert steering[0] not in text
    assert len(text) == len(steering) + 2


@pytest.mark.parametrize("width, lines", [
    (120, ["id  told in    claim", "c1  2 reports  The mill", "               burned."]),
    (80, ["c1  2 reports", "    The mill burned."])])
def test_on_a_narrow_terminal_a_text_stands_under_its_row(width, lines):
    to = io.StringIO()
    console = Console(file=to, width=width, highlight=False)
    console.print(rows_of(("id", "told in", "claim"), [("c1", "2 reports", "The mill burned.")], console, {"claim": 8}))
    assert [line.rstrip() for line in to.getvalue().splitlines()] == lines


def test_on_a_narrow_terminal_nothing_of_an_origin_is_cut():
    source = {"name": "Ostwick Weavers Confederation", "class": "party"}
    case = msgspec.convert({"text": CLAIM, "reports": [REPORT | {"source": source}]}, Case)
    to = io.StringIO()
    show(case, rules.assess(case, rules.load_rulebook()), Console(file=to, width=60, highlight=False))
    assert "Ostwick Weavers Confederation" in " ".join(to.getvalue().split())
    assert "…" not in to.getvalue()
