"""A whole article: chains, pronouns, quotations over paragraphs, checks and what is not the article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import load_rulebook
from rules.errors import CaseError, LanguageError
from rules.model import Document, Reading
from rules.reading import read
from rules.reading.checks.check_words import CHECKS

RULEBOOK = load_rulebook()
ARTICLE = """Harbour Brigade claims to hold Vastrovo

The Harbour Brigade, a militia, said on Monday it had seized the village of Vastrovo. "We came at dawn," it wrote.

"We will not leave.

"Our flag stays."

See also: Ferry prices rise

Governor Ana Dovik told residents: "Nobody is hurt. The evacuation is a lie."

She said at least six houses were damaged, the state agency Northwire reported.

The Lorn Gazette cited army sources as saying the raiders had been driven out. The group posted a video of its fighters.

The Lorn Gazette was able to confirm the location of the video by matching roofs to satellite images. The paper could \
not verify the date. The army was not available for comment.

Vastrovo lies on the river.

Sign up for our morning newsletter
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(Document(text=ARTICLE, publisher="The Daily Oar", published_at="2024-03-12T08:00:00Z"), RULEBOOK)


def _chain_of(reading: Reading, words: str) -> list[str]:
    """The sources, as the text has them, of the report whose claim has these words."""
    report = next(r for r in reading.reports if words in r.claim.text)
    return [link.name if link.start is None else ARTICLE[link.start : link.end] for link in report.chain]


def test_the_publisher_comes_first_and_the_origin_last(reading: Reading) -> None:
    assert _chain_of(reading, "at least six houses") == ["The Daily Oar", "the state agency Northwire", "She"]
    assert _chain_of(reading, "had been driven out") == ["The Daily Oar", "The Lorn Gazette", "army sources"]


def test_the_outlets_own_statements_are_its_own(reading: Reading) -> None:
    assert _chain_of(reading, "lies on the river") == ["The Daily Oar"]


@pytest.mark.parametrize("words", ["We came at dawn", "We will not leave", "Our flag stays", "a video of its fighters"])
def test_pronouns_and_quotations_over_paragraphs_belong_to_who_they_stand_for(reading: Reading, words: str) -> None:
    report = next(r for r in reading.reports if words in r.claim.text)
    assert report.chain[-1].name == "Harbour Brigade"
    assert report.chain[-1].class_ == "party"


def test_two_who_say_it_together_are_two_origins() -> None:
    text = "The Kremlin and the Siberian Battalion said the ferry had sunk."
    assert [r.chain[-1].name for r in read(Document(text=text), RULEBOOK).reports] == ["Kremlin", "Siberian Battalion"]


def test_she_is_the_governor(reading: Reading) -> None:
    she = next(r for r in reading.reports if "six houses" in r.claim.text).chain[-1]
    told = next(r for r in reading.reports if "Nobody is hurt" in r.claim.text).chain[-1]
    assert (she.name, she.class_) == (told.name, "official")


def test_a_lie_is_denied_and_the_sentence_beside_it_is_not(reading: Reading) -> None:
    stances = {r.claim.text.strip('"'): r.stance for r in reading.reports if r.quoted}
    assert stances["The evacuation is a lie"] == "denies"
    assert stances["Nobody is hurt"] == "supports"


def test_who_had_put_a_toll_at_a_number_says_so() -> None:
    (report,) = read(Document(text="Ana Dovik had put the death toll at 40."), RULEBOOK).reports
    assert report.chain[-1].name == "Ana Dovik"


def test_a_check_in_two_sentences_is_one_check_of_the_video(reading: Reading) -> None:
    (check,) = (r for r in reading.reports if r.verification)
    assert check.verification is not None
    assert (check.verification.facets, check.verification.failed) == (("place",), ("time",))
    assert check.chain[-1].class_ == "independent_verification"
    assert ["video" in reading.reports[i].claim.text for i in check.applies_to] == [True]


ABOUT = [
    ("Police said a bus burned. Two residents said that shots were fired. Their accounts could not be verified.", (1,)),
    ("Police said a bus burned. Two residents said that shots were fired. The reports could not be verified.", (0, 1)),
    ("Police said a bus burned. Two residents said that shots were fired. Lorn Post was not able to verify the reports "
     "and the police were not available for comment.", (0, 1)),
    ("Police said a bus burned. Northwire has a letter of the driver. It could not verify its authenticity.", (1,)),
    ("Police said a bus burned. It was not clear when the road would open.", ()),
]


@pytest.mark.parametrize(("text", "about"), ABOUT)
def test_a_check_is_about_what_its_words_point_at(text: str, about: tuple[int, ...]) -> None:
    (check,) = (r for r in read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports if r.act == CHECKS)
    assert check.applies_to == about


def test_no_comment_is_no_report_on_the_world(reading: Reading) -> None:
    silence = next(r for r in reading.reports if "for comment" in r.claim.text)
    assert (silence.stance, silence.verification) == ("unrelated", None)


def test_relative_days_are_resolved_against_the_day_of_publication(reading: Reading) -> None:
    seized = next(r for r in reading.reports if "had seized" in r.claim.text)
    assert (seized.facets["time"].text, seized.facets["time"].value) == ("Monday", "2024-03-11")
    assert seized.facets["place"].value == "Vastrovo"


def test_when_a_source_became_what_it_is_is_no_time_of_the_claim() -> None:
    [denied] = read(Document(text="The legion, at war with it since April 2023, denied it all."), RULEBOOK).reports
    assert (denied.claim.text, "time" in denied.facets) == ("it all", False)


def test_links_and_offers_are_left_out_and_not_renumbered(reading: Reading) -> None:
    left_out = [ARTICLE[extent.start : extent.end] for extent in reading.left_out]
    assert left_out == ["See also: Ferry prices rise", "Sign up for our morning newsletter"]
    assert all(ARTICLE[r.claim.start : r.claim.end] == r.claim.text for r in reading.reports)


def test_markup_is_left_out_without_moving_anything(reading: Reading) -> None:
    text = "<p>The <b>mayor</b> said the ferry had <i>sunk</i>.</p>"
    (report,) = read(Document(text=text), RULEBOOK).reports
    assert report.claim.text == "the ferry had <i>sunk"
    assert text[report.claim.start : report.claim.end] == report.claim.text


@pytest.mark.parametrize(
    ("text", "problem"), [("", "empty"), (" \n\t", "empty"), ("a " * 600_000, "longer than 1,048,576 characters")]
)
def test_an_article_that_cannot_be_read_is_refused_in_a_sentence(text: str, problem: str) -> None:
    with pytest.raises(CaseError, match=problem):
        read(Document(text=text), RULEBOOK)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Bürgermeister sagte, dass die Fähre gesunken ist und dass sie nicht mehr fährt.", "German"),
        ("Le maire a dit que la barque est dans le port et que les quais sont fermés.", "French"),
        ("Мэр сообщил, что паром затонул.", "Russian"),
        ("Мер повідомив, що пором затонув і їх знайшли.", "Ukrainian"),
        ("市长说渡轮沉没了。", "Chinese"),
    ],
)
def test_another_language_is_named_and_not_guessed_at(text: str, language: str) -> None:
    with pytest.raises(LanguageError, match=language):
        read(Document(text=text), RULEBOOK)


def test_a_stated_language_is_believed() -> None:
    with pytest.raises(LanguageError, match="German"):
        read(Document(text="The ferry sank.", language="de-AT"), RULEBOOK)
    assert read(Document(text="Kein Wort zu viel.", language="en-GB"), RULEBOOK).language == "en"


ODD = [
    ARTICLE.upper(),
    ARTICLE.replace(".", "").replace(",", ""),
    ARTICLE.replace('"', "", 1),
    "\n".join(f"• {line}" for line in ARTICLE.splitlines()),
    '"' * 3000,
    "The mayor said " * 3000,
    "ferry " * 20_000,
    "x" * 50_000,
    ARTICLE.replace("\n", "\r\n"),
    'It is over, President Dovik told aides. In a later speech Mr. Dovik said. "That is what she fights for."',
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_articles_get_an_answer(text: str) -> None:
    found = read(Document(text=text), RULEBOOK)
    assert all(text[r.claim.start : r.claim.end] == r.claim.text for r in found.reports)


WHO = ("Ana Dovik", "Dovik", "Mr. Dovik", "President Dovik", "Ana Moll, the mayor of Lorn,", "Moll", "the mayor", "she")
FRAMES = (
    "The ferry sank, {} told aides.", "{} said the ferry had sunk.", "In praise of {}, {} said.",
    '"It leaks," said {}.',
    '{} said. "It leaks."', "{} accused {} of theft.", "{} denied it.", "{}, 54, was not available for comment.",
    "According to {}, nine drowned.",
)
NAMED = st.builds(lambda frame, a, b: frame.format(a, b), *map(st.sampled_from, (FRAMES, WHO, WHO)))
LINES = st.one_of(st.sampled_from([*ARTICLE.splitlines(), '"', "\u202e", "\0", "é", "•", "<b>"]), NAMED)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_shuffled_articles_get_spans_of_themselves(text: str) -> None:
    if not text.strip():
        return
    found = read(Document(text=text, language="en"), RULEBOOK)
    for report in found.reports:
        for span in (report.claim, report.cue, *report.hedges, *report.facets.values()):
            assert span is None or text[span.start : span.end] == span.text
        assert all(index < len(found.reports) for index in report.applies_to)


def test_a_chairman_is_of_the_body_told_of_before() -> None:
    text = "Lorn Rovers sacked their coach, the club said. “It was time,” chairman Ana Dovik said."
    assert read(Document(text=text), RULEBOOK).reports[-1].chain[-1].class_ == "party"


def test_words_in_quotation_marks_weaken_only_what_has_no_source() -> None:
    text = "The weir was “as good as new”. Ana Dovik said the weir was “as good as new”."
    own, said = read(Document(text=text, publisher="lorn.example"), RULEBOOK).reports
    assert [[h.category for h in report.hedges] for report in (own, said)] == [["scare_quotes"], []]
