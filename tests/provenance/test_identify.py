"""Who a name stands for: aliases, titles, transliterations, spokesmen, ties and the unnamed."""

import pytest

from rules import load_rulebook
from rules.errors import CaseError
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)

SAME = [
    ("who", "World Health Organization", "WHO", "the WHO", "WHO officials", "a spokesman for the WHO in Geneva"),
    (
        "freedom-of-russia-legion",
        "Freedom of Russia Legion",
        "Liberty of Russia Legion",
        "Russian Freedom Legion",
        "Russian Freedom Corps",
        "Legion Svoboda Rossii",
        "the Legion",
        "the legion",
        "fighters of the Legion",
        "a spokesman for the Liberty of Russia Legion",
        "Ilya Ponomarev, a former lawmaker",
        "the Russian Freedom Corps militia",
    ),
    (
        "russian-volunteer-corps",
        "Russian Volunteer Corps",
        "RVC",
        "the Russian Volunteer Corps (RVC)",
        "a Russian Volunteer Corps fighter",
    ),
    (
        "hur",
        "HUR",
        "GUR",
        "Ukraine's military intelligence",
        "the Main Directorate of Intelligence",
        "Ukrainian intelligence",
        "Kyiv's military intelligence",
        "Andrii Yusov",
        "Andriy Yusov",
        "HUR spokesman Andrii Yusov",
        "Yusov",
    ),
    (
        "kremlin",
        "Kremlin",
        "the Kremlin",
        "Dmitry Peskov",
        "Peskov",
        "Kremlin spokesman Dmitry Peskov",
        "Russia's president",
        "Russian presidential spokesman Dmitri Peskov",
        "President Vladimir Putin",
    ),
    (
        "russian-defence-ministry",
        "Russian defence ministry",
        "Russia's Defense Ministry",
        "MoD Russia",
        "Moscow's defence ministry",
        "the Russian Ministry of Defence",
        "Ministry of Defence of Russia",
        "a Russian defence ministry spokesman",
    ),
    (
        "governor-belgorod",
        "Gladkov",
        "Governor Vyacheslav Gladkov",
        "Belgorod's governor",
        "Gov. Gladkov",
        "the Belgorod region governor",
        "Vyacheslav Gladkov, governor of the Belgorod region",
        "the governor of Russia's Belgorod Oblast",
    ),
    ("governor-kursk", "Roman Starovoit", "Kursk governor Roman Starovoyt", "the governor of Kursk region"),
    (
        "ukraine-president",
        "Volodymyr Zelenskiy",
        "Volodymyr Zelenskyy",
        "President Zelensky",
        "Mykhailo Podolyak",
        "an aide to President Zelenskiy",
        "Zelenskyy adviser Mykhailo Podolyak",
    ),
    ("fsb", "FSB", "the FSB", "Russia's Federal Security Service", "the FSB security service"),
    ("hromadske", "Hromadske", "the outlet Hromadske", "Hromadske journalists"),
    ("ria-novosti", "RIA Novosti", "state-run RIA Novosti", "the RIA Novosti news agency"),
    ("baza", "Baza", "the Baza Telegram channel", "Telegram channel Baza, known for its police contacts"),
    ("gaza-health-ministry", "Gaza Health Ministry", "the health ministry in Gaza", "Gaza's health ministry spokesman"),
    ("idf", "IDF", "the Israeli military", "Israel's army", "Israeli military spokesman Daniel Hagari"),
    ("houthis", "Houthis", "Ansar Allah", "Houthi military spokesman Yahya Saree", "Huthi rebels"),
]


@pytest.mark.parametrize(("id_", "name"), [(row[0], name) for row in SAME for name in row[1:]])
def test_all_names_of_a_source_meet(id_, name):
    assert REGISTRY.identify(name).id == id_


APART = [
    ("Witness G", "Witness H"),
    ("Gladkov", "Ivan Gladkov"),
    ("Reuters", "a source at Reuters"),
    ("the Kremlin", "the Kremlin's neighbours"),
    ("the mayor of Moscow", "the governor of Moscow region"),
    ("Ukrainian officials", "Russian officials"),
    ("Ivan Tarnov", "Ivan Tarnova"),
    ("the environment agency", "the food safety office"),
    ("Ukrainian army", "a Ukrainian army sabotage group"),
    ("Source 3", "Witness 3"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_sources_stay_apart(one, other):
    assert REGISTRY.identify(one).id != REGISTRY.identify(other).id


def test_titles_and_ranks_are_stripped_from_unknown_names():
    assert REGISTRY.identify("Mr Ivan Tarnov").id == REGISTRY.identify("Ivan Tarnov").id
    assert REGISTRY.identify("Foreign Minister Ivan Tarnov").name == "Ivan Tarnov"
    assert REGISTRY.identify("Wire One").name == "Wire One"
    assert REGISTRY.identify("Source 3").name == "Source 3"
    assert REGISTRY.identify("General Ivan Tarnov").id == REGISTRY.identify("Ivan Tarnov, a general").id


def test_what_the_request_gives_wins():
    given = REGISTRY.identify("Reuters", class_="independent_verification")
    assert (given.id, given.class_, given.basis) == ("reuters", "independent_verification", "given in the request")
    assert REGISTRY.identify("residents", class_="party", side="Kyiv").id == "class:party:ukraine"
    assert REGISTRY.identify("Lozova Courier", class_="media").side is None
    assert REGISTRY.identify("Tarna Guard", class_="party", side="Tarna").side == "Tarna"


def test_an_unknown_class_is_refused_with_the_nearest():
    with pytest.raises(CaseError, match="did you mean “official”"):
        REGISTRY.identify("Lozova council", class_="offical")


def test_reliability_is_the_class_s_unless_a_track_record_says_more():
    assert REGISTRY.identify("residents").reliability == "C"
    assert REGISTRY.identify("Reuters").reliability == "B"
    assert REGISTRY.identify("TASS").reliability == "E"
    assert REGISTRY.identify("two sources").reliability == "F"


ODD = ["\0", "🙂", "«»", "-", "of", "the", "’s", "\ud800", "ﷺ", "e\u0301cole", "A" * 5000, "of " * 2000]


@pytest.mark.parametrize("text", ODD)
def test_odd_names_are_answered(text):
    assert REGISTRY.identify(text).class_
    assert isinstance(REGISTRY.mentions(text), tuple)


def test_a_known_surname_in_a_strangers_name_lends_him_nothing():
    stranger = REGISTRY.identify("spokesman Jan Dovik")  # "Jan" has the key of a spokesman's surname
    assert (stranger.name, stranger.class_, stranger.side) == ("Jan Dovik", "official", None)
    assert REGISTRY.mentions("Yesterday Jan Dovik sailed.") == ()
    assert REGISTRY.identify("Mr Peskov").id == "kremlin"
    assert [REGISTRY.identify(name).side for name in ("Len", "Len Pope", "Leyen")] == [None, None, "european_union"]


def test_whoever_speaks_for_a_company_is_as_partial_as_the_company():
    for name in ("a spokesman for the airline", "a company spokeswoman", "the carmaker", "Vessin Pharma"):
        assert REGISTRY.identify(name).class_ == "party"


def test_what_a_withheld_source_is_close_to_lends_it_nothing():
    assert REGISTRY.identify("a source close to the former singer").class_ == "anonymous"


@pytest.mark.parametrize(
    ("name", "class_", "side", "named"),
    [
        ("Russians who fight for Ukraine", "party", "ukraine", False),
        ("Ukrainians loyal to Russia", "party", "russia", False),
        ("Syrians backed by Iran", "party", "iran", False),
        ("Russians living in Israel", "witness", None, False),
        ("Israelis who lost their homes", "witness", None, False),
        ("the Russian government", "official", "russia", True),
        ("officials", "official", None, False),
        ("local authorities", "official", None, False),
        ("the state agency Lozpress", "state_media", None, True),
        ("the state agency for roads", "official", None, False),
    ],
)
def test_people_of_a_country_are_not_its_government_nor_a_news_agency_an_office(name, class_, side, named):
    identity = REGISTRY.identify(name)
    assert (identity.class_, identity.side, identity.named) == (class_, side, named)
