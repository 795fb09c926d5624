"""Parsing keeps the offsets of the text as submitted, whatever the text."""

import numpy as np
import pytest
import spacy

from rules import load_rulebook, nlp
from rules.nlp.parser import LanguageSettings
from rules.nlp.pipeline import pipeline

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
    parsed = nlp.parse(text)
    assert len(parsed.text) == len(text)
    for start, word in zip(parsed.starts, parsed.words, strict=True):
        assert all(is_ in (given, "\ufffd") for given, is_ in zip(text[start:], word, strict=False))


def test_sentences_do_not_run_over_line_breaks():
    parsed = nlp.parse("Ferry to Ostwick delayed\nThe harbour master blamed fog. Nobody was hurt.")
    assert [parsed.words[first] for first, _ in parsed.sentences()] == ["Ferry", "The", "Nobody"]


def test_paragraphs_leave_out_the_line_breaks():
    parsed = nlp.parse("One barge.\n\nTwo barges.\n")
    printed = [parsed.words[start:end] for start, end in parsed.paragraphs]
    assert printed == [["One", "barge", "."], ["Two", "barges", "."]]


def test_no_paragraph_is_longer_than_the_longest():
    parsed = nlp.parse("and " * (2 * nlp.LONGEST + 1))
    assert [end - start for start, end in parsed.paragraphs] == [nlp.LONGEST, nlp.LONGEST, 1]


def test_every_token_has_a_tag_a_head_and_a_vector():
    parsed = nlp.parse("The harbour master blamed fog.\n\nNobody was hurt.")
    assert all([*parsed.tags, *parsed.deps])
    assert len(parsed) == len(parsed.tags) == len(parsed.deps) == len(parsed.heads) == len(parsed.vectors)
    assert parsed.words[parsed.heads[parsed.words.index("master")]] == "blamed"


def test_the_pipeline_is_loaded_once():
    settings = load_rulebook().table("en/language.yaml", LanguageSettings)
    assert pipeline(settings.pipeline, settings.without) is pipeline(settings.pipeline, settings.without)


def test_tags_trees_and_vectors_are_those_of_the_pipeline_itself():
    settings = load_rulebook().table("en/language.yaml", LanguageSettings)
    text = "The harbour master, who blamed fog, said that the barge and the other barge sank in 2024."
    whole = spacy.load(settings.pipeline, exclude=[part for part in settings.without if part != "strings"])
    doc, parsed = whole(text), nlp.parse(text)
    assert parsed.tags == [token.tag_ for token in doc]
    assert parsed.deps == [token.dep_ for token in doc]
    assert parsed.heads.tolist() == [token.head.i for token in doc]
    np.testing.assert_allclose(parsed.vectors, doc.tensor, atol=1e-4)
