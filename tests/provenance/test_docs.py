"""What docs/provenance.md promises is what the registry answers."""

import re
from pathlib import Path

import pytest

from rules import load_rulebook
from rules.model import Stance
from rules.provenance import Registry
from rules.provenance.tables import Tables

DOCS = (Path(__file__).parents[2] / "docs" / "provenance.md").read_text(encoding="utf-8")
LINES = re.findall(r"^(registry\.\S.*?)\s+# (\S+)$", DOCS, re.MULTILINE)


@pytest.mark.parametrize(("expression", "answer"), LINES)
def test_an_example_of_the_docs_gives_what_it_says(expression, answer):
    registry = load_rulebook().part(Registry)
    assert str(eval(expression, {"registry": registry, "Stance": Stance})) == answer.strip("'")


def test_the_docs_show_examples():
    assert len(LINES) == 4


def test_the_docs_name_every_class_with_its_letter():
    letters = {}
    for row in re.findall(r"^\|.*`.*$", DOCS.split("## Classes")[1].split("Measured")[0], re.MULTILINE):
        for names, letter in re.findall(r"((?:`\w+`(?:, )?)+)[^|]*\| ([A-F])", row):
            letters |= dict.fromkeys(re.findall(r"`(\w+)`", names), letter)
    assert letters == {c.id: c.reliability for c in load_rulebook().part(Tables).classes.values()}
