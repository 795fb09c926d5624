"""Who is who in the conflicts that news tells of: armed groups, offices and their holders, monitors, outlets."""

import pytest

from rules import load_rulebook
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)

KNOWN = """
Group for the Support of Islam and Muslims: party jnim
the Allied Democratic Forces: party islamic_state
Lashkar-e-Taiba: party kashmir_militants
Oromo Liberation Army: party oromo
Riek Machar: party splm_io
Viv Ansanm: party haitian_gangs
North and East Syria's autonomous administration: party sdf
Israeli officials in Washington: official israel
the Russian ambassador to Ukraine: official russia
the Palestinian ambassador to the UN: official palestinian_authority
Nigeria's defence headquarters: official nigeria
The National Resistance Front, an anti-Taliban group: party afghan_resistance
Congolese government spokesman Patrick Muyaya: official dr_congo
Macron: official france
Chancellor Angela Merkel: official germany
Lai Ching-te: official taiwan
Khawaja Asif: official pakistan
US Southern Command: official united_states
Governor Pavel Malkov: official russia
Unifil: ngo -
the Assistance Association for Political Prisoners: ngo -
Sudan Doctors Network: ngo -
International Organization for Migration: ngo -
Yale's Humanitarian Research Lab: independent_verification -
Myanmar Witness: independent_verification -
Taiwan FactCheck Center: independent_verification -
the German Marshall Fund: expert -
Iran International: media -
Lebanon's National News Agency: state_media lebanon
the Islamic Revolution Guards Corps: official iran
the Islamic Resistance in Lebanon: party hezbollah
the commander of a Malian drone battalion: official mali
Ukraine's Special Operations Forces: official ukraine
a pro-Russian battalion: party russia
an al-Qaeda affiliate: party al_qaeda
A foreign ministry official of Qatar, which is widely accused of arming Hamas: official qatar
two weapons specialists consulted by Deutsche Welle: expert -
a group that opposes Alyaksandr Lukashenka: party -
Policía Nacional: official -
The Army's Tula Corps: official -
Belarusian broadcaster ONT: state_media belarus
Noticias Caracol: media -
Radio Mogadishu: state_media somalia
"""


@pytest.mark.parametrize("line", KNOWN.strip().splitlines())
def test_the_registry_knows_class_and_side(line):
    name, _, expected = line.partition(": ")
    found = REGISTRY.identify(name)
    assert f"{found.class_} {found.side or '-'}" == expected


@pytest.mark.parametrize(("full", "surname"), [("Theresa May", "May"), ("Ned Price", "Price"), ("Li Qiang", "Qiang")])
def test_a_surname_that_many_bear_finds_nobody(full, surname):
    assert REGISTRY.identify(full).class_ == "official"
    assert REGISTRY.identify(surname).class_ != "official"


@pytest.mark.parametrize("name", ["Gnu", "Lna", "Pij"])
def test_an_acronym_of_three_letters_is_written_in_capitals(name):
    assert not REGISTRY.identify(name).id.startswith(("side:libya", "libya", "islamic-jihad"))


def test_an_acronym_is_found_in_small_letters_only_where_all_is_small():
    assert REGISTRY.identify("idf").id == REGISTRY.identify("IDF").id == "idf"
    assert REGISTRY.identify("Idf").id != "idf"


def test_whoever_is_told_of_beside_one_of_the_known_is_himself():
    assert REGISTRY.identify("Ana Dovik, runner-up to Angela Merkel").name == "Ana Dovik"


@pytest.mark.parametrize("name", ["the UN children's agency, UNICEF", "the UN children's agency UNICEF", "UNICEF"])
def test_a_body_is_itself_and_not_the_one_that_it_is_of(name):
    assert REGISTRY.identify(name).name == "UNICEF"
