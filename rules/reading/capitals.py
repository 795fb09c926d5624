"""Headlines in title case: only names keep their capitals, so that "Man Mauled By Bear" is nobody called Mauled."""

from __future__ import annotations

import re

from rules.nlp import Parser
from rules.provenance.lexicon import Lexicon, Word
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST, _LEAST, _SHARE = 200, 4, 0.8
_NATIONS = ("an", "ish", "ese")
_PROPER = frozenset({"NNP", "NNPS"})
_OF_NAMES = _PROPER | {":"}
"""What follows a title that belongs to a name, or to a label: "Ferry Chief Ana Dovik", "Ferry Chief: …"."""


class Capitals:
    """Writes headlines as sentences are written."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._parser, self._verbs = rulebook.part(Parser), rulebook.part(ReportingVerbs)
        self._lexicon = rulebook.part(Lexicon)

    def plain(self, text: str) -> str:
        """The text, of the same length, with small letters in its title-case lines wherever no name is.

        >>> Capitals(Rulebook()).plain("Man Mauled By Bear Says He Is Safe")
        'Man mauled by Bear says he is safe'
        """
        return _LINE.sub(self._line, text)

    def _line(self, line: re.Match[str]) -> str:
        words = _WORD.findall(line[0]) if len(line[0]) <= _LONGEST else []
        titled = sum(word[0].isupper() and not word.isupper() for word in words)
        if len(words) < _LEAST or titled < _SHARE * len(words):
            return line[0]
        return self._lowered(self._lowered(line[0]))  # with some small letters the tags of the rest are better

    def _lowered(self, line: str) -> str:
        parsed, letters = self._parser.parse(line), list(line)
        before, after = ["", *parsed.words], [*parsed.tags[1:], ""]
        for k, (start, word, tag) in enumerate(zip(parsed.starts.tolist(), parsed.words, parsed.tags, strict=True)):
            common = self._is_common(word, tag) or (after[k] not in _OF_NAMES and self._is_role(word))
            if word.istitle() and common and before[k][-1:].isalnum():  # the first word has its capital, quoted or not
                letters[start] = word[0].lower()
        return "".join(letters)

    def _is_role(self, word: str) -> bool:
        """Whether a word tells what somebody is: "Iraqi Official accuses …"."""
        titles = [meant.title for meant in self._meanings(word) if meant.title]
        return any(not (title.kind or title.thing) for title in titles)

    def _is_common(self, word: str, tag: str) -> bool:
        """Whether a word is no name, which "Says" is not either if it is tagged as one, but "Iraqi" has its capital."""
        if tag in _PROPER:
            return word.endswith("s") and self._verbs.of(word) is not None
        if tag == "JJ" and word.endswith(_NATIONS):
            return False
        return not any(meant.side or meant.place or meant.organisation for meant in self._meanings(word))

    def _meanings(self, word: str) -> tuple[Word, ...]:
        return self._lexicon.words.get(self._lexicon.keys.of(word), ())
