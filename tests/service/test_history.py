"""What a history says changed between two assessments: in sentences, and contribution by contribution."""

from __future__ import annotations

import pytest

import rules
from rules.model import Assessment, Case, Report, Source, Stance
from service.store import assessments
from service.usecases.history import changes, latest, voices
from tests.service.conftest import CASE, DENIAL, MakeApp

RULEBOOK = rules.load_rulebook()
Said = tuple[str, Stance]
FOR, AGAINST = Stance.SUPPORTS, Stance.DENIES


def assessed(*said: Said) -> Assessment:
    reports = tuple(Report(text="The mill burned.", source=Source(name=name, class_="media"), stance=stance)
                    for name, stance in said)
    return rules.assess(Case(text="The mill burned.", reports=reports), RULEBOOK)


ONE = assessed(("Northwire", FOR))


@pytest.mark.parametrize(("before", "after", "told"), [
    (ONE, ONE, []),
    (ONE, assessed(("Northwire", FOR), ("two bakers", FOR)), ["Two bakers stood for it."]),
    (ONE, assessed(("Northwire", FOR), ("Oar", AGAINST), ("Bell", FOR)), ["Bell stood for it.", "Oar denied it."]),
    (ONE, assessed(("Northwire", AGAINST)), ["Northwire denied it."]),
    (ONE, assessed(("Bell", FOR)), ["Bell stood for it.", "Northwire no longer stood for it."]),
    (assessed(("Northwire", FOR), ("Bell", FOR)), ONE, ["Bell no longer stood for it."]),
    (assessed(("Northwire", FOR), ("Bell", AGAINST)), ONE, []),
    (ONE, assessed(*((name, FOR) for name in ("Northwire", "Ash", "Bell", "Crow", "Dale", "Elm"))),
     ["Ash, Bell, Crow and 2 more stood for it."]),
    (ONE, assessed(("Northwire", FOR), ("bell.example", FOR)), ["bell.example stood for it."]),
])
def test_a_sentence_tells_who_newly_takes_a_stance_and_who_backs_it_no_longer(before, after, told):
    assert list(voices(before, after)) == told


def test_a_contribution_is_the_same_one_by_rule_and_name_whatever_the_number_of_its_origin() -> None:
    """“Ash” comes first among the origins, so that Northwire is o1 before and o2 after."""
    both = assessed(("Ash", FOR), ("Northwire", FOR))
    found = changes(ONE, both, "1 more report came in.")
    names = {origin.id: origin.name for origin in both.origins}
    assert {names[row.origin or ""] for row in found.added} == {"Ash"}
    assert found.removed == []
    assert {names[pair.after.origin or ""] for pair in found.changed} <= {"Northwire"}
    assert (found.score, found.status_before, found.status_after) == (both.score - ONE.score, ONE.status, both.status)


def test_what_is_gone_is_removed_and_what_weighs_the_same_is_not_mentioned() -> None:
    both = assessed(("Ash", FOR), ("Northwire", FOR))
    found = changes(both, ONE, "An article was deleted.")
    assert found.added == []
    assert {row.origin for row in found.removed} == {o.id for o in both.origins if o.name == "Ash"}
    assert changes(ONE, ONE, "It was scored anew.").changed == []


def test_a_page_ends_where_the_assessments_on_it_are_large_and_the_next_goes_on(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    client = app.test_client()
    id_ = client.post("/v1/claims", json=CASE).get_json()["id"]
    for number in range(4):
        client.post(f"/v1/claims/{id_}/reports", json={"reports": [DENIAL | {"publisher": f"{number}.example"}]})
    whole = client.get(f"/v1/claims/{id_}/history").get_json()["items"]
    monkeypatch.setattr(assessments, "LARGE", 1)
    pages, cursor = [], "0"
    while cursor:
        page = client.get(f"/v1/claims/{id_}/history?cursor={cursor}").get_json()
        pages.append(page["items"])
        cursor = page["next_cursor"]
    assert pages == [[item] for item in whole]
    run = app.extensions["corrobora"]
    assert [past.id for past in latest(id_, 3, run)] == [item["id"] for item in whole[-3:]]
    assert [past.id for past in latest(id_, 9, run)] == [item["id"] for item in whole]
    assert latest(id_, 3, run)[0].changes is not None  # what it changed is told of the first shown, too
