"""Credits to agencies: each form finds its hits and leaves its misses, and a picture's credit credits no text."""

import pytest

import rules
from rules.model import Document, TracedBy
from rules.reading.layout.credits import CreditForm, CreditForms, Credits
from rules.rulebook import Rulebook

RULEBOOK = rules.load_rulebook()
FORMS = RULEBOOK.table("en/credits.yaml", CreditForms).forms
FELL = "A bridge fell in Dolny Lug on Monday."


def chains(text: str, rulebook: Rulebook = RULEBOOK) -> list[tuple[list[str], TracedBy]]:
    reading = rules.read(Document(text=text, publisher="northwire.example"), rulebook)
    return [([link.name for link in report.chain[1:]], report.traced_by) for report in reading.reports]


@pytest.mark.parametrize(("form", "hit"), [(form, hit) for form in FORMS for hit in form.hits])
def test_a_form_finds_its_hits(form: CreditForm, hit: str) -> None:
    (credit,) = RULEBOOK.part(Credits).find(hit)
    assert hit[credit.start : credit.end].strip()


@pytest.mark.parametrize("miss", [miss for form in FORMS for miss in form.misses])
def test_a_form_leaves_its_misses(miss: str) -> None:
    assert RULEBOOK.part(Credits).find(miss) == ()


@pytest.mark.parametrize(("text", "agency"), [
    (f"LORN, March 4 (Reuters) - {FELL}", "Reuters"),
    (f"A bridge falls\nBy Ana Dovik, Lorn Herald\n\nLORN, March 4 (Reuters) - {FELL}", "Reuters"),
    (f"A bridge falls\nBy Associated Press\n{FELL}", "Associated Press"),
    (f"{FELL}\nRead more in World news\nThe water rose. — AFP", "Agence France-Presse"),
    (f"{FELL}\nAdditional reporting by Reuters\nRead more in World news", "Reuters"),
])
def test_what_a_credited_article_says_in_its_own_voice_is_the_agencys(text: str, agency: str) -> None:
    assert {(tuple(chain), by) for chain, by in chains(text)} == {((agency,), TracedBy.CREDIT)}


@pytest.mark.parametrize("credit", ["Ana Dovik/AFP via Getty Images", "AFP/Getty", "The bridge before the flood - AFP",
                                    "Two people stand by the river (Reuters)", "Photo: Reuters", "Picture by AFP"])
def test_a_credit_of_a_picture_credits_the_picture_only(credit: str) -> None:
    assert chains(f"{FELL}\n{credit}\nThe water rose.")[0] == ([], TracedBy.OWN_VOICE)
    assert chains(f"{FELL}\n{credit}")[0] == ([], TracedBy.OWN_VOICE)


def test_a_sign_off_of_people_credits_no_agency() -> None:
    assert chains(f"{FELL}\n(Reporting by Ana Dovik; Editing by Ron Calloway)") == [([], TracedBy.OWN_VOICE)]


def test_whoever_an_article_names_stays_the_source_of_what_he_says() -> None:
    assert chains(f"LORN (AFP) - {FELL} Two people were hurt, Ana Dovik said. The bridge was reportedly old.") == [
        (["Agence France-Presse"], TracedBy.CREDIT), (["Ana Dovik"], TracedBy.NAMED),
        (["unattributed"], TracedBy.NOBODY)]


def test_an_agency_credits_itself_in_its_own_voice() -> None:
    reading = rules.read(Document(text=f"LORN (Reuters) - {FELL}", publisher="reuters.com"), RULEBOOK)
    assert [(report.claim.text, len(report.chain), report.traced_by) for report in reading.reports] == [
        (FELL, 1, TracedBy.OWN_VOICE)]
