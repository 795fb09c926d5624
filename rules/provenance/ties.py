"""What ties a name to a side or sets it against one: "Ukraine-backed", "anti-Kremlin", "loyal to the Oak Movement"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.provenance.lexicon import Phrase, Word

OPENING = frozenset({"parts", "callings", "asides", "relatives"})
"""Small words with which a part of a name begins."""


def side_of(word: Word) -> str | None:
    """The side that a word names, or that of the organisation it names."""
    return word.organisation.side if word.organisation else word.side


def tied(phrases: Sequence[Phrase]) -> tuple[list[Phrase], tuple[str, ...], tuple[str, ...]]:
    """Takes "Ukraine-backed", "pro-Ukrainian" and "anti-Kremlin" out of the phrases, as ties and fights."""
    kept = list(phrases)
    ties: list[str] = []
    fights: list[str] = []
    for index, phrase in enumerate(phrases):
        field = phrase.word.grammar
        if field not in {"ties_before", "ties_after", "against", "descents"}:
            continue
        beside = _beside(phrases, index)
        side = next((side for k in beside if (side := side_of(phrases[k].word))), None)
        opens = side is None and _is_long(phrase)  # "loyal to the Oak Movement"
        kept[index] = Phrase(phrase.first, phrase.last, Word(grammar="parts" if opens else "dropped"))
        if side and field != "descents":
            (fights if field == "against" else ties).append(side)
        for k in beside if side else ():
            kept[k] = Phrase(phrases[k].first, phrases[k].last, Word(grammar="dropped"))
    return kept, tuple(ties), tuple(fights)


def _beside(phrases: Sequence[Phrase], index: int) -> list[int]:
    """What a tie ties to: the one phrase beside it, or all that follow "linked to | the Russian security services"."""
    back = phrases[index].word.grammar in {"ties_after", "descents"}
    if back:
        return [index - 1] if index and phrases[index - 1].last == phrases[index].first else []
    last, found = phrases[index].last, []
    for k in range(index + 1, len(phrases) if _is_long(phrases[index]) else min(len(phrases), index + 2)):
        if phrases[k].first != last or phrases[k].word.grammar in OPENING:
            break
        last = phrases[k].last
        found.append(k)
    return found


def _is_long(tie: Phrase) -> bool:
    """Whether a tie is of several words, so that it begins a part of its own: "loyal to", not "pro"."""
    return tie.last - tie.first > 1
