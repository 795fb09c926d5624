"""`corrobora score`: what a person sees, what a program gets, and how it refuses."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parents[2] / "fixtures" / "cases"
KOZINKA = (CASES / "kozinka-captured-2023.json").read_bytes()


def test_a_case_is_shown_with_every_step_from_the_prior_to_the_score(corrobora):
    shown = corrobora("score", "-", stdin=KOZINKA)
    assert shown.status == 0
    steps = [float(step) for step in re.findall(r"[ █·]([+-]\d+\.\d\d) ", shown.out.split("in log-odds")[1])]
    *rows, total = steps
    assert math.isclose(math.fsum(rows), total, abs_tol=0.005 * len(rows))
    assert f"a score of {1 / (1 + math.exp(-total)):.2f}" in shown.out


def test_every_part_of_the_assessment_stands_in_the_table(corrobora):
    shown = corrobora("score", "-", stdin=KOZINKA).out
    for part in ("contested", "confidence", "Admiralty", "ICD 203", "Freedom of Russia Legion", "self serving",
                 "The legion [claimed] to hold", "What would change the score"):
        assert part in shown


def test_a_bare_text_is_scored_as_its_own_report(corrobora):
    shown = corrobora("score", "Rebels claimed on Telegram that they had reportedly seized the mill.")
    assert shown.status == 0
    assert "[reportedly]" in shown.out


def test_articles_are_looked_through_for_the_claim(corrobora):
    articles = sorted(CASES.parent.glob("articles/2023-*.json"))
    shown = corrobora("score", "Was Kozinka captured?", *articles)
    assert shown.status == 0
    assert "One origin, Freedom of Russia Legion" in shown.out and "contested" in shown.out
    assert "On Telegram the legion [claimed] control" in shown.out  # the line of the article, not all of it
    assert "Its ranks" in shown.out and "Two people" not in shown.out


def test_an_article_that_cannot_be_read_is_named(corrobora, tmp_path):
    refused = corrobora("score", "Was Kozinka captured?", tmp_path / "none.txt")
    assert (refused.status, refused.out) == (2, "")
    assert "none.txt: no such file or directory" in refused.err


def test_a_claim_without_quotation_marks_is_told_to_have_them(corrobora):
    refused = corrobora("score", "Rebels", "hold", "it")
    assert refused.err == "corrobora: hold: no such file or directory; " \
        "a claim of several words stands in quotation marks\n"


def test_a_json_file_is_a_case_not_a_claim(corrobora):
    path = CASES / "kozinka-captured-2023.json"
    assert corrobora("score", path) == corrobora("score", "-", stdin=KOZINKA)


def test_json_is_the_assessment_of_the_interface(corrobora):
    assessment = json.loads(corrobora("score", "-", "--json", stdin=KOZINKA).out)
    total = assessment["prior"] + math.fsum(c["log_odds"] for c in assessment["contributions"])
    assert math.isclose(total, math.log(assessment["score"] / (1 - assessment["score"])), abs_tol=1e-9)


def test_no_colour_and_no_control_character_reaches_a_pipe(corrobora):
    shown = corrobora("score", "-", stdin=json.dumps({"text": "The \u202emayor said so.", "reports": []}).encode())
    assert shown.status == 0
    assert "\x1b" not in shown.out and "\u202e" not in shown.out and "\ufffdmayor" in shown.out


@pytest.mark.parametrize(("body", "problem"), [
    (b"", "Not JSON"),
    (b"[1]", "object"),
    (b'{"text": ""}', "text: is blank"),
    (b'{"text": "A", "reprots": []}', "reprots: is not a known field"),
    (b'{"text": "A", "reports": [{"text": "B", "stance": "agrees"}]}', "reports.0.stance"),
    (b'{"text": "A", "reports": [{"text": "B", "source": "Reuters"}]}', 'such as {"name": "Reuters"}'),
    (b'{"text": "A", "reports": [{"text": "B", "source": {"class": "bishop"}}]}', "reports.0.source.class"),
])
def test_a_bad_case_is_refused_in_one_line_that_names_the_field(corrobora, body, problem):
    refused = corrobora("score", "-", stdin=body)
    assert refused.status == 2
    assert refused.out == ""
    assert re.fullmatch(r"corrobora: .+\n", refused.err)
    assert problem in refused.err


def test_the_name_of_another_file_is_not_taken_for_a_claim(corrobora, tmp_path):
    (tmp_path / "article.txt").write_text("The mill burned.")
    for path in (tmp_path / "article.txt", tmp_path):
        refused = corrobora("score", path)
        assert (refused.status, refused.out) == (2, "")
        assert "is a file or a folder" in refused.err and "corrobora read" in refused.err


def test_a_case_file_that_is_missing_or_bad_is_named_and_never_taken_for_a_claim(corrobora, tmp_path):
    bad = ("list.json", "[]", "the input must be a JSON object")
    for name, body, problem in (("none.json", None, "no such file"), bad):
        if body:
            (tmp_path / name).write_text(body)
        refused = corrobora("score", tmp_path / name)
        assert (refused.status, refused.out) == (2, "")
        assert refused.err.startswith(f"corrobora: {tmp_path / name}: {problem}")
