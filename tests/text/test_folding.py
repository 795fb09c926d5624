"""Folding: what matches alike is alike, and every offset leads back to the text as submitted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.text.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Reportedly", "reportedly"),
        ("it’s “so”", 'it\'s "so"'),
        ("Café", "cafe"),
        ("Cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("ﬁre", "fire"),
        ("ＦＵＬＬ", "full"),
        ("zero\u200bwidth\u00ad", "zerowidth"),
        ("no\u00a0break", "no break"),
        ("not\nclear", "not clear"),
        ("not   clear", "not clear"),
        ("end.\n\nNext", "end.\nnext"),
        ("NUL\0here", "nul here"),
        ("line end\r\0and NUL", "line end and nul"),
        ("lone\ud800half", "lone\ufffdhalf"),
        ("İzmir", "izmir"),
        ("", ""),
    ],
)
def test_texts_that_read_alike_fold_alike(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("He was “reportedly” there", "reportedly", "reportedly"),
        ("🛳️ sank, re\u0301portedly", "reportedly", "re\u0301portedly"),
        ("غرقت reportedly", "reportedly", "reportedly"),
        ("not  \n clear yet", "not clear", "not  \n clear"),
        ("Ein Straßenkampf", "strassenkampf", "Straßenkampf"),
        ("\ud800\0 may", "may", "may"),
    ],
)
def test_a_match_leads_back_to_what_was_submitted(text: str, word: str, original: str) -> None:
    folded = fold(text)
    place = folded.text.index(word)
    start, end = folded.extent(place, place + len(word))
    assert text[start:end] == original


@given(st.text(st.characters(codec=None)))
def test_extents_lie_in_the_text_and_never_run_backwards(text: str) -> None:
    folded = fold(text)
    extents = [folded.extent(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in extents)
    assert extents == sorted(extents)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """A line break stands for an empty line, which is two."""
    once = fold(text).text
    assert fold(once.replace("\n", "\n\n")).text == once
