"""Headlines in title case: only names keep their capitals, so that "Man Mauled By Bear" is nobody called Mauled."""

from __future__ import annotations

import re
from collections.abc import Callable

from rules.nlp import Parser
from rules.provenance.lexicon import Lexicon, Word
from rules.reading.syntax.tokens import PROPER
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD, _TITLED = re.compile(r"[^\W\d_]{4,}"), re.compile(r"(?<=[\w,;] )[^\W\d_][^\W\d_]*")
_SMALL, _NAMED = re.compile(r"\b[a-z]+\b"), re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_LONGEST, _LEAST, _SHARE, _BODY, _SHORT = 200, 4, 0.8, 5, 1_000
_NATIONS = ("an", "ish", "ese")
_OF_NAMES = PROPER | {":"}
"""What follows a title that belongs to a name, or to a label: "Ferry Chief Ana Dovik", "Ferry Chief: …"."""


class Capitals:
    """Writes headlines as sentences are written."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._parser, self._verbs = rulebook.part(Parser), rulebook.part(ReportingVerbs)
        self._lexicon, self._helping = rulebook.part(Lexicon), rulebook.part(clause_words).auxiliaries

    def plain(self, text: str) -> str:
        """The text, of the same length, with small letters in its title-case lines wherever no name is.

        In an article those words get them that it writes so elsewhere; where there is no article, tags decide. The time
        is linear.

        >>> Capitals(Rulebook()).plain("Man Mauled By Bear Says He Is Safe")
        'Man mauled by Bear says he is safe'
        """
        titled = [line[0] for line in _LINE.finditer(text) if _is_titled(line[0])]
        if not titled:
            return text
        alone = len(text) <= _SHORT and sum(map(len, titled)) * _BODY > len(text)
        lowered = self._twice if alone else _as_elsewhere(text, self._helping)
        return _LINE.sub(lambda line: lowered(line[0]) if _is_titled(line[0]) else line[0], text)

    def _twice(self, line: str) -> str:
        return self._lowered(self._lowered(line))  # with some small letters the tags of the rest are better

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
        if tag in PROPER:
            return word.endswith("s") and self._verbs.of(word) is not None
        if tag == "JJ" and word.endswith(_NATIONS):
            return False
        return not any(meant.side or meant.place or meant.organisation for meant in self._meanings(word))

    def _meanings(self, word: str) -> tuple[Word, ...]:
        return self._lexicon.words.get(self._lexicon.keys.of(word), ())


def _is_titled(line: str) -> bool:
    words = _WORD.findall(line) if len(line) <= _LONGEST else []
    titled = sum(word[0].isupper() and not word.isupper() for word in words)
    return len(words) >= _LEAST and titled >= _SHARE * len(words)


def _as_elsewhere(text: str, helping: frozenset[str]) -> Callable[[str], str]:
    """Writes the words of a line as the article does: small where it has them so and never as a name."""
    small, named = helping.union(_SMALL.findall(text)), set(_NAMED.findall("\n".join(_untitled(text))))

    def lowered(found: re.Match[str]) -> str:
        word = found[0]
        return word.lower() if word.istitle() and word.lower() in small and word not in named else word

    return lambda line: _TITLED.sub(lowered, line)


def _untitled(text: str) -> list[str]:
    return [line for line in text.splitlines() if not _is_titled(line)]
