"""Who is accused, prosecutes or defends in a report from court, and who saw it all, by what is told beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from rules.model import Record
from rules.reading.syntax.wording import Wording
from rules.rulebook import Rulebook
from rules.text.patterns import AnyCases

_NAME = r"(?P<name{n}>(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{{least},3}})(?<![’']s)(?<![’']))"


class TrialWording(Wording, frozen=True, kw_only=True):
    """One way of telling what part somebody has in a trial; `surname`: it holds for the surname of a full name too."""

    class_: str
    surname: bool = False

    def filled(self, least: int = 1) -> str:
        """The pattern with names in it, which are its groups; of so many words at `least` after the first."""
        parts = self.pattern.split("{name}")
        names = [_NAME.format(n=n, least=least) for n in range(len(parts) - 1)]
        return "".join(a + b for a, b in zip(parts, [*names, ""], strict=True))


class TrialWords(Record, frozen=True, kw_only=True):
    """`en/trials.yaml` and `en/lives.yaml`."""

    wordings: tuple[TrialWording, ...]


class Trials:
    """Finds those who have a part in a trial, by their full names."""

    file, least = "en/trials.yaml", 1

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.table(self.file, TrialWords)
        self._wordings = AnyCases(((n, w), w.filled(self.least)) for n, w in enumerate(words.wordings))

    def classes(self, text: str) -> dict[str, str]:
        """The class of each full name of which the text tells such a part.

        >>> Trials(Rulebook()).classes("In mitigation, Ana Dovik said he was ill.")
        {'Ana Dovik': 'party'}
        """
        return {name: wording.class_ for wording, name in self._told(text)}

    def _told(self, text: str) -> Iterator[tuple[TrialWording, str]]:
        found = [told for line in text.splitlines() for told in self._of_line(line)]
        found.sort(key=itemgetter(0))
        return ((wording, name) for _, wording, match in found for name in match.groups() if name)

    def _of_line(self, line: str) -> Iterator[tuple[int, TrialWording, re.Match[str]]]:
        """What a line tells: the wording, which of all it is, and where it stands."""
        for (number, wording), pattern in self._wordings.likely(line):
            yield from ((number, wording, match) for match in pattern.finditer(line))


class Lives(Trials):
    """Finds private people by what is told of their lives, "Ana Dovik had been sweeping the hall", and candidates."""

    file, least = "en/lives.yaml", 0

    def classes(self, text: str) -> dict[str, str]:
        """The class of each name of whom such things are told, and of its last word if nobody else bears that."""
        told = list(self._told(text))
        found = {name: wording.class_ for wording, name in told}
        whole = {name for wording, name in told if " " in name or wording.surname}
        alone = {name: class_ for name, class_ in found.items() if name in whole or not _is_borne(name, text)}
        last = {name.rpartition(" ")[2]: (name, class_) for name, class_ in alone.items() if " " in name}
        short = {word: class_ for word, (name, class_) in last.items() if not _is_borne(word, text.replace(name, ""))}
        return short | alone


def _is_borne(word: str, text: str) -> bool:
    """Whether a word is the surname of somebody whom the text names in full or by a title: "Mr Dovik"."""
    return re.search(rf"\b[A-Z][\w’'-]*\.? {re.escape(word)}\b", text) is not None
