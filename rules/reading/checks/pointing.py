"""What words of a check, or of a statement, tell of what the check is about, as `en/checked.yaml` gives it."""

from __future__ import annotations

import re

from rules.model import Record
from rules.reading.syntax.wording import in_parts
from rules.rulebook import Rulebook
from rules.text.patterns import filled


class PointingWords(Record, frozen=True, kw_only=True):
    """`en/checked.yaml`; `owners` name whose claim is checked as "name"."""

    pair: str
    all: str
    last: str
    new_footage: str
    same_footage: str
    other_footage: str
    done_by: str
    toll: str
    harmed: str
    figure: str
    of_film: str
    shows: str
    owners: tuple[str, ...]


class Pointing:
    """The patterns of these words; `all` and `last` begin what is checked."""

    def __init__(self, rulebook: Rulebook) -> None:
        words, parts = rulebook.table("en/checked.yaml", PointingWords), in_parts(rulebook)

        def pattern(source: str) -> re.Pattern[str]:
            return re.compile(filled(source, parts), re.IGNORECASE)

        self.pair, self.all, self.last = pattern(words.pair), pattern(words.all), pattern(words.last)
        self.new_footage, self.of_film, self.shows = map(pattern, (words.new_footage, words.of_film, words.shows))
        self.same_footage = pattern(words.same_footage)
        self.other_footage = pattern(words.other_footage)
        self.done_by, self.toll = pattern(words.done_by), pattern(words.toll)
        self.harmed, self.figure = pattern(words.harmed), pattern(words.figure)
        self.owners = tuple(map(pattern, words.owners))
