"""Names that no registry has: what their titles and nouns tell of whoever bears them."""

import pytest

from rules import load_rulebook
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)

TIED = [
    ("Ana Dovik, a staunch Vladimir Putin ally", "witness", None),
    ("Gov. Ana Dovik, a Vladimir Putin ally", "official", "russia"),
    ("Ana Dovik, a former Putin aide", "expert", None),
    ("Ana Dovik, a former spokeswoman for Mr. Putin", "expert", None),
    ("Ana Dovik, a leader in Lorn and close friend of President Putin", "witness", None),
    ("Ana Dovik, organizer of a group called Citizens for Putin", "party", "russia"),
    ("Ana Dovik, who was senior adviser to Putin", "expert", None),
    ("The governor of Lorn state, who was appointed by the army", "official", None),
    ("Ana Dovik, who was chief of staff to a minister and then the CIA director", "expert", None),
    ("Lornmouth, which President Putin visited", "unattributed", None),
    ("Telegram channels close to the Kremlin", "social", None),
    ("a newspaper linked to the Russian government", "media", None),
    ("a businessman close to President Putin", "party", "russia"),
    ("a source close to the Kremlin", "anonymous", "russia"),
    ("a spokesman for the Russian government", "official", "russia"),
]


@pytest.mark.parametrize(("name", "class_", "side"), TIED)
def test_whoever_is_tied_to_somebody_is_not_him(name, class_, side):
    found = REGISTRY.identify(name)
    assert (found.class_, found.side) == (class_, side)


CALLED = [
    ("PM Ana Dovik", "Ana Dovik", "official"),
    ("the British PM", "Government of the United Kingdom", "official"),
    ("Ana Nike", "Ana Nike", "unattributed"),
    ("Boeing Pictures", "Boeing Pictures", "unattributed"),
    ("Boeing chief executive Ana Dovik", "Boeing", "party"),
    ("Google engineer Ana Dovik", "Ana Dovik", "expert"),
    ("a new poll released Monday", "a new poll released Monday", "expert"),
    ("experts like Ana Dovik", "Ana Dovik", "expert"),
    ("police in Lornmouth, Fennshire", "police in Lornmouth, Fennshire", "official"),
    ("the Boeing machinists' union", "the Boeing machinists' union", "party"),
    ("Lorn Bridge President Ana Dovik", "Ana Dovik", "party"),
    ("American Bridge President Ana Dovik", "Ana Dovik", "party"),
    ("Ana Dovik, the president of the Harbour Workers of America", "Ana Dovik", "party"),
    ("HWA President Ana Dovik", "Ana Dovik", "party"),
    ("the president of the Harbour Workers", "Harbour Workers", "party"),
    ("Pres. Ana Dovik", "Ana Dovik", "official"),
    ("Lorn Fed President Ana Dovik", "Ana Dovik", "official"),
    ("a spokesman for Mr. Dovik", "Dovik", "official"),
    ("a Norwegian start-up, Aurel Health", "Aurel Health", "party"),
    ("the North Desk channel", "North Desk", "social"),
    ("her fiancé Dean", "Dean", "witness"),
    ("The Sunday Oar", "Sunday Oar", "media"),
    ("The Sons of Lorn, an armed group", "Sons of Lorn", "party"),
    ("Confederation of Lornian Industry", "Confederation of Lornian Industry", "party"),
    ("the Guild of British Weavers", "Guild of British Weavers", "party"),
    ("the Diocese of Kharkiv", "Diocese of Kharkiv", "party"),
    ("Kingdom of Lorn", "Kingdom of Lorn", "official"),
    ("Kirk of Fennmoor", "Kirk", "unattributed"),
    ("Dovik of Fennmoor Analytics", "Dovik", "party"),
    ("his sister-in-law, Ana Dovik", "Ana Dovik", "witness"),
    ("amateur radio astronomers", "amateur radio astronomers", "expert"),
    ("union president Ana Dovik", "Ana Dovik", "party"),
    ("drivers, prosecutor Ana Dovik", "Ana Dovik", "official"),
    ("former striker Dean Dovik", "Dean Dovik", "expert"),
    ("the Lomra Front, which is made up of former soldiers", "Lomra Front", "party"),
    ("a Telegram channel called Plain Words", "Plain Words", "social"),
    ("an activist known as Kestrel", "Kestrel", "ngo"),
    ("BBC Sport", "BBC", "media"),
    ("Lorn Vale Fire and Rescue Service", "Lorn Vale Fire and Rescue Service", "official"),
    ("a spokesman for Bruck & Sons", "Bruck & Sons", "party"),
    ("the Ministry of Health and Welfare", "Ministry of Health and Welfare", "official"),
    ("the mayor and Ana Dovik", "Ana Dovik", "official"),
    ("the Brewery Quarter Residents' Association", "Brewery Quarter Residents' Association", "party"),
    ("Mum-of-two Ana Dovik", "Ana Dovik", "witness"),
    ("Second-placed Ana Dovik", "Ana Dovik", "unattributed"),
    ("Fennmoor's Ana Dovik", "Ana Dovik", "unattributed"),
    ("Wealth-Fenn", "Wealth-Fenn", "unattributed"),
    ("a spokesman for Brightlow Care", "Brightlow Care", "party"),
    ("Brightlow spokeswoman Ana Dovik", "Ana Dovik", "party"),
    ("Ana Dovik, a spokeswoman for Brightlow Care", "Brightlow Care", "party"),
    ("Lorn police spokesman Ken Orr", "Lorn police", "official"),
    ("Kenyan health ministry spokesman Ali Noor", "Kenyan health ministry", "official"),
    ("police spokesman Ken Orr", "Ken Orr", "official"),
    ("Kenya's Oak Front", "Oak Front", "party"),
    ("the head of the Lorn Institute, Ana Dovik", "Ana Dovik", "expert"),
    ("the head of Lorn Aid", "Lorn Aid", "ngo"),
    ("Representative Ana Dovik of Lorn", "Ana Dovik", "official"),
    ("Ana Dovik of Lorn Securities", "Ana Dovik", "expert"),
    ("a spokesman for the town of Velisk", "a spokesman for the town of Velisk", "official"),
    ("Tarn District head Ana Dovik", "Ana Dovik", "official"),
    ("the president's campaign manager, Ana Dovik", "Ana Dovik", "party"),
    ("supporters of the president", "supporters of the president", "witness"),
    ("House Speaker Ana Dovik", "Ana Dovik", "official"),
    ("The Lorn Post", "Lorn Post", "media"),
    ("his predecessor, Ana Dovik", "Ana Dovik", "expert"),
    ("Ana Dovik, who teaches at Lorn College", "Ana Dovik", "expert"),
    ("Det Ch Insp Ana Dovik", "Ana Dovik", "official"),
    ("Insp Ana Dovik", "Ana Dovik", "official"),
    ("Velmoor's head of sales, Ana Dovik", "Ana Dovik", "party"),
    ("Velmoor's directors", "Velmoor's directors", "party"),
    ("Velmoor's port affairs director, Ana Dovik", "Ana Dovik", "party"),
    ("Ana Dovik, Velmoor's president", "Ana Dovik", "party"),
    ("Ana Dovik, president and chief executive", "Ana Dovik", "party"),
    ("Ana Dovik, head of bond trading at Velmoor", "Ana Dovik", "party"),
    ("Hill Fenn chairman Ana Dovik", "Ana Dovik", "party"),
    ("Ohio Fenn University", "Ohio Fenn University", "expert"),
    ("Ohio University", "Ohio University", "expert"),
    ("Ohio's Ana Dovik", "Ana Dovik", "unattributed"),
    ("Ohio Secretary of State Ana Dovik", "Ana Dovik", "official"),
    ("the Texas Fenn Star", "Texas Fenn Star", "media"),
    ("Ana Dovik, a senator from Texas", "Ana Dovik", "official"),
    ("Governor Ana Dovik of Ohio", "Ana Dovik", "official"),
    ("World Fennball", "World Fennball", "party"),
    ("the Velmoorian leader", "the Velmoorian leader", "official"),
    ("Ana Dovik, head of the physics department at Lorn University", "Ana Dovik", "expert"),
    ("Dr Ana Dovik", "Ana Dovik", "expert"),
    ("Dr Ana Dovik, the mayor of Lorn", "Ana Dovik", "official"),
    ("Rep. Ana Dovik", "Ana Dovik", "official"),
    ("the singer's rep", "the singer's rep", "party"),
    ("the official Lornian newspaper", "Lornian newspaper", "state_media"),
    ("the Labour Party chairwoman, Ana Dovik", "Ana Dovik", "party"),
    ("church leaders in Lorn", "church leaders in Lorn", "ngo"),
    ("several candidates, including Ana Dovik", "several candidates, including Ana Dovik", "party"),
    ("Ana Dovik, a rival whom Trump fired", "Ana Dovik", "party"),
    ("the Committee on Official Papers", "the Committee on Official Papers", "official"),
    ("deputy chief Ana Dovik", "Ana Dovik", "official"),
    ("the mining authority", "the mining authority", "official"),
    ("Ana Dovik, who beat the mayor", "Ana Dovik", "unattributed"),
    ("Ana Dovik, who chairs the council", "Ana Dovik", "official"),
    ("Ana Dovik, who tracks boats for the Lorn Institute", "Ana Dovik", "expert"),
    ("Campaigner Ana Dovik, whose late husband drove", "Ana Dovik", "ngo"),
    ("Guild Nine, which represents most of the staff", "Guild Nine", "party"),
    ("Herpetologist Ana Dovik", "Ana Dovik", "expert"),
    ("his team, Blue Velmoor", "Blue Velmoor", "party"),
    ("two members of the board", "two members of the board", "party"),
    ("observers from the Lorn Union", "Lorn Union", "ngo"),
    ("the Velisk Revolutionary Council", "Velisk Revolutionary Council", "party"),
    ("the port's largest shareholder, the Dovik family", "the port's largest shareholder, the Dovik family", "party"),
]


@pytest.mark.parametrize(("words", "name", "class_"), CALLED)
def test_a_name_is_what_its_titles_leave_and_has_their_class(words, name, class_):
    found = REGISTRY.identify(words)
    assert (found.name, found.class_) == (name, class_)


CLASSES = [
    # name, class, side, named
    ("the regional governor", "official", None, False),
    ("Russian officials", "official", "russia", False),
    ("authorities in the Kursk region", "official", "russia", False),
    ("Moscow", "official", "russia", True),
    ("Kiev", "official", "ukraine", True),
    ("Pakistan's navy", "official", "pakistan", True),
    ("the mayor of Lozova Rudka", "official", "russia", True),
    ("General Ivan Tarnov", "official", None, True),
    ("Ukraine-backed militants", "party", "ukraine", False),
    ("Russian volunteers fighting for Ukraine", "party", "ukraine", False),
    ("Russian volunteers", "party", "russia", False),
    ("Russian opposition fighters", "party", "ukraine", False),
    ("anti-Kremlin Russians", "party", "ukraine", False),
    ("pro-Iranian gunmen", "party", "iran", False),
    ("a group of local analysts", "expert", None, False),
    ("residents of Graivoron", "witness", None, False),
    ("Maria Lunina, a resident", "witness", None, True),
    ("Ukrainian media", "media", None, False),
    ("Syrian state television", "state_media", "syria", False),
    ("Ukrainian social media users", "social", None, False),
    ("Russian and Ukrainian sources", "anonymous", None, False),
    ("Russian security sources", "anonymous", "russia", False),
    ("an official who asked not to be named", "anonymous", None, False),
    ("a former adviser to Zelensky", "expert", None, False),
    ("a Kremlin critic", "expert", None, False),
    ("Tarna Assault Battalion", "party", None, True),
    ("Lozova Relief, an aid group", "ngo", None, True),
    ("the aid group Nurses Across Borders", "ngo", None, True),
    ("the charity Feed the Valley", "ngo", None, True),
    ("Tarna environment agency", "official", None, True),
    ("riot police", "official", None, True),
    ("the army", "official", None, False),
    ("Open Source Desk", "independent_verification", None, True),
    ("Tom Bishop", "unattributed", None, True),
    ("Jo Banks", "unattributed", None, True),
    ("Lozova Banks Bank", "party", None, True),
    ("Wire One", "unattributed", None, True),
    ("Tarna Utilities", "party", None, True),
    ("Cllr Ana Dovik", "official", None, True),
    ("24-year-old Ana Dovik", "witness", None, True),
    ("Ivan Tarnov", "unattributed", None, True),
    ("she", "unattributed", None, False),
    ("", "unattributed", None, False),
    (None, "unattributed", None, False),
]


@pytest.mark.parametrize(("name", "class_", "side", "named"), CLASSES)
def test_unknown_names_get_class_and_side_from_their_words(name, class_, side, named):
    identity = REGISTRY.identify(name)
    assert (identity.class_, identity.side, identity.named) == (class_, side, named)


@pytest.mark.parametrize(("name", "shown"), [
    ("Two people familiar with the talks", "two people familiar with the talks"),
    ("Residents", "residents"),
    ("The coastguard, who arrived late", "the coastguard"),
    ("The labour inspectorate", "the labour inspectorate"),
    ("A senior aide who", "a senior aide"),
    ("The Vale Herald", "Vale Herald"),
    ("Ukrainian officials", "Ukrainian officials"),
    ("unattributed", "somebody not named"),
    ("", "somebody not named"),
])  # fmt: skip
def test_a_source_that_is_only_described_is_called_as_within_a_sentence(name: str, shown: str) -> None:
    assert REGISTRY.in_sentence(REGISTRY.identify(name)).name == shown


@pytest.mark.parametrize("name", ["Cameron", "Owen Cameron", "Hanna Berg", "Bjorn Dovik", "Herman Lorn"])
def test_a_name_that_only_resembles_a_country_is_somebodys(name):
    found = REGISTRY.identify(name)
    assert (found.name, found.side) == (name, None)


@pytest.mark.parametrize("name", ["some Russians", "two Russians", "a Russian", "many Ukrainians"])
def test_some_people_of_a_country_are_not_its_government(name):
    found = REGISTRY.identify(name)
    assert (found.class_, found.named) == ("witness", False)


@pytest.mark.parametrize("name", ["19", "80"])
def test_a_number_is_nobodys_name(name):
    assert not REGISTRY.identify(name).named


@pytest.mark.parametrize("name", ["Malawi", "the Philippines", "Libya", "Russia and Ukraine"])
def test_a_country_that_speaks_is_its_government(name):
    assert REGISTRY.identify(name).class_ == "official"


@pytest.mark.parametrize(("full", "short"), [
    ("the Republic of Turkey", "Turkey"), ("the Hashemite Kingdom of Jordan", "Jordan"),
    ("the State of Israel", "the Israeli government"), ("the Donetsk People's Republic", "the DPR"),
])  # fmt: skip
def test_a_state_called_in_full_is_that_state(full, short):
    assert REGISTRY.identify(full).id == REGISTRY.identify(short).id


def test_what_is_somewhere_is_not_the_government_there():
    assert REGISTRY.identify("reports in Malawi").class_ == "unattributed"


@pytest.mark.parametrize(("name", "id_"), [
    ("the UN nuclear watchdog", "iaea"), ("The U.S. Geological Survey", "usgs"), ("the UN refugee agency", "unhcr"),
])  # fmt: skip
def test_a_listed_name_with_an_article_is_that_name_and_not_the_beginning_of_it(name, id_):
    assert REGISTRY.identify(name).id == id_


def test_who_is_named_only_by_a_first_name_is_still_what_he_is():
    soldier = REGISTRY.identify("a Ukrainian soldier named only as Oleh")
    assert (soldier.name, soldier.class_, soldier.side) == ("Oleh", "party", "ukraine")


def test_the_directors_of_an_unlisted_firm_are_not_the_firm():
    directors = REGISTRY.identify("Fairhand's directors")
    assert (directors.class_, directors.named) == ("party", False)


def test_a_name_is_one_however_its_parts_are_joined() -> None:
    assert REGISTRY.identify("Lorn Fire & Rescue Service").id == REGISTRY.identify("Lorn Fire and Rescue Service").id
