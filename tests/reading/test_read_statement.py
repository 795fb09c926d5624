"""One sentence read as one report: who says it, of which class, with which stance, hedges and check."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules import load_rulebook
from rules.model import Document, ReadReport
from rules.reading import read, read_statement

RULEBOOK = load_rulebook()


def _read(text: str) -> ReadReport:
    return read_statement(text, RULEBOOK)


ORIGINS = [
    ("The group claimed it had taken control of the village.", "party", "claimed", "supports"),
    ("The mayor said the ferry had sunk.", "official", "said", "supports"),
    ("The ferry had sunk, the mayor said on Tuesday.", "official", "said", "supports"),
    ("“The ferry has sunk,” said the mayor.", "official", "said", "supports"),
    ("According to residents, the ferry had sunk.", "witness", "According to", "supports"),
    ("The ferry had sunk, according to residents.", "witness", "according to", "supports"),
    ("Police denied that anyone had been hurt.", "official", "denied", "denies"),
    ("Officials told reporters: “There was no breakthrough.”", "official", "told", "denies"),
    ("The rumour of a flood is a lie, the governor said.", "official", "said", "denies"),
    ("The blast was claimed by the rebels.", "party", "was claimed by", "supports"),
    ("The number of wounded has risen to 14, the health ministry said.", "official", "said", "updates"),
    ("The army did not confirm any losses.", "official", "did not confirm", "cannot_verify"),
    ("Witnesses described hearing two blasts.", "witness", "described", "supports"),
    ("Coastguards believe the crew may have drowned.", "official", "believe", "supports"),
    ("The rebels vowed to march on Lorn.", "party", "vowed", "supports"),
    ("Organisers put the crowd at 9,000.", "party", "put", "supports"),
    ("Governor Oleh Synko: two wounded by shelling.", "official", ":", "supports"),
    ("The council wrote on its website.", "official", "wrote", "supports"),
    ("The minister ruled out a snap vote.", "official", "ruled", "denies"),
    ("Prosecutors allege he fled.", "official", "allege", "supports"),
    ("The union pledges to strike on Friday.", "party", "pledges", "supports"),
    ("Doctors warn it spreads fast.", "witness", "warn", "supports"),
    ("Labour accused ministers of delay.", "party", "accused", "supports"),
    ("A lawyer for the president said the deal stood.", "party", "said", "supports"),
    ("The museum said the vase was stolen.", "party", "said", "supports"),
    ("The clubs have strongly denied a quarrel.", "party", "have strongly denied", "denies"),
    ("“We grew,” said Ana Dovik, head of the port.", "official", "said", "supports"),
]


@pytest.mark.parametrize(("text", "class_", "cue", "stance"), ORIGINS)
def test_a_sentence_has_an_origin_a_cue_and_a_stance(text: str, class_: str, cue: str, stance: str) -> None:
    report = _read(text)
    assert report.cue is not None
    assert (report.chain[-1].class_, report.cue.text, report.stance) == (class_, cue, stance)


def test_an_outlet_citing_an_agency_citing_a_spokesman_is_a_chain_from_the_outermost_in() -> None:
    text = "The ferry had sunk, spokesman Arne Velt said, Northwire reported, citing the Lorn Gazette."
    assert [text[link.start : link.end] for link in _read(text).chain] == [
        "Northwire", "the Lorn Gazette", "spokesman Arne Velt",
    ]  # fmt: skip
    inner = _read("According to the Lorn Gazette, citing two officials, the bridge was closed.")
    assert [link.class_ for link in inner.chain] == ["media", "official"]
    quoted = _read("Ten drowned, the Lorn Gazette quoted a coroner as saying.")
    assert [link.class_ for link in quoted.chain] == ["media", "official"]
    cited = _read("The Lorn Gazette cited city officials as saying the bridge was closed.")
    assert [link.start for link in cited.chain] == [0, 23]
    assert cited.claim.text == "the bridge was closed"


def test_when_somebody_reported_it_and_what_stands_before_him_are_no_part_of_him() -> None:
    dated = _read("The judge took bribes from a builder, the Lorn Gazette reported in May.")
    assert [link.name for link in dated.chain] == ["Lorn Gazette"]
    behind = _read("Two days after the raid on the mill the army said that one of its shells had strayed.")
    assert [link.name for link in behind.chain] == ["the army"]


HEARSAY = [
    "Boats were reportedly seized.",
    "Sirens in Lorn, blasts reported near the quay.",
    "The band was said to be armed.",
    "Rumours spread of a fire.",
]


@pytest.mark.parametrize("text", HEARSAY)
def test_what_nobody_is_named_for_is_unattributed(text: str) -> None:
    assert [link.class_ for link in _read(text).chain] == ["unattributed"]


OWN = [
    "The minister accused of fraud left.",
    "The bridge was destroyed.",
    "Nobody knows who did it.",
    "Smoke hung over the harbour.",
    "Flood in Lorn: what we know.",
    "The crew put in at Lorn.",
]


@pytest.mark.parametrize("text", OWN)
def test_a_statement_without_source_is_the_carriers_own(text: str) -> None:
    assert _read(text).chain == ()


def test_admissions_and_accusations_are_acts_of_support() -> None:
    admitted = _read("The army admitted it had hit the school.")
    accused = _read("Vessin accused Lorn of shelling a school.")
    assert (admitted.stance, admitted.act) == ("supports", "admission")
    assert (accused.stance, accused.act) == ("supports", "accusation")


def test_a_partial_check_says_what_held_and_what_did_not() -> None:
    report = _read("Analysts matched the video to the village but could not date it.")
    assert report.verification is not None
    assert (report.chain[-1].class_, report.stance) == ("independent_verification", "supports")
    assert (report.verification.facets, report.verification.failed) == (("place",), ("time",))
    assert report.verification.method == "geolocation"


def test_a_party_that_cannot_verify_is_no_independent_checker() -> None:
    assert _read("The Kremlin could not verify the report.").chain[-1].class_ == "official"


def test_the_reporters_hedge_is_told_from_the_sources() -> None:
    reporter = _read("Rebels allegedly took it, police said.")
    source = _read("Police said: “Rebels may have taken it.”")
    assert [h.owner for h in reporter.hedges] == ["reporter"]
    assert [h.owner for h in source.hedges] == ["source"]


def test_facets_are_named_with_values() -> None:
    facets = _read("The army said at least 12 raiders had entered Tyotkino on 12 March 2024.").facets
    assert {name: facets[name].value for name in ("number", "place", "time")} == {
        "number": "12", "place": "Tetkino", "time": "2024-03-12",
    }  # fmt: skip
    assert facets["actor"].text == "at least 12 raiders"
    assert facets["action"].text == "had entered"
    assert _read("The mayor said the pier was burned by masked men.").facets["actor"].text == "masked men"
    assert "actor" not in _read("The mayor said the pier was closed.").facets


def test_a_thing_that_is_told_apart_belongs_to_the_claim() -> None:
    assert _read("The mayor said teams that were cut had left.").claim.text == "teams that were cut had left"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | st.text("said The mayor “”\"',.\n denied it that", max_size=200))
def test_any_text_is_answered_with_spans_of_itself(text: str) -> None:
    report = _read(text)
    for span in (report.claim, report.cue, *report.hedges, *report.facets.values()):
        assert span is None or text[span.start : span.end] == span.text
    for link in report.chain:
        assert link.start is None or 0 <= link.start < (link.end or 0) <= len(text)


EVIDENCE = [
    ("Satellite images suggest the base is empty.", None),
    ("According to leaked documents, the sale was agreed.", None),
    ("Court records say the firm hid it.", None),
    ("Satellite images suggest the base is empty, analysts say.", "expert"),
    ("Emails from the minister say the fee was paid.", "official"),
    ("Footage released by the rebels shows a burning barge.", "party"),
    ("A video editor said the tape was cut.", "media"),
]


@pytest.mark.parametrize(("text", "class_"), EVIDENCE)
def test_evidence_says_nothing_but_who_made_or_published_it_does(text: str, class_: str | None) -> None:
    chain = _read(text).chain
    assert (chain[-1].class_ if chain else None) == class_


def test_two_apostrophes_quote_like_one_mark() -> None:
    report = _read("''We hold the town,'' the mayor said.")
    assert (report.claim.text, report.quoted) == ("We hold the town", True)


def test_he_and_she_are_those_whose_titles_say_so() -> None:
    text = "Spokeswoman Ana Velt met Mr Tarn, the mayor. {} said the pier would open."
    names = [_said_by(text.format(pronoun)) for pronoun in ("She", "He")]
    assert names == ["Ana Velt", "Tarn"]


def test_a_person_who_speaks_for_a_company_is_a_person() -> None:
    assert _said_by("Ana Velt, the firm's owner, said it had sunk. “It was old,” Velt said.") == "Ana Velt"
    assert _said_by("Coach Ana Velt said the race was lost. “We tried,” Velt said.") == "Ana Velt"


def test_he_is_no_country() -> None:
    assert _said_by("North Korea fired a missile. He said it had landed.") == "He"


@pytest.mark.parametrize(
    "text",
    ["It is the target it pledged to reach.", "He offered no proof of it.", "Ana Velt Hammers Lorn Ferry Chief: ‘Go.’"],
)
def test_what_only_seems_to_report_is_the_carriers_own(text: str) -> None:
    assert _read(text).chain == ()


def _said_by(text: str) -> str:
    return read(Document(text=text), RULEBOOK).reports[-1].chain[-1].name


@pytest.mark.parametrize(("text", "name"), [
    ("It sank, according to Capt. Nils Berg, a spokesman for the port.", "Nils Berg"),
    ("Police quoted Sgt. Nils Berg as saying that it sank.", "Nils Berg"),
])
def test_the_full_stop_of_a_title_ends_no_name(text, name):
    chain = read_statement(text, RULEBOOK).chain
    assert chain[-1].name == name


@pytest.mark.parametrize(("text", "claim", "who"), [
    ("The mayor, who denies wrongdoing, was arrested, police said.",
     "The mayor, who denies wrongdoing, was arrested", "police"),
    ("The mayor, who has denied wrongdoing, was arrested in Bala on Monday.",
     "The mayor, who has denied wrongdoing, was arrested in Bala on Monday.", None),
    ("Ana Moll, who said the dam leaked, was fired on Tuesday.",
     "Ana Moll, who said the dam leaked, was fired on Tuesday.", None),
])  # fmt: skip
def test_what_is_told_in_passing_of_the_subject_is_not_what_the_sentence_states(text: str, claim: str, who) -> None:
    report = _read(text)
    assert (report.claim.text, report.stance.value) == (claim, "supports")
    assert [link.name for link in report.chain] == ([who] if who else [])


@pytest.mark.parametrize("text", [
    "The army hasn't confirmed the losses.",
    "The army couldn't confirm the report.",
    "The minister said the fund was open, but auditors said that's untrue.",
])  # fmt: skip
def test_a_curly_apostrophe_reads_as_a_straight_one(text: str) -> None:
    straight, curly = _read(text), _read(text.replace("'", "’"))
    assert (curly.stance, curly.act, curly.claim.start, curly.claim.end) == (
        straight.stance, straight.act, straight.claim.start, straight.claim.end)  # fmt: skip
    assert (curly.verification is None) == (straight.verification is None)
