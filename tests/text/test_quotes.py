"""Quotation marks: what is quoted, from where to where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.text.quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We hold it," he said.', ['"We hold it,"']),
        ("The “raid” and the «Gegenschlag»", ["“raid”", "«Gegenschlag»"]),
        ("„Wir sind da“, sagte er.", ["„Wir sind da“"]),
        ("“We left, he said. “They came,” she said.", ["“We left, he said.", "“They came,”"]),
        ("They vow to 'free Lorn' soon", ["'free Lorn'"]),
        ("Troops ‘STORM the pier’", ["‘STORM the pier’"]),
        ("The crew's boat, the crews' boats, don't", []),
        ("The crew’s boat and the crews’ boats", []),
        ("In '98 and the '70s", []),
        ("‘We don’t know the brothers’ names,’ he said", ["‘We don’t know the brothers’ names,’"]),
        ("He said “the ‘mill’ burned” and left", ["“the ‘mill’ burned”"]),
        ('A 6" pipe', []),
        ("''It burned,'' he said.", ["''It burned,''"]),
        ("He called it ``a hoax'' again", ["``a hoax''"]),
        ("It ''fell'', she said, ''and burned''.", ["''fell''", "''and burned''"]),
        ("The crews'' boats", []),
        ("", []),
    ],
)
def test_quotations_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("opens", "closes"), ['""', "“”"])
def test_an_opening_mark_on_each_paragraph_goes_on_with_the_quotation(opens: str, closes: str, gap: str) -> None:
    text = f"She wrote: {opens}It burned.{gap}{opens}Then it fell.{closes} He left."
    assert quoted(text) == [f"{opens}It burned.{gap}{opens}Then it fell.{closes}"]


def test_a_quotation_runs_on_over_a_wrapped_line() -> None:
    assert quoted('He said "the mill\nburned" today.') == ['"the mill\nburned"']


def test_an_unclosed_quotation_ends_with_its_paragraph_and_spoils_no_other() -> None:
    text = 'He said "the mill burned.\n\nShe said "no" twice.'
    quotations = find_quotations(text)
    assert [(text[q.start : q.end], q.closed) for q in quotations] == [('"the mill burned.', False), ('"no"', True)]


@given(st.text("ab'\"“”‘’«» .\n", max_size=80))
def test_quotations_are_in_order_apart_and_inside_the_text(text: str) -> None:
    quotations = find_quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in quotations)
    assert all(a.end <= b.start for a, b in zip(quotations, quotations[1:], strict=False))
