"""Who says what, in sentences of our own; and an answer to any text."""

import pytest

from rules.attribution import Attributor
from rules.nlp import Parser


@pytest.fixture(scope="module")
def attributor(rulebook):
    return rulebook.part(Attributor)


def texts(attribution):
    spans = (attribution.source, attribution.cue, attribution.content)
    return tuple(span.text if span else None for span in spans)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor of Ostwick said the bridge was closed.", "The mayor of Ostwick", "said", "the bridge was closed"),
        ("“We had no choice,” Petra Oss said.", "Petra Oss", "said", "“We had no choice,”"),
        ("Rain is coming, according to the ferry crew.", "the ferry crew", "according to", "Rain is coming"),
        ("The shipyard denied that its crane had failed.", "The shipyard", "denied", "that its crane had failed"),
        ("Villagers claimed the dam was “about to burst”.", "Villagers", "claimed", "the dam was “about to burst”"),
        ("Campaigners believe that the mill will close.", "Campaigners", "believe", "that the mill will close"),
        ("She added that nobody had been paid.", "She", "added", "that nobody had been paid"),
    ],
)
def test_finds_source_cue_and_content(attributor, text, source, cue, content):
    assert [texts(found) for found in attributor.find(text)] == [(source, cue, content)]


def test_a_quotation_over_several_sentences_is_one_content(attributor):
    (found,) = attributor.find("“The gates are rusted. Nobody has oiled them since spring,” said the lock keeper.")
    assert texts(found) == ("the lock keeper", "said", "“The gates are rusted. Nobody has oiled them since spring,”")


def test_a_narrative_has_no_attribution(attributor):
    assert attributor.find("The ferry left Ostwick at nine. It crossed the bay in forty minutes.") == ()


def test_spans_are_those_of_the_text_as_submitted(attributor):
    text = "\n\n \U0001f6a2 Zu\u0308rich’s mayor\0said  the bridge \ud83d was closed.\n“No,” she said."
    for found in attributor.find(text):
        spans = [span for span in (found.source, found.cue, found.content) if span]
        assert spans and all(text[span.start : span.end] == span.text for span in spans)


def test_attributions_come_in_the_order_of_the_text(attributor):
    found = attributor.find("Ona Brill said the pump failed. The insurer denied it.\n\nA diver reported a leak.")
    starts = [min(span.start for span in (a.source, a.cue, a.content) if span) for a in found]
    assert len(starts) == 3 and starts == sorted(starts)


def test_a_parsed_text_reads_the_same(attributor, rulebook):
    text = "The union said the quarry was unsafe.\n\nThe owner said it was not."
    assert attributor.find_in(rulebook.part(Parser).parse(text), text) == attributor.find(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        "“““",
        '"He said "no" and "',
        "THE MAYOR SAID THE BRIDGE WAS CLOSED",
        "<p>The mayor <b>said</b> &quot;no&quot;</p>",
        "• Mayor said no\n• Nobody else said yes\n",
        "the mayor said the barge sank and " * 600,
        "((((((((((" * 300,
        "said " * 2_000,
        "\ud800\0\ufffe",
    ],
)
def test_any_text_gets_an_answer(attributor, text):
    for found in attributor.find(text):
        assert found.source or found.cue or found.content


def test_long_paragraphs_are_read_to_their_end(attributor):
    text = "The barge sank. " * 200 + "The mayor of Ostwick said the bridge was closed."
    assert any(texts(a)[0] == "The mayor of Ostwick" for a in attributor.find(text))
