"""What the documents name exists (files and folders, bench commands, links to one another), and their examples hold."""

from __future__ import annotations

import doctest
import re
from dataclasses import fields
from pathlib import Path

import pytest

from service.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLES = [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")]
PATH = re.compile(r"`((?:rules|service|bench|tests|docs|fixtures)/[\w./-]+)`")
COMMAND = re.compile(r"\bpython -m bench\.(\w+)")
SETTING = re.compile(r"^\| `(CORROBORA_\w+)` \| (.+?) \|", re.M)
ANCHOR = re.compile(r"\]\((?!http)([^)#]*)#([^)]+)\)")
LINK = re.compile(r"\]\((?!http)([^)#]+)")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_what_a_page_names_is_there(page):
    text = page.read_text(encoding="utf-8")
    named = [ROOT / path for path in PATH.findall(text)] + [ROOT / f"bench/{name}.py" for name in COMMAND.findall(text)]
    named += [page.parent / target for target in LINK.findall(text)]
    assert [path for path in named if not path.exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_a_link_into_a_page_leads_to_one_of_its_headings(page):
    for target, anchor in ANCHOR.findall(page.read_text(encoding="utf-8")):
        text = (page.parent / target if target else page).read_text(encoding="utf-8")
        headings = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in re.findall(r"^#+ (.+)$", text, re.M))
        assert anchor in [heading.replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("page", EXAMPLES, ids=_name)
def test_the_examples_of_a_page_hold(page):
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0


def test_every_setting_is_told_of_with_its_default():
    told = SETTING.findall((ROOT / "docs/api.md").read_text(encoding="utf-8"))
    nothing = ("none", "the shipped one")
    environ = {name: "" if value in nothing else value.strip("`").replace(",", "") for name, value in told}
    assert environ.keys() == {f"CORROBORA_{field.name.upper()}" for field in fields(Settings)}
    assert Settings.load(environ) == Settings()


def test_every_bench_command_is_told_of():
    told = "".join(page.read_text(encoding="utf-8") for page in (*PAGES, ROOT / "Makefile"))
    assert {path.stem for path in (ROOT / "bench").glob("[a-z]*.py")} <= set(re.findall(r"\bbench[./](\w+)", told))
