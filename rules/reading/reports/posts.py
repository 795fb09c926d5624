"""Posts on social media: whom they answer is left out, and what they pass on is said by whoever posted it first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Extent, Record, Span
from rules.reading.reports.turns import Turn, extent_of
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

_ADDRESSED = re.compile(r"\s*(?:\.?[ \t]?@\w+[,:]?[ \t]+)+")
_REPOST = re.compile(
    r"(?:\b[RMQ]T:?|(?<!\w))[ \t]*(?:[\"“”][ \t]*)?\.?(?P<author>@\w+)[ \t]?:(?=\s)"
    r"|\b[RMQ]T[ \t]*(?P<bare>@\w+)(?=\s)"
)
_VIA = re.compile(r"\b(?:via|[Hh]/?[Tt])[ \t]+(?P<author>@\w+)(?=(?:[ \t]+(?:https?://\S+|[#@]\w+))*\s*\Z)")
LONGEST_POST = 600
_MARKS, _CLOSES = frozenset("\"“”"), re.compile(r"[\"”](?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


class PostWords(Record, frozen=True, kw_only=True):
    """`en/posts.yaml`: `says` are words that begin what the account itself before them does."""

    says: frozenset[str]


class Posts:
    """Finds what is particular to a post.

    >>> posts = Posts(Rulebook())
    >>> [turn.speaker.text for turn in posts.turns("RT @northdesk: The ferry sank.")]
    ['@northdesk']
    >>> posts.addressees("@northdesk @dovik The ferry sank.")
    (Extent(start=0, end=18),)
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._verbs = rulebook.part(ReportingVerbs)
        self._says = rulebook.table("en/posts.yaml", PostWords).says

    def addressees(self, text: str) -> tuple[Extent, ...]:
        """The accounts at the beginning that a post answers; not one that speaks: "@northdesk reports that …"."""
        found = _ADDRESSED.match(text)
        if found is None or _REPOST.match(text, max(0, text.find("@"))):
            return ()
        word = _WORD.match(text, found.end())
        speaks = word is not None and self._begins_what_it_does(word[0].lower())
        end = text.rindex("@", 0, found.end()) if speaks else found.end()
        return (Extent(start=0, end=end),) if end else ()

    def _begins_what_it_does(self, word: str) -> bool:
        """Whether a word makes the account before it its subject: "says", "has"; but not "say", which addresses it."""
        verb = self._verbs.of(word)
        return word in self._says or (verb is not None and word != verb.lemma)

    def turns(self, text: str) -> tuple[Turn, ...]:
        """What a post passes on from other accounts: "RT @northdesk: …", "“@northdesk: …”", "… via @northdesk".

        A text too long for a post is an article, in which a post ends with its line and nobody is credited at the end.
        """
        article = len(text) > LONGEST_POST
        via = None if article else _VIA.search(text)
        last = via.start() if via else len(text)
        turns = list(_reposted(list(_REPOST.finditer(text, 0, last)), last, text, "\n" if article else "\n\n"))
        if via is None:
            return tuple(turns)
        whole = Turn(start=0, end=last, label=extent_of(via), speaker=None)
        return (*turns[:-1], msgspec.structs.replace(turns[-1] if turns else whole, speaker=_author(via)))


def _reposted(found: Sequence[re.Match[str]], last: int, text: str, end_of_post: str) -> Iterator[Turn]:
    """Each up to the mark that closes its quotation, else to the next or to where the post ends."""
    for repost, following in zip(found, [*(f.start() for f in found[1:]), last], strict=False):
        quoted = not _MARKS.isdisjoint(repost[0])
        closes = _CLOSES.search(text, repost.end(), following) if quoted else None
        ends = text.find(end_of_post, repost.end(), following)
        end = closes.start() if closes else following if ends < 0 else ends
        yield Turn(start=repost.end(), end=end, label=extent_of(repost), speaker=_author(repost))


def _author(found: re.Match[str]) -> Span:
    name = found.lastgroup or "author"
    return Span(start=found.start(name), end=found.end(name), text=found[name])
