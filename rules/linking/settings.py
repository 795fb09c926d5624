"""Where and when an article is set, which tells two events apart where it has no date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rules.facets import Gazetteer, TimeReader
from rules.linking.days import day_of, days_of
from rules.model import Document, Extent, FacetMention, Reading
from rules.rulebook import Rulebook

MOST = 12  # places that are kept of an article
LOCAL, REGIONAL = 3, 4  # UCDP precision of a district, which is still a setting, and of a region, which is none
MONTH = 4  # precision of a month
NOMINAL = ("2001-06-13", "2001-12-12")  # stand for the day of an article without one
NEWS = 10  # days back to which an article tells of the news itself


class Settings:
    """Finds the towns and villages of an article, and what in it happened long before."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._gazetteer, self._times = rulebook.part(Gazetteer), rulebook.part(TimeReader)

    def of(self, mentions: Iterable[FacetMention], without: Iterable[Extent] = ()) -> tuple[str, ...]:
        """The places up to a district that are named most, outside some parts of the text.

        Capitals and seats of regions stand for much else.

        >>> settings, gazetteer = Settings(Rulebook()), Gazetteer(Rulebook())
        >>> settings.of(gazetteer.find("Fighters from Kyiv entered Kozinka in the Belgorod region, not Tetkino."))
        ('Kozinka', 'Tetkino')
        """
        parts = list(without)
        counts = Counter(m.value for m in mentions if m.value and (m.precision or LOCAL) <= LOCAL
                         and not any(part.start <= m.start < part.end for part in parts))
        ranked = sorted((-count, name) for name, count in counts.items() if not self._is_seat(name))
        return tuple([name for _, name in ranked[:MOST]])

    def _is_seat(self, name: str) -> bool:
        """Whether it is the capital of a country, or a region is called after it."""
        place, region = self._gazetteer.place(name), self._gazetteer.place(f"{name} region")
        return bool((place and place.may_act) or (region and region.precision >= REGIONAL))

    def past(self, reading: Reading, document: Document) -> set[Extent]:
        """The sentences about events well before the article: "last year", "two months ago".

        Where the article has no date, two nominal ones are tried: "in March" is well before one of them.
        """
        timed = [(report.sentence, time) for report in reading.reports if (time := report.facets.get("time"))]
        return {sentence for sentence, time in timed
                if not self._times.lasts(time, document.text) and self._is_past(time, document)}

    def _is_past(self, time: FacetMention, document: Document) -> bool:
        """Whether it was over well before the article. News of this month gives the day and not only the month."""
        published = [document.published_at[:10]] if document.published_at else NOMINAL
        seen = [(day, next(self._times.find(document.text, day, time.start), None)) for day in published]
        over = [_over(mention.value, day) for day, mention in seen if mention]
        long = any((mention.precision or 0) >= MONTH for _, mention in seen if mention)
        return any(over) if long else bool(over) and all(over)


def _over(stated: str | None, day: str) -> bool:
    """Whether a period ended well before a day."""
    days, told = days_of(stated), day_of(day)
    return bool(days and told and days[1] < told - NEWS)
