"""Parsing keeps the offsets of the text as submitted, whatever the text."""

import pytest

from rules import nlp

ODD = {
    "empty": "",
    "only line breaks": "\n\n\n",
    "a lone surrogate": "He said \ud83d no.",
    "NUL": "He said\0no.",
    "one run without a space": "x" * 3_000,
    "a wall of brackets": "(" * 3_000,
    "more than spaCy takes at once": " " * 1_000_001 + "Fog.",
    "more paragraphs than are parsed side by side": "Fog.\n\n" * (nlp.BATCH + 1),
    "no sentence end": "the barge sank and " * 400,
    "right to left": "قال المتحدث إن الجسر مغلق. She agreed.",
    "combining marks": "Zu\u0308rich e\u0301tait calme, said Ode\u0301le.",
    "markup": "<p>He said &quot;no&quot;.</p><br/>",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_tokens_stand_where_the_text_has_them(text):
    doc = nlp.parse(text)
    assert len(doc.text) == len(text)
    assert all(doc.text[token.idx] == text[token.idx] or doc.text[token.idx] == "\ufffd" for token in doc)


def test_sentences_do_not_run_over_line_breaks():
    doc = nlp.parse("Ferry to Ostwick delayed\nThe harbour master blamed fog. Nobody was hurt.")
    starts = [token.text for token in doc if token.is_sent_start]
    assert starts == ["Ferry", "The", "Nobody"]


def test_paragraphs_leave_out_the_line_breaks():
    doc = nlp.parse("One barge.\n\nTwo barges.\n")
    assert [doc[start:end].text for start, end in nlp.paragraphs(doc)] == ["One barge.", "Two barges."]


def test_no_paragraph_is_longer_than_the_longest():
    doc = nlp.parse("and " * (2 * nlp.LONGEST + 1))
    assert [end - start for start, end in nlp.paragraphs(doc)] == [nlp.LONGEST, nlp.LONGEST, 1]


def test_every_token_has_a_tag_a_head_and_a_vector():
    doc = nlp.parse("The harbour master blamed fog.\n\nNobody was hurt.")
    assert all(token.tag_ and token.dep_ for token in doc)
    assert doc.tensor.shape[0] == len(doc)


def test_the_pipeline_is_loaded_once():
    assert nlp.parse("Fog.").vocab is nlp.parse("Rain.").vocab
