"""Whom a statement serves: gains, losses, harm, guilt, denials, by whoever says so."""

import pytest

from rules import load_rulebook
from rules.model import Interest, Stance
from rules.provenance import Registry

REGISTRY = load_rulebook().part(Registry)
SAYS, DENIES = Stance.SUPPORTS, Stance.DENIES
OWN, AGAINST, NEUTRAL, UNKNOWN = (
    Interest.SELF_SERVING,
    Interest.AGAINST_INTEREST,
    Interest.NEUTRAL,
    Interest.UNKNOWN,
)

STATEMENTS = [
    # who, stance, what, interest
    ("the Legion", SAYS, "It controls the mill at Kozinka.", OWN),
    ("Sudan's army", SAYS, "It had retaken the mill from the Rapid Support Forces.", OWN),
    ("Rapid Support Forces", SAYS, "The town was retaken by the Sudanese army.", AGAINST),
    ("A US official", SAYS, "Israel had been informed in advance.", NEUTRAL),
    ("the Legion", SAYS, "It has taken control of the mill.", OWN),
    ("the Legion", SAYS, "Its scouts reached Graivoron.", OWN),
    ("the Legion", SAYS, "We crossed the border of Russia once more.", OWN),
    ("the Legion", SAYS, "Its gunners destroyed a Russian vehicle near Tetkino.", OWN),
    ("the Legion", SAYS, "Russian troops fled, abandoning their guns.", OWN),
    ("the Legion", DENIES, "The Legion captured Kozinka.", AGAINST),
    ("Russian defence ministry", SAYS, "The Legion captured Kozinka.", AGAINST),
    ("the Tarnian army", SAYS, "it had withdrawn from the mill", AGAINST),
    ("the Tarnian army", SAYS, "its troops had taken full control of the mill", OWN),
    ("the Tarnian air force", SAYS, "it had brought down a jet that crossed the border", NEUTRAL),
    ("the Tarnian army", SAYS, "the bridge had collapsed", NEUTRAL),
    ("Tarnian police", SAYS, "it had seized a crate of arms", NEUTRAL),
    ("Russian defence ministry", DENIES, "The Legion captured Kozinka.", OWN),
    ("Russian defence ministry", SAYS, "Kyiv's attempt at a breakthrough was thwarted.", OWN),
    ("Russian defence ministry", SAYS, "Most of the drones were intercepted.", OWN),
    ("Russian defence ministry", SAYS, "A Russian transport plane crashed near Ivanovo.", AGAINST),
    ("Ukrainian army", SAYS, "A Russian transport plane crashed near Ivanovo.", OWN),
    ("Russian officials", SAYS, "Drones sparked a fire at a plant in the Oryol region.", AGAINST),
    ("Governor Gladkov", SAYS, "A Ukrainian sabotage group entered our district.", AGAINST),
    ("Governor Gladkov", SAYS, "A sabotage group entered the district and was being repelled.", AGAINST),
    ("Governor Gladkov", SAYS, "Six people were wounded and three houses damaged.", NEUTRAL),
    ("Governor Gladkov", SAYS, "Ukrainian drones struck an apartment block in Belgorod.", OWN),
    ("Governor Gladkov", SAYS, "The story of an evacuation is a lie.", OWN),
    ("Governor Gladkov", DENIES, "Residents of Shebekino are being evacuated.", OWN),
    ("Governor Starovoit", SAYS, "Saboteurs tried to enter Tetkino, but there was no breakthrough.", OWN),
    ("FSB", DENIES, "Armed groups managed to enter the Kursk region.", OWN),
    ("Russian defence ministry", DENIES, "The Oak Brigade controls the town of Bala.", OWN),
    ("Kyiv", SAYS, "Kyiv had nothing to do with the raid.", OWN),
    ("Kyiv", DENIES, "Kyiv had nothing to do with the raid.", OWN),
    ("Kyiv", DENIES, "Ukraine was behind the raid.", OWN),
    ("Kyiv", SAYS, "Ukraine was behind the raid.", AGAINST),
    ("Russian defence ministry", DENIES, "Russia had shelled the mill at Selno.", OWN),
    ("Russian defence ministry", SAYS, "Russia had shelled the mill at Selno.", NEUTRAL),
    ("Kremlin", SAYS, "Ukraine was behind the raid.", OWN),
    ("Kyiv", SAYS, "Russia blew up the dam at Selno.", OWN),
    ("Kremlin", DENIES, "Russia blew up the dam at Selno.", OWN),
    ("Kyiv", SAYS, "Russian missiles hit the town.", OWN),
    ("Kremlin", SAYS, "Ukraine had broken the truce again.", OWN),
    ("Iran", SAYS, "Israel had assassinated its envoy.", OWN),
    ("Kyiv", SAYS, "Russia destroyed ten tanks.", AGAINST),
    ("Kyiv", SAYS, "Its own missile hit the block by mistake.", AGAINST),
    ("Kyiv", SAYS, "Cables were damaged south of Italy.", NEUTRAL),
    ("Donald Trump", SAYS, "Obama had violated the truce.", NEUTRAL),
    ("Donald Trump", SAYS, "He had ordered the massacre.", AGAINST),
    ("Donald Trump", SAYS, "He holds Hillary Clinton responsible for the raid.", NEUTRAL),
    ("Pentagon", SAYS, "It had killed nine villagers.", AGAINST),
    ("Kyiv", SAYS, "Russian air defences had failed to stop its drones.", OWN),
    ("Kyiv", SAYS, "Its air defences had failed to stop the drones.", AGAINST),
    ("Kyiv", SAYS, "Russia's missile hit the block by mistake.", OWN),
    ("HUR", SAYS, "Those who crossed over were solely Russian citizens.", OWN),
    ("HUR", SAYS, "The volunteers acted on their own initiative.", OWN),
    ("Ukrainian army", SAYS, "Ukrainian troops withdrew from Avdiivka.", AGAINST),
    ("Ukrainian army", SAYS, "We lost thirty soldiers.", AGAINST),
    ("Ukrainian army", SAYS, "Three hundred Russian soldiers were killed.", OWN),
    ("IDF", SAYS, "An Israeli strike killed twelve civilians in Gaza.", AGAINST),
    ("IDF", DENIES, "An Israeli strike killed twelve civilians in Gaza.", OWN),
    ("Gaza health ministry", SAYS, "An Israeli strike killed twelve civilians in Gaza.", OWN),
    ("IDF", SAYS, "The shell was fired by mistake.", AGAINST),
    ("Houthis", SAYS, "The movement shot down an American drone.", OWN),
    ("CENTCOM", SAYS, "Houthi missiles hit an American warship.", AGAINST),
    ("Pakistan's military", SAYS, "Two Indian jets were shot down.", OWN),
    ("Indian officials", SAYS, "India lost two jets.", AGAINST),
    ("RSF", SAYS, "Its fighters seized a base of the Sudanese army.", OWN),
    ("Myanmar's junta", SAYS, "The Arakan Army captured a base of Myanmar's military.", AGAINST),
    ("TASS", SAYS, "Graivoron came under mortar fire from Ukraine.", OWN),
    ("the Legion", SAYS, "The flag flies over a liberated hamlet.", OWN),
    ("the Legion", SAYS, "We came to liberate the land from Putin's regime.", OWN),
    ("HUR", SAYS, "They help to liberate Ukraine from Russian occupiers.", OWN),
    ("Ukraine-backed militants", SAYS, "They have taken over a Russian hamlet in a night raid.", OWN),
    ("the Legion", SAYS, "Anti-Kremlin rebels entered the Kursk region.", OWN),
    ("Russian officials", SAYS, "The army was hunting those behind the incursion.", NEUTRAL),
    ("Russian security sources", SAYS, "They retreated.", NEUTRAL),
    ("Kremlin", SAYS, "It was “sabotage” from Kyiv.", OWN),
    ("Kremlin", SAYS, "The president will travel on Monday.", UNKNOWN),
    ("Kremlin", Stance.CANNOT_VERIFY, "The Legion captured Kozinka.", UNKNOWN),
    ("Kyiv", SAYS, "Its gunners “neutralised” nine drones over the port.", OWN),
    ("Rwanda", DENIES, "Its soldiers had entered Congo.", OWN),
    ("Kyiv", DENIES, "Ukrainian troops had raided the district.", OWN),
    ("Kyiv", DENIES, "It had taken control of the district.", AGAINST),
    ("M23", SAYS, "The soldiers fled their camp at noon.", OWN),
    ("M23", SAYS, "Two of its soldiers had fled their camp.", AGAINST),
    ("Ukrainian army", SAYS, "The soldiers fled their camp at noon.", AGAINST),
    ("JNIM", SAYS, "The enemy abandoned nine lorries.", OWN),
    ("residents", SAYS, "The Legion captured Kozinka.", NEUTRAL),
    ("Reuters", SAYS, "The Legion captured Kozinka.", NEUTRAL),
]


@pytest.mark.parametrize(("who", "stance", "what", "interest"), STATEMENTS)
def test_interest_follows_from_who_gains_and_who_suffers(who, stance, what, interest):
    assert REGISTRY.interest(what, stance, REGISTRY.identify(who)) is interest


@pytest.mark.parametrize(("act", "interest"), [("admission", AGAINST), ("accusation", OWN), ("assertion", OWN)])
def test_an_act_that_was_read_decides_before_the_words(act, interest):
    identity = REGISTRY.identify("Ukrainian army")
    assert REGISTRY.interest("Ukrainian troops captured a hill.", SAYS, identity, act) is interest


@pytest.mark.parametrize("text", ["", "\0", "no no no", "by from", "captured", "🙂 captured", "captured " * 3000])
def test_odd_claims_are_answered(text):
    assert REGISTRY.interest(text, SAYS, REGISTRY.identify("Kyiv")) in Interest


@pytest.mark.parametrize("claim", ["The Islamic State killed a journalist.", "The Islamic State bombed a market."])
def test_an_armed_group_that_boasts_of_its_deed_speaks_not_against_itself(claim):
    group = REGISTRY.identify("Islamic State")
    assert REGISTRY.interest(claim, SAYS, group) is not AGAINST
    assert REGISTRY.interest(claim, SAYS, group, "admission") is AGAINST


@pytest.mark.parametrize("claim", [
    "31 Ukrainian drones destroyed overnight",
    "Ukrainian drones shot down over Belgorod",
    "Two Ukrainian tanks destroyed near Kozinka, ministry says",
])
def test_a_headlines_passive_befalls_who_stands_before_it(claim):
    assert REGISTRY.interest(claim, SAYS, REGISTRY.identify("Russian defence ministry")) is OWN


def test_the_same_verb_with_an_object_is_done_by_who_stands_before_it():
    ministry = REGISTRY.identify("Russian defence ministry")
    assert REGISTRY.interest("Ukrainian drones destroyed two Russian tanks", SAYS, ministry) is AGAINST
