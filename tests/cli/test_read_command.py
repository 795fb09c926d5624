"""`corrobora read`: articles marked for a person, as JSON for a program, and how it refuses."""

from __future__ import annotations

import json
from pathlib import Path

ARTICLES = Path(__file__).resolve().parents[2] / "fixtures" / "articles"
TEXT = "The mayor claimed the ferry had sunk.\n\nSee also: Ferry prices rise\n"


def test_claims_sources_cues_and_hedges_are_marked_and_the_rest_left_out(corrobora):
    shown = corrobora("read", "-", "--publisher", "Northwire", stdin=TEXT.encode())
    assert shown.status == 0
    assert "{The mayor} ‹<claimed>› [1: the ferry had sunk]" in shown.out
    assert "~See also: Ferry prices rise~" in shown.out
    assert "Northwire → The mayor" in shown.out


def test_what_answers_another_statement_names_its_row(corrobora):
    shown = corrobora("read", "-", stdin=b"The mayor said the ferry had sunk. Its owner denied the claim.")
    assert "denies → 1" in shown.out


def test_json_is_the_reading(corrobora):
    reading = json.loads(corrobora("read", "-", "--json", stdin=TEXT.encode()).out)
    (report,) = reading["reports"]
    assert reading["language"] == "en"
    assert TEXT[report["claim"]["start"] : report["claim"]["end"]] == report["claim"]["text"] == "the ferry had sunk"
    assert report["chain"][0]["class"] == "official"


def test_several_files_give_a_line_of_json_each(corrobora):
    paths = sorted(ARTICLES.glob("*.json"))[:2]
    lines = corrobora("read", *paths, "--json").out.splitlines()
    assert [bool(json.loads(line)["reports"]) for line in lines] == [True, True]


def test_what_cannot_be_read_is_one_line_and_status_2(corrobora, tmp_path):
    empty, latin = tmp_path / "empty.txt", tmp_path / "latin.txt"
    empty.write_text("")
    latin.write_bytes(b"caf\xe9 said no")
    for argument, problem in ((empty, "is blank"), (latin, "not UTF-8"), (tmp_path / "none", "no such file")):
        refused = corrobora("read", argument)
        assert refused.status == 2
        assert problem in refused.err
        assert refused.err.count("\n") == 1


def test_what_a_request_may_not_say_a_file_or_an_option_may_not_either(corrobora, tmp_path):
    article = tmp_path / "article.json"
    article.write_text(json.dumps({"text": TEXT, "published_at": "yesterday"}))
    refused = corrobora("read", article)
    assert (refused.status, refused.err.split(": ")[1:3]) == (2, [str(article), "published_at"])
    refused = corrobora("read", "-", "--published-at", "2024-02-30", stdin=TEXT.encode())
    assert (refused.status, refused.out) == (2, "")
    assert "--published-at" in refused.err and "or a day such as" in refused.err


def test_days_are_counted_from_the_day_or_moment_of_publication(corrobora):
    text = b"The mill burned on Monday, the mayor said."
    for published in ("2024-03-13", "2024-03-13T09:00:00+02:00"):
        reading = json.loads(corrobora("read", "-", "--json", "--published-at", published, stdin=text).out)
        assert reading["reports"][0]["facets"]["time"]["value"] == "2024-03-11"


def test_one_bad_file_does_not_spoil_the_others(corrobora, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT)
    bad.write_text(" ")
    shown = corrobora("read", good, bad)
    assert shown.status == 2
    assert "the ferry had sunk" in shown.out
    assert str(bad) in shown.err


def test_another_language_is_named(corrobora):
    german = "Der Bürgermeister sagte, dass die Fähre gesunken ist und nicht fährt."
    refused = corrobora("read", "-", stdin=german.encode())
    assert refused.status == 2
    assert "German" in refused.err
