import pytest

from rules.matching.words import Words


@pytest.mark.parametrize(
    "forms",
    [
        ("carry", "carries", "carried", "carrying"),
        ("control", "controls", "controlled", "controlling"),
        ("kill", "kills", "killed", "killing"),
        ("capture", "captured", "capturing"),
        ("village", "villages", "village's", "Villages"),
        ("agree", "agrees", "agreed"),
    ],
)
def test_inflected_forms_share_a_stem(rulebook, forms):
    assert len({rulebook.part(Words).stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("a", "b"), [("wound", "wind"), ("police", "policy"), ("news", "new"), ("bus", "bu")])
def test_different_words_keep_different_stems(rulebook, a, b):
    words = rulebook.part(Words)
    assert words.stem(a) != words.stem(b)


def test_tags_are_taken_apart_and_accents_folded(rulebook):
    stems = [word.stem for word in rulebook.part(Words).split("#BridgeDown at São Tiago")]
    assert stems == ["bridg", "down", "at", "sao", "tiago"]


def test_a_capital_marks_a_word_as_a_name(rulebook):
    assert [word.capital for word in rulebook.part(Words).split("the Harbour burned")] == [False, True, False]
