"""Words of denial that tell what was done: "dismissed its chief executive" and "rejected the offer" deny nothing.

The reader tells them by the tags of their words; here, where a model weighs the bare words, by the last words alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rules.matching.words import Words
from rules.provenance.nouns import HeadNouns
from rules.reading.syntax.deeds import FILE, Deed
from rules.rulebook import Rulebook
from rules.text.patterns import any_of
from rules.text.reporting import ReportingVerbs

_WORDS = re.compile(r"(?:[\w’'-]{1,40}(?: |\b)){0,7}")  # up to the end of an object and the word behind it


class DeedWords:
    """Takes verbs that deny nothing out of a text.

    >>> DeedWords(Rulebook()).without("The mill dismissed its clerk and dismissed the rumour.")
    'The mill its clerk and dismissed the rumour.'
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._stop_words = rulebook.part(Words).stop_words
        verbs, self._names_people = rulebook.part(ReportingVerbs), rulebook.part(HeadNouns).names_people
        entries = rulebook.entries(FILE, Deed)
        self._deeds = {form: entry for entry in entries if (verb := verbs.of(entry.verb)) for form in verb.forms}
        self._verb = re.compile(rf"\b(?:{any_of(self._deeds)}) ", re.IGNORECASE)

    def without(self, text: str) -> str:
        """The text without the verbs that tell what was done to somebody or something."""
        return self._verb.sub(lambda found: "" if self._is_done(found, text) else found[0], text)

    def _is_done(self, found: re.Match[str], text: str) -> bool:
        """Whether what follows ends in an object of the deed that is not called something by it."""
        deed, behind = self._deeds[found[0].strip().lower()], _WORDS.match(text, found.end())
        words: list[str] = behind[0].split() if behind else []
        for word, after in pairwise([*words, ""]):
            if self._is_object(deed, word) and (not after or after in self._stop_words or after[0].isupper()):
                return after != "as"
        return False

    def _is_object(self, deed: Deed, word: str) -> bool:
        return word.lower() in deed.objects or (deed.people and len(word) > 2 and self._names_people(word.lower()))
