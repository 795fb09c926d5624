"""A case is scored again with every report that joins it: what its reports were read as is known by then."""

from __future__ import annotations

import pytest

from rules.model import Report, Source, Stance
from rules.origins import reports

FOOTAGE = Report(text="The footage dates from a parade in 2019, the Oar found.", publisher="oar.example")
CLIP = Report(text="A clip shows rebels on the Lorn bridge.", publisher="bell.example")
BATH = Report(text="Mayor Ana Moll of Lorn opened a bath beside the old bakery and praised its tiles.")
TAKEN = Report(text="Mayor Ana Moll of Lorn opened a bath beside the old bakery, praised its tiles and was arrested.")
OWN = Report(text="Bala has fallen.")
SAID = Report(text="The Oak Legion said Bala had fallen.", publisher="c.example")


@pytest.fixture
def completed(monkeypatch):
    """The texts of the reports that were read, in order."""
    read, complete = [], reports.complete
    monkeypatch.setattr(reports, "complete", lambda index, report, *rest: read.append(report.text) or complete(
        index, report, *rest))
    return read


@pytest.mark.parametrize("given", [{}, {"source": Source(class_="witness"), "stance": Stance.SUPPORTS}])
def test_a_report_is_read_once_however_many_join_it(assess, completed, given):
    told = [Report(text=f"Residents of street {n} said the mill at Ostwick had burned.", **given) for n in range(4)]
    for count in range(1, 5):
        assess(*told[:count], text="The mill at Ostwick burned.")
    assess(*reversed(told), text="The mill at Ostwick burned.")
    assert completed == [report.text for report in told]


@pytest.mark.parametrize(
    ("claim", "report", "other", "alone", "beside"),
    [
        ("Rebels took the Lorn bridge.", FOOTAGE, CLIP, "cannot_verify", "denies"),
        ("Mayor Ana Moll of Lorn was arrested.", BATH, TAKEN, "unrelated", "supports"),
        (OWN.text, OWN, SAID, "supports", "unrelated"),
    ],
)
def test_what_others_make_of_a_report_is_asked_anew(assess, claim, report, other, alone, beside):
    for others, stance in ((), alone), ((other,), beside), ((), alone):
        found = next(o for o in assess(report, *others, text=claim).origins if 0 in o.reports)
        assert found.stance == stance


def test_the_spans_of_a_report_that_is_known_are_those_of_its_new_place(assess):
    first, then = (assess(*told, text="Bala fell.") for told in ((SAID,), (CLIP, SAID)))
    assert {e.report for row in first.contributions for e in row.evidence} == {0}
    assert 1 in {e.report for row in then.contributions for e in row.evidence}
    assert next(o for o in then.origins if o.name == "Oak Legion").reports == (1,)


def test_an_unknown_class_is_blamed_on_the_place_of_its_report(assess):
    wrong = Report(text="Bala has fallen.", source=Source(name="Ana Moll", class_="wizard"))
    for place in (1, 2):
        with pytest.raises(reports.CaseError) as raised:
            assess(*[SAID] * place, wrong)
        assert raised.value.field == f"reports.{place}.source.class"
