"""Where a sentence begins and where none does, whatever a parser thinks of it."""

from __future__ import annotations

_OPENING, _CLOSING, _EITHER = frozenset("“‘«„([{"), frozenset("”’»)]}"), frozenset(["'", "''", '"'])
_MARKS = _OPENING | _CLOSING | _EITHER
_STOPS = frozenset(".?!…")
_HOURS = frozenset({"a.m.", "p.m."})
_OPENERS = frozenset({
    "the", "a", "an", "another", "one", "some", "many", "most", "several", "no", "two", "three", "four", "this",
    "these", "his", "her", "its", "their", "he", "she", "it", "they", "we", "there", "in", "on", "at", "after", "as",
    "by", "for", "when", "but", "and",
})  # fmt: skip


def sentence_starts(words: list[str], spaces: list[bool]) -> list[bool | None]:
    """For each token of a paragraph whether it begins a sentence, None where that is for the parser to say.

    `spaces` tells which tokens a space follows. No sentence begins with a closing mark or a comma, nor after a word, a
    comma or an opening mark; in lower case only after a stop of its own, not after one that belongs to a quotation. An
    opening mark after a full stop begins one, and so does a capital article or pronoun after "p.m.".

    >>> sentence_starts(["“", "Who", "?", "”", "he", "asked", "."], [False, False, False, True, True, False, False])
    [None, False, False, False, False, False, False]
    """
    opens = [_opens(words, spaces, place) for place in range(len(words))]
    found: list[bool | None] = [None] * len(words)
    for place in range(1, len(words)):
        word, before = words[place], words[place - 1]
        if opens[place - 1] or before.isalnum() or before in (",", ";") or _trails(word, opens[place]):
            found[place] = False
        elif (opens[place] and before == "." and words[place + 1][0].isupper()) or after_hour(before, word):
            found[place] = True
        elif word[0].islower() and not _stops(words, place - 1):
            found[place] = False
    return found


def _opens(words: list[str], spaces: list[bool], place: int) -> bool:
    """Whether a mark opens a quotation or a bracket; a straight one does when it leans on what follows."""
    word = words[place]
    if word not in _EITHER or place + 1 == len(words):
        return word in _OPENING and place + 1 < len(words)
    leans_back = place > 0 and not spaces[place - 1] and words[place - 1] not in _OPENING
    return not leans_back and not spaces[place]


def after_hour(before: str, word: str) -> bool:
    """Whether the stop of "p.m." is that of its sentence, too: a small word with a capital follows.

    >>> after_hour("p.m.", "The"), after_hour("p.m.", "Eastern")
    (True, False)
    """
    return before.lower() in _HOURS and word[0].isupper() and word.lower() in _OPENERS


def _trails(word: str, opens: bool) -> bool:
    """Whether a mark belongs to what stands before it."""
    return not opens and (word in _MARKS or all(mark in ".,;:?!…" for mark in word))


def _stops(words: list[str], place: int) -> bool:
    """Whether a sentence in lower case may follow: a stop or an abbreviation, no ellipsis, no closing mark."""
    word = words[place]
    if word.strip(".…") == "":
        return word == "." and words[place - 1] != "."
    return word[-1] in _STOPS
