"""What stands in an article's text but is not the article: links, offers, captions, datelines, tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from rules.model import Extent
from rules.reading.syntax.extents import united
from rules.reading.syntax.wording import Wording
from rules.rulebook import Rulebook

_LINE = re.compile(r"[^\n]+")
_STAMP = re.compile(
    r"^[ \t•*]*\d{1,2}(?:[:.]\d\d\b(?: ?[ap]\.?m\b\.?)?|[:.]?\d{0,2} ?[ap]\.?m\b\.?)(?: ?(?:GMT|UTC|[A-Z]{1,4}T)\b)?"
    r"(?:[ \t]*[-–—:|]+[ \t]*|[ \t]+(?=[A-Z\"“‘'])|$)",
    re.MULTILINE,
)
_PLACE = r"[A-Z][A-Z’'.-]{2,}(?: [A-Z’'.-]{2,}){0,3}"
_DATELINE = re.compile(
    rf"^[ \t]*{_PLACE}(?:(?:, [A-Z\d][\w ]{{1,24}}){{0,3}}(?: ?\([^()\n]{{2,30}}\))?\s?[-–—_]{{1,2}}\s(?=[A-Z\"“‘])"
    rf"|, (?:\d{{1,2}} [A-Z]\w+|[A-Z]\w+ \d{{1,2}})\. (?:/[^/\n]{{2,30}}/[.:]?\s)?)"
    r"|^[ \t]*(?:\([A-Z][^()\n]{1,30}\)|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}(?: \([A-Z][^()\n]{1,30}\)){2})"
    r"\s?[-–—]{1,2}\s(?=[A-Z])",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^[ \t]*\(?\d{1,2}(?:[.)][ \t]+(?=[A-Z\"“‘'])|/\d{0,2}[.):]?[ \t]+(?=\S))", re.MULTILINE)
_LAST_NUMBER = re.compile(r"(?<=\S)[ \t]+\(?\d{1,2}/\d{0,2}\)?[ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"(?:^[^\n|]{0,200}\|[^\n]{0,500}(?:\n|\Z)){2,}", re.MULTILINE)
_BLOCK = re.compile(r"[^\n<]*@\w|</?(?:p|h[1-6]|div|li|ul|ol|tr|table|section|article|main|header|blockquote|"
    r"head|nav|aside|footer|figure|figcaption|body|title|br|hr|dt|dd)\b", re.IGNORECASE)
_WORD_END = re.compile("-[ \t]*\r?\n[ \t]*|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, .{2,60})?(?<!\.)")
_TICKER = re.compile(r" ?\([A-Z][\w.]*(?: [A-Z][\w.]*){0,2}: ?[A-Z\d.]{1,8}(?:[,;] (?:[A-Z]\w+: ?)?[A-Z\d.]{1,8})*\)")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)]*$")
_LONGEST_LINE, _HEAD = 700, 1000


class BoilerplateLine(Wording, frozen=True, kw_only=True):
    """An entry of `en/boilerplate.yaml`."""

    before: bool = False
    after: bool = False
    opening: bool = False
    tail: bool = False


class Boilerplate:
    """Finds what to leave out.

    >>> Boilerplate(Rulebook()).find("The ferry sank.\\nRead more in World news")
    (Extent(start=16, end=39),)
    """

    def __init__(self, rulebook: Rulebook) -> None:
        entries = rulebook.entries("en/boilerplate.yaml", BoilerplateLine)
        self._lines = _any(e for e in entries if not (e.before or e.opening or e.tail))
        self._credits, self._flashes = _any(e for e in entries if e.before), _any(e for e in entries if e.opening)
        self._heads = _any(e for e in entries if e.after)
        tails = "|".join(f"(?:{e.pattern})" for e in entries if e.tail)
        self._tails = re.compile(rf"(?:^[ \t•*]*|(?<=[.!?][\"”’ ]) ?)(?:{tails})", re.IGNORECASE | re.MULTILINE)

    def find(self, text: str) -> tuple[Extent, ...]:
        """The parts to leave out, in order and apart from each other."""
        openings = united(_openings(text))
        tails = (Extent(start=m.start(), end=m.end()) for m in self._tails.finditer(text))
        return united((*self._outer_lines(blank(text, openings)), *openings, *tails, *_tables(text)))

    def _outer_lines(self, text: str) -> Iterator[Extent]:
        """Whole lines: offers and links, credits with the caption above, captions given a second time."""
        lines = [(m.start(), m.end(), m[0].strip()) for m in _LINE.finditer(text) if m[0].strip()]
        for index, (start, end, line) in enumerate(lines):
            if len(line) > _LONGEST_LINE:
                continue
            words = " ".join(line.split())  # tags between them leave wide gaps
            if self._credits.match(words):
                yield Extent(start=start, end=end)
                if index and _is_caption(lines[index - 1][2]):
                    yield Extent(start=lines[index - 1][0], end=lines[index - 1][1])
            elif self._lines.match(words) or _repeated(line, lines, index) or self._is_contact(lines, index):
                yield Extent(start=start, end=end)
            elif flash := self._flashes.match(line):
                yield Extent(start=end - len(line), end=end - len(line) + flash.end())


    def _is_contact(self, lines: list[tuple[int, int, str]], index: int) -> bool:
        """Whether a line is the name under "Media contact", or a heading under "Read more on Lorn News:"."""
        line, before = lines[index][2], lines[index - 1][2] if index else ""
        named = _NAME.fullmatch(line) is not None or (before.endswith(":") and _is_caption(line))
        return named and self._heads.match(before) is not None


def _any(entries: Iterable[BoilerplateLine]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry.pattern})" for entry in entries), re.IGNORECASE)


def blank(text: str, left_out: Sequence[Extent]) -> str:
    """`text` with spaces in place of what is left out, so that offsets stay; what tags or accounts part stays apart."""
    pieces, position = [], 0
    for extent in left_out:
        gap = text[extent.start : extent.end]
        spaces = "".join("\n" if c == "\n" else " " for c in gap)
        pieces += [text[position : extent.start], f"\n\n{spaces[2:]}" if _BLOCK.match(gap) else spaces]
        position = extent.end
    return "".join([*pieces, text[position:]])


def without(text: str, left_out: Sequence[Extent], start: int, end: int) -> str:
    """What stands between two positions, without what is left out there; words that only a tag parts stay apart.

    >>> without("It <b>reportedly</b> sank.", (Extent(start=3, end=6), Extent(start=16, end=20)), 0, 26)
    'It reportedly sank.'
    """
    kept, position, gap = text[start:start], start, ""
    for extent in left_out[bisect_left(left_out, start, key=lambda e: e.end) :]:
        if extent.start >= end:
            break
        kept = _joined(kept, gap, text[position : extent.start])
        position, gap = min(end, extent.end), text[extent.start : extent.end]
    return _joined(kept, gap, text[position:end]) if position > start else text[start:end]


def _joined(before: str, gap: str, after: str) -> str:
    """Both without what stood between them; a space parts two words, unless they are the halves of one."""
    apart = before[-1:].isalnum() and after[:1].isalnum() and not _WORD_END.fullmatch(gap)
    return f"{before} {after}" if apart else before + after


def _is_caption(line: str) -> bool:
    """A line above a credit is a caption where it is no complete sentence, or breaks off."""
    return _SENTENCE_END.search(line) is None or line.endswith(("…", "..."))


def _repeated(line: str, lines: list[tuple[int, int, str]], index: int) -> bool:
    """Whether the next line gives the same words again, as the text of a picture and its caption do."""
    following = lines[index + 1][2] if index + 1 < len(lines) else ""
    return len(line) > 20 and following.startswith(line) and len(following) < len(line) + 40


def _openings(text: str) -> Iterator[Extent]:
    """The times or numbers that the entries of a report begin with, and a dateline: "LORN - The bridge fell"."""
    found = [list(pattern.finditer(text)) for pattern in (_STAMP, _NUMBER)]
    if any("/" in match[0] for match in found[1]):  # the numbers of a thread may also stand behind its posts
        found[1] += _LAST_NUMBER.finditer(text)
    dateline = _DATELINE.search(text, 0, _HEAD)
    yield from (Extent(start=m.start(), end=m.end()) for m in _TICKER.finditer(text))
    for match in (*(m for matches in found if len(matches) > 1 for m in matches), *((dateline,) if dateline else ())):
        yield Extent(start=match.start(), end=match.end())


def _tables(text: str) -> Iterator[Extent]:
    """Rows of cells: lines in a row that each have a "|"."""
    for match in _TABLE.finditer(text) if "|" in text else ():
        yield Extent(start=match.start(), end=match.end())
