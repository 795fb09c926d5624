"""Footage, satellite images and documents are evidence, not a voice: whoever made or published them may be one.

A post, a message or a channel is the word of whoever writes in it: "a Telegram post by the governor".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from rules.facets.words import FacetWords
from rules.model import Span
from rules.provenance import Registry
from rules.provenance.bases import SIDE
from rules.provenance.classes import MEDIA, PARTY, SOCIAL, UNATTRIBUTED
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

_WORD = re.compile(r"[\w’'-]+")
HEAD_ENDS = re.compile(r"\w+(?:ed|ing|en)|sent|shot|shown|made|of|in|on|at|that|which|who")
_ADDED = re.compile(r",| (?:in|on|last|this|earlier|published|released|and (?:shared|seen|reviewed|leaked|passed))\b")
_LONGEST_HEAD = 4
_UNKNOWN = frozenset({SOCIAL, UNATTRIBUTED})


class Evidence:
    """Tells evidence from voices in the source of a statement."""

    def __init__(self, rulebook: Rulebook) -> None:
        words = rulebook.part(clause_words)
        self._evidence = words.evidence | rulebook.part(FacetWords).footage
        self._studies = words.studies
        self._by, self._claims, self._relatives = words.by, words.claims, words.relatives
        self._obtained, self._compiled = words.obtained, words.compiled
        self._verbs = rulebook.part(ReportingVerbs)
        self._registry = rulebook.part(Registry)
        self._missives = rulebook.part(Missives)

    def voice(self, source: Span) -> Span | None:
        """Who speaks: the source itself; of evidence who made or published it, None where nobody is told.

        "footage released by the militia" is the militia's, "satellite images" are nobody's.
        """
        words = list(_WORD.finditer(source.text))
        shown = self._evidence | self._studies
        head = next((k for k, w in enumerate(words[:_LONGEST_HEAD]) if w[0].lower() in shown), None)
        if head is None or not self._ends(words, head, source.text):
            return source
        silent = source if words[head][0].lower() in self._studies else None
        had, by = next(((v, w) for v, w in pairwise(words[head:]) if w[0].lower() in self._by), (None, None))
        author = _ADDED.split(source.text[by.end() :])[0].strip() if by else ""
        named = silent is not None or (had is not None and had[0].lower() in self._compiled)
        if not author or not self._speaks(author, named) or (had and self._only_has(author, had)):
            return silent
        if self._is_whence(author, by):
            return silent
        start = source.start + source.text.index(author, by.end() if by else 0)
        return Span(start=start, end=start + len(author), text=author)

    def _only_has(self, author: str, verb: re.Match[str]) -> bool:
        """Whether an outlet only has or looked at the evidence: "a memo seen by the Herald"."""
        return verb[0].lower() in self._obtained and self._registry.identify(author).class_ == MEDIA

    def _is_whence(self, author: str, by: re.Match[str] | None) -> bool:
        """Whether it is only the country that the evidence comes from: "a video from China"."""
        return by is not None and by[0].lower() == "from" and self._registry.identify(author).basis == SIDE

    def _speaks(self, author: str, named: bool) -> bool:
        """Whether the author has a known class, or, of a study or of data, at least a name.

        "A group in Lorn" tells less of whoever made a study than the study does.
        """
        known = self._registry.identify(author)
        if named and (known.named or known.class_ == PARTY):
            return known.named
        return known.class_ != UNATTRIBUTED

    def _ends(self, words: list[re.Match[str]], head: int, text: str) -> bool:
        """Whether the noun at `head` is the head: not "a video editor", but "a video posted by …", "the files, …"."""
        if head + 1 == len(words) or text[words[head].end()] == ",":
            return True
        after = words[head + 1][0].lower()
        return after in self._by or HEAD_ENDS.fullmatch(after) is not None

    def _is_whole(self, source: Span) -> bool:
        """Whether a source is no "picture which", of which only a clause tells."""
        return source.text.split()[-1].lower() not in self._relatives

    def _is_reason(self, cited: Span) -> bool:
        """Whether what is cited is nobody: "citing | safety concerns"."""
        return cited.text.islower() and self._registry.identify(cited.text).class_ == UNATTRIBUTED

    def spoken(self, clauses: Iterable[Clause]) -> Iterator[Clause]:
        """The clauses whose sources are voices: evidence is replaced by whoever made it, or the clause is left out.

        What a video is said to "claim" is the claim of whoever made it.
        """
        for clause in clauses:
            verb = self._verbs.of(clause.cue.text.split()[-1].lower())
            claims = verb is not None and verb.lemma in self._claims
            somebody = [s for s in clause.sources if s is clause.sources[0] or not self._is_reason(s)]
            writers = (self._missives.author(s) or s for s in somebody)
            makers = (self.voice(s) or (s if claims and self._is_whole(s) else None) for s in writers)
            voices = tuple([maker for maker in makers if maker])
            if voices:
                yield msgspec.structs.replace(clause, sources=voices)


class Missives:
    """Finds who wrote what a source is called by."""

    def __init__(self, rulebook: Rulebook) -> None:
        noun = rf"(?:{'|'.join(sorted(rulebook.part(clause_words).missives, key=len, reverse=True))})"
        before, behind = r"(?:[\w-]+ ){0,4}?", r"(?: (?:on|in|via|published|posted|released|seen)\b.*)?"
        self._by = re.compile(rf"{before}{noun}(?: on \w+)? (?:by|from) (?P<who>.+?){behind}", re.IGNORECASE)
        self._of = re.compile(
            rf"(?:{before}{noun} (?:on|in|from|to) )?(?P<who>.+?)(?:['’]s|(?<=s)['’]) {before}{noun}{behind}",
            re.IGNORECASE,
        )
        self._registry = rulebook.part(Registry)

    def author(self, source: Span) -> Span | None:
        """The words of a source that name whoever speaks in it, if that is somebody of a known class.

        A post by somebody unknown stays a post.
        """
        told = self._by.fullmatch(source.text) or self._of.fullmatch(source.text)
        if told is None or self._registry.identify(told["who"]).class_ in _UNKNOWN:
            return None
        return Span(start=source.start + told.start("who"), end=source.start + told.end("who"), text=told["who"])
