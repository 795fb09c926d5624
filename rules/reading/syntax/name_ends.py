"""Where names and noun phrases end, with the titles that commas add to them."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.syntax.tokens import COMMON, FINITE, PROPER, RELATIVE, Token, is_mark
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook

_NAME_ENDS = frozenset(",;:.!?—–")
_APPOSED = frozenset({"DT", "NN", "NNS", "NNP", "JJ", "PRP$"})
_PLURAL = COMMON | {"NNPS"}
_ASIDE = 12
_OPENERS = frozenset({"DT", "PDT", "PRP"})


class NameEnds:
    """Walks over the tokens of one sentence from the beginning of a name."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.part(clause_words)
        self._members, self._abbreviations, self._posts = words.members, words.abbreviations, words.posts

    def end_of_name(self, tokens: Sequence[Token], start: int) -> int:
        """Where a name or noun phrase that begins at `start` ends: at a comma, a mark, a verb or a new clause."""
        k = start
        while k < len(tokens):
            token = tokens[k]
            ends = token.text in _NAME_ENDS and not self._abbreviates(tokens, k, start)
            if (token.tag in FINITE and k > start) or ends or token.lower in {"that", "as"}:
                break
            if k > start and token.tag in _OPENERS and tokens[k - 1].tag in _PLURAL:  # "police | the driver had …"
                break
            k += 1
        return k

    def _stops(self, tokens: Sequence[Token], k: int, start: int) -> bool:
        """Whether a mark ends a name, and not an abbreviation in it."""
        return is_mark(tokens[k]) or (tokens[k].text in _NAME_ENDS and not self._abbreviates(tokens, k, start))

    def _abbreviates(self, tokens: Sequence[Token], k: int, start: int) -> bool:
        """Whether a full stop belongs to the title before it: "Capt. Nils Berg"."""
        titled = tokens[k].text == "." and k > start and tokens[k - 1].lower in self._abbreviations
        return titled and tokens[k - 1].end == tokens[k].start and k + 1 < len(tokens)

    def end_of_titled_name(self, tokens: Sequence[Token], start: int) -> int:
        """As `end_of_named_title`, with what else a comma adds: "Ana Dovik, head of the port", "one, Ana Dovik"."""
        end = self.end_of_named_title(tokens, start)
        said = self._apposed(tokens, end)
        office = any(t.tag in COMMON or _is_small(t) or t.lower in self._posts for t in said)
        title = office or (said and tokens[start].lower in self._members)
        return end + 1 + len(said) if said and title and said[0].tag in _APPOSED else end

    def end_of_told_name(self, tokens: Sequence[Token], start: int) -> int:
        """As `end_of_titled_name`, with what "who" adds: "Ana Dovik, who heads the port"."""
        end = self.end_of_titled_name(tokens, start)
        if tokens[end - 1].lower == "who" and end - 1 > start:  # "said a man who | introduced himself as Ana Dovik"
            return next((k for k in range(end, len(tokens)) if self._stops(tokens, k, start)), end)
        if end + 2 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].lower != "who":
            return end
        return next((k for k in range(end + 2, len(tokens)) if tokens[k].text in _NAME_ENDS or is_mark(tokens[k])), end)

    def end_of_named_title(self, tokens: Sequence[Token], start: int) -> int:
        """As `end_of_name`, with whose title it is: "its head, Ana Dovik"."""
        end = self.end_of_name(tokens, start)
        said = self._apposed(tokens, end)
        named = said and tokens[end - 1].tag in COMMON and all(t.tag in PROPER for t in said)
        return end + 1 + len(said) if named and not _is_subject(tokens, end + 1 + len(said)) else end

    def _apposed(self, tokens: Sequence[Token], end: int) -> Sequence[Token]:
        """What stands between a comma at `end` and the next mark or relative clause, if no verb or quotation does."""
        if end >= len(tokens) or tokens[end].text != ",":
            return ()
        close = self.end_of_name(tokens, end + 1)
        told = next((k for k in range(end + 2, close) if tokens[k].tag in RELATIVE), close)
        said = tokens[end + 1 : told]
        stops = told < close or close == len(tokens) or tokens[close].text in _NAME_ENDS
        quotes = any(is_mark(t) and t.tag != "POS" for t in said)  # "president of the Nurses' Union" has none
        return said if stops and not quotes else ()


def _is_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether commas add something to a name that ends at `end`, and its verb follows: "Ana Dovik, | a nurse, died"."""
    comma = next((k for k in range(end + 1, min(len(tokens) - 1, end + _ASIDE)) if tokens[k].text == ","), 0)
    aside = comma and tokens[end].text == "," and not any(t.tag in FINITE for t in tokens[end:comma])
    return bool(aside) and tokens[comma + 1].tag in FINITE


def _is_small(token: Token) -> bool:
    """Whether a common noun is tagged as a name: "the parish priest"."""
    return token.tag in PROPER and token.text[0].islower()
