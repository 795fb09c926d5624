"""Who is accused, who prosecutes and who defends in a report from court, told beside a name: "Ana Dovik, defending"."""

from __future__ import annotations

import re

from rules.model import Record
from rules.reading.wording import Wording
from rules.rulebook import Rulebook

_NAME = r"(?P<name{n}>(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{1,3}}))"


class TrialWording(Wording, frozen=True, kw_only=True):
    """One way of telling what part somebody has in a trial."""

    class_: str

    def compiled(self) -> re.Pattern[str]:
        """The pattern with names in it, which are its groups."""
        parts = self.pattern.split("{name}")
        names = [_NAME.format(n=n) for n in range(len(parts) - 1)]
        return re.compile("".join(a + b for a, b in zip(parts, [*names, ""], strict=True)), re.IGNORECASE)


class TrialWords(Record, frozen=True, kw_only=True):
    """`en/trials.yaml`."""

    gate: tuple[str, ...]
    wordings: tuple[TrialWording, ...]


class Trials:
    """Finds those who have a part in a trial."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table("en/trials.yaml", TrialWords)
        self._gate = tuple(word.lower() for word in words.gate)
        self._wordings = [(w.class_, w.compiled()) for w in words.wordings]

    def classes(self, text: str) -> dict[str, str]:
        """The class of each full name of which the text tells such a part.

        >>> Trials(Rulebook()).classes("In mitigation, Ana Dovik said he was ill.")
        {'Ana Dovik': 'party'}
        """
        lines = [line for line in text.splitlines() if any(map(line.lower().__contains__, self._gate))]
        found = ((class_, m) for class_, p in self._wordings for line in lines for m in p.finditer(line))
        return {name: class_ for class_, match in found for name in match.groups() if name}
