"""Which language a text is in, by its commonest words and letters: enough to say what reading does not cover."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from rules.errors import LanguageError
from rules.model import Record
from rules.rulebook import Rulebook

_SAMPLE = 6_000
_WORD = re.compile(r"(?<![\w@#/.])[^\W\d_]+")  # neither handles and tags nor addresses
_FEW = 2
_LETTERS = 400


class Language(Record, frozen=True, kw_only=True):
    """An entry of `languages.yaml`; of a script's languages the one whose own letters stand in the text."""

    code: str
    name: str
    covered: bool = False
    words: frozenset[str] = frozenset()
    letters: str = ""
    script: str = "latin"


class LanguageGuesser:
    """Tells the language of a text from a sample of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._languages = rulebook.entries("languages.yaml", Language)
        self._covered = tuple(language for language in self._languages if language.covered)

    def check(self, text: str, stated: str | None) -> str:
        """The code of the covered language that `text` is in; a stated code is believed.

        Raises LanguageError, naming the language, where no data cover it. A text that shows no language at all is
        read in the first covered one.
        """
        if stated:
            code = stated.lower().replace("_", "-").split("-")[0]
            if any(language.code == code for language in self._covered):
                return code
            named = next((language.name for language in self._languages if language.code == code), f"“{stated}”")
            raise LanguageError(f"the text is said to be in {named}; reading covers {self._readable()}")
        found = self._guess(text[:_SAMPLE])
        if found is None or found.covered:
            return (found or self._covered[0]).code
        raise LanguageError(f"the text is probably in {found.name} ({found.code}); reading covers {self._readable()}")

    def unread(self, text: str) -> str | None:
        """The name of the language that `text` is probably in, if no data cover that.

        >>> LanguageGuesser(Rulebook()).unread("Die Bürgermeisterin sagte, die Brücke sei gesperrt.")
        'German'
        """
        found = self._guess(text[:_SAMPLE])
        return None if found is None or found.covered else found.name

    def _readable(self) -> str:
        return ", ".join(f"{language.name} ({language.code})" for language in self._covered)

    def _guess(self, sample: str) -> Language | None:
        script = _script(sample)
        if script is None:
            return None
        if script != "latin":
            spoken = [language for language in self._languages if language.script == script]
            shown = [language for language in spoken if set(language.letters) & set(sample)]
            unknown = Language(code="und", name=f"a language in {script.capitalize()} script", script=script)
            return next(iter(shown or [s for s in spoken if not s.letters] or spoken), unknown)
        counts = Counter(map(str.lower, _WORD.findall(sample)))
        told = [language for language in self._languages if language.words]
        hits = [(sum(counts[w] for w in language.words & counts.keys()), language) for language in told]
        best, likely = max(hits, key=lambda pair: (pair[0], pair[1].covered))
        covered = max(hit for hit, language in hits if language.covered)
        return likely if best > _FEW and best > 2 * covered else self._covered[0]


def _script(sample: str) -> str | None:
    """The script of most letters of a sample, in lower case; kana mean Japanese whatever else stands there."""
    letters = list(filter(str.isalpha, sample))
    if letters and sample.isascii():
        return "latin"
    some = letters[:: max(1, len(letters) // _LETTERS)]
    scripts = Counter(unicodedata.name(c, "unknown").split()[0].lower() for c in some)
    if scripts["hiragana"] + scripts["katakana"] > 0.1 * scripts.total():
        return "hiragana"
    return scripts.most_common(1)[0][0] if scripts else None
