"""The lineage of a case: who had it from whom."""

from __future__ import annotations

import rules
from rules.linking import lineage
from rules.model import Case, Report, Source, Stance
from rules.rulebook import Rulebook


def case() -> Case:
    legion = Source(name="Freedom of Russia Legion", class_="party", side="ukraine")
    ministry = Source(name="Ministry of Defence of Russia", class_="official", side="russia")
    return Case(text="Malye Berezy was seized.", reports=(
        Report(text="It fell.", publisher="a.example", source=legion, via=("Telegram",), stance=Stance.SUPPORTS),
        Report(text="It fell too.", publisher="b.example", source=legion, stance=Stance.SUPPORTS),
        Report(text="It did not.", publisher="b.example", source=ministry, stance=Stance.DENIES)))


def test_edges_go_from_the_outlet_through_who_passed_it_on_to_the_origin(rulebook: Rulebook) -> None:
    told = case()
    found = lineage(told, rules.assess(told, rulebook))
    names = {node.id: node.name for node in found.nodes}
    edges = {(names[edge.carrier], names[edge.source]): edge.reports for edge in found.edges}
    legion, ministry = "Freedom of Russia Legion", "Ministry of Defence of Russia"
    assert edges == {("a.example", "Telegram"): (0,), ("Telegram", legion): (0,),
                     ("b.example", legion): (1,), ("b.example", ministry): (2,)}
    assert {node.kind for node in found.nodes} == {"publisher", "via", "origin"}


def test_an_origin_is_one_node_however_many_carry_it(rulebook: Rulebook) -> None:
    told = case()
    found = lineage(told, rules.assess(told, rulebook))
    assert [node.name for node in found.nodes if node.kind == "origin"].count("Freedom of Russia Legion") == 1
