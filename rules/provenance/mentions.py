"""Sources named in running text: known names, titles with names, head nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.provenance.bases import NOTHING
from rules.provenance.identities import Identities
from rules.provenance.lexicon import TOLD, Lexicon, Phrase, Word
from rules.provenance.names import STOP, Token
from rules.provenance.naming import FORMER
from rules.provenance.records import Identity, Mention, Title
from rules.rulebook import Rulebook


class MentionFinder:
    """Finds sources in a text and identifies them."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._lexicon = rulebook.part(Lexicon)
        self._identities = rulebook.part(Identities)

    def find(self, text: str) -> Iterator[Mention]:
        """Mentions from left to right; they do not overlap."""
        tokens = list(self._lexicon.keys.tokens(text))
        phrases = self._lexicon.find(tokens, strict=any(c.islower() for c in text))
        for first, last, identity in self.among(text, tokens, phrases):
            yield Mention(start=tokens[first].start, end=tokens[last - 1].end, identity=identity)

    def among(
        self, text: str, tokens: Sequence[Token], phrases: Sequence[Phrase]
    ) -> Iterator[tuple[int, int, Identity]]:
        """As `find`, from tokens and phrases that are found already: first token, token after the last, identity."""
        for first, last in _runs(tokens, phrases):
            identity = self._identities.identify(text[tokens[first].start : tokens[last - 1].end], None, None)
            if identity.basis != NOTHING:
                yield first, last, identity


def _runs(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """Token ranges that name one source each."""
    at = {p.first: p for p in phrases}
    position = 0
    while position < len(tokens):
        phrase = at.get(position)
        if phrase is None or not _opens(phrase) or _is_strangers(tokens, at, phrase):
            position = phrase.last if phrase else position + 1
            continue
        last = _extend(tokens, at, phrase)
        inside = [at[p].word for p in range(position, last) if p in at]
        if any(w.organisation or w.actor or _tells_who(w.title) for w in inside):
            yield position, last
        position = last


def _is_strangers(tokens: Sequence[Token], at: dict[int, Phrase], phrase: Phrase) -> bool:
    """Whether a known surname stands before a capitalised word that no list has: "Jian Dovik"."""
    if not phrase.word.person or phrase.last - phrase.first > 1 or phrase.last in at:
        return False
    return phrase.last < len(tokens) and _capital(tokens[phrase.last])


def _tells_who(title: Title | None) -> bool:
    """Whether a title alone may be a source: not a "school", and not "late" in "the train was late"."""
    return title is not None and not title.thing and title.id != FORMER


def _opens(phrase: Phrase) -> bool:
    word = phrase.word
    meant = word.organisation or word.side or (word.title and word.grammar != TOLD) or word.place
    return bool(meant) or word.grammar in {"ties_before", "against"}


def _extend(tokens: Sequence[Token], at: dict[int, Phrase], phrase: Phrase) -> int:
    """Where the name that `phrase` opens ends: over titles, names after titles, and "of" what they hold."""
    last = phrase.last
    while last < len(tokens):
        following = at.get(last)
        if following is not None and _breaks_off(tokens, at, following):
            return last
        if following is None:
            if not phrase.word.title or phrase.word.title.kind or not _capital(tokens[last]):
                return last
            last = _over_name(tokens, at, last)
            following = at.get(last)
            if following is None or not following.word.title or _capital(tokens[last]):
                return last  # but "former Fairhand | driver" names a driver
        elif phrase.word.title and following.word.grammar in {"parts", "callings", "relatives", "ties_before"}:
            complement = _complement(at, following)
            if complement is None:
                return last
            following = complement
        elif not _continues(phrase, following, tokens[last - 1].hyphen):
            return last
        phrase, last = _tied(phrase, following), following.last
    return last


def _breaks_off(tokens: Sequence[Token], at: dict[int, Phrase], phrase: Phrase) -> bool:
    """Whether "late" or "former" has nobody behind it: "on Telegram | late on Monday"."""
    breaks = phrase.word.title is not None and phrase.word.title.breaks and phrase.first > 0
    behind = phrase.last < len(tokens) and (_capital(tokens[phrase.last]) or _is_title(at.get(phrase.last)))
    return breaks and not behind and phrase.last - phrase.first == 1


def _is_title(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.word.title is not None


def _tied(phrase: Phrase, following: Phrase) -> Phrase:
    """After "pro-" a country is as good as an adjective: more of the name may follow."""
    if phrase.word.grammar in {"ties_before", "against"} and following.word.side:
        return Phrase(following.first, following.last, Word(side=following.word.side))
    return following


def _continues(phrase: Phrase, following: Phrase, hyphen: bool) -> bool:
    """Whether two neighbouring phrases are one name: what stands before a title, and a known name after one."""
    word, after = phrase.word, following.word
    if after.grammar:
        return hyphen and after.grammar in {"ties_after", "descents"}
    if word.organisation or word.actor:
        return bool(after.title or (after.place and not after.actor))
    return bool(after.title or after.organisation or after.side or after.place)


def _complement(at: dict[int, Phrase], link: Phrase) -> Phrase | None:
    """What stands after "of" or "for"; a bare adjective ("units of Russian-born …") is only the start of something."""
    phrase = at.get(link.last)
    if phrase and phrase.word.grammar == "articles":
        phrase = at.get(phrase.last)
    if phrase is None or not _opens(phrase):
        return None
    bare = phrase.word.side and not phrase.word.actor and not phrase.word.organisation and not phrase.word.title
    return None if bare and phrase.last not in at else phrase


def _capital(token: Token) -> bool:
    return token.key != STOP and token.text[0].isupper()


def _over_name(tokens: Sequence[Token], at: dict[int, Phrase], position: int) -> int:
    """The end of a run of at most four capitalised unknown words."""
    last = position
    while last < min(len(tokens), position + 4) and _capital(tokens[last]) and last not in at:
        last += 1
    return last
