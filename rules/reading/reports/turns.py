"""Interviews: what stands under a label ("Q:", "Dovik:") or a question of its own is said by whoever answers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice

import msgspec

from rules.model import Extent, Record, Span
from rules.reading.clauses.statements import Statement
from rules.reading.syntax.extents import Extents
from rules.rulebook import Rulebook

_CLOCK = (
    r"(?:[\[(][\d/.:, -]{4,24}(?: ?[AaPp]\.?[Mm]\.?)?[\])]"
    r"|\d[\d/.]{5,9}, \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])? -)"
)
_LABEL = re.compile(
    rf"^[ \t*_]*(?:{_CLOCK}[ \t]*)?(?P<name>[^\W\d_][\w.'’-]{{0,30}}(?: [^\W\d_][\w.'’-]{{0,30}}){{0,3}})"
    r"(?:, (?P<role>[A-Z][A-Z .'’-]{2,40}))?"
    rf"(?:[*_]*:[*_]*|[ \t]+{_CLOCK}:?)(?=[ \t]*\S)",
    re.MULTILINE,
)
_QUESTION = re.compile(r"^[ \t*_]*(?![\"“‘'•-])[^\n]{0,300}\?[*_]*[ \t]*$", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_QUOTED, _WORD = re.compile(r"[“\"][^“”\"]*[”\"]"), re.compile(r"[^\W\d_]+")
_TWICE, _OFTEN, _LINES = 2, 3, 4


class TurnWords(Record, frozen=True, kw_only=True):
    """`en/turns.yaml`."""

    questions: frozenset[str]
    answers: frozenset[str]
    answerer: str
    staff: frozenset[str]
    introduced: str
    selves: frozenset[str]
    addressed: frozenset[str]
    alone: frozenset[str]
    quotes: frozenset[str]


class Turn(Extent, frozen=True, kw_only=True):
    """What is said until the next label, and that label; whoever asks for the outlet is no `speaker`."""

    label: Extent
    speaker: Span | None


class Turns:
    """Finds the turns of an interview.

    >>> [turn.speaker for turn in Turns(Rulebook()).find("Q: Who sank it?\\nA: Nobody did.")]
    [None, Span(start=0, end=0, text='interviewee')]
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._words = rulebook.table("en/turns.yaml", TurnWords)
        self._introduced = re.compile(self._words.introduced)

    def find(self, text: str) -> tuple[Turn, ...]:
        """The turns in order; none in a text that is no interview."""
        labels = list(_LABEL.finditer(text))
        return tuple(self._lettered(labels, text) or self._between_names(labels, text) or self._unlabelled(text))

    def voiced(self, statements: Sequence[Statement], turns: Sequence[Turn]) -> list[Statement]:
        """The statements, each in a speaker's turn attributed to that speaker, as the outermost source he quotes."""
        speakers = Extents([turn for turn in turns if turn.speaker])
        return [self._by(speakers.at(statement.sentence.start), statement) for statement in statements]

    def _by(self, turn: Turn | None, statement: Statement) -> Statement:
        if turn is None or turn.speaker is None:
            return statement
        others = statement.sources
        if others and others[0].text.lower() in self._words.selves:
            others = others[1:]
        return msgspec.structs.replace(statement, sources=(turn.speaker, *others), quoted=True)

    def _lettered(self, labels: Sequence[re.Match[str]], text: str) -> list[Turn]:
        """The turns under labels that say which is question and which is answer."""
        asks, answers = self._words.questions, self._words.answers
        known = [label for label in labels if label["name"].lower() in asks | answers]
        if {label["name"].lower() in asks for label in known} != {True, False}:
            return []
        answerer = self._answerer(known[0].start())
        speakers = [answerer if label["name"].lower() in answers else None for label in known]
        return _turns([extent_of(label) for label in known], speakers, text)

    def _between_names(self, labels: Sequence[re.Match[str]], text: str) -> list[Turn]:
        """The turns of at least two speakers who each come again; who mostly asks does so for the outlet."""
        count = Counter(_surname(label) for label in labels)
        known = [label for label in labels if count[_surname(label)] >= _TWICE and label["name"][0].isupper()]
        if self._is_transcript(labels):
            known = [label for label in labels if label["name"].isupper()]
        if len({_surname(label) for label in known}) < _TWICE:
            return []
        if sum(label["name"].isupper() for label in known) * 2 > len(known):
            known = [label for label in labels if label["name"].isupper()]  # who speaks but once, too
        named = {_surname(label): _name(label) for label in reversed(known)}  # each as he is called first
        turns = _turns([extent_of(label) for label in known], [named[_surname(label)] for label in known], text)
        said = [text[turn.start : turn.end].rstrip("*_ \t\n") for turn in turns]
        if not any(words.endswith("?") or _says(self._words.selves, words) for words in said):
            return []
        asks = _askers([_surname(label) for label in known], said) | self._words.questions
        asks |= self._staff(known, text)
        return [msgspec.structs.replace(turn, speaker=None) if _surname(label) in asks else turn
                for label, turn in zip(known, turns, strict=True)]

    def _is_transcript(self, labels: Sequence[re.Match[str]]) -> bool:
        """Whether a label gives a role in a broadcast: "ANA DOVIK, BYLINE:"."""
        return any(not self._words.staff.isdisjoint((label["role"] or "").lower().split()) for label in labels)

    def _staff(self, labels: Sequence[re.Match[str]], text: str) -> set[str]:
        """Who speaks for the outlet: "PRESENTER:", "ANA DOVIK, BYLINE:", and in "our correspondent Ana Dovik" Dovik."""
        introduced = {match["name"].lower() for match in self._introduced.finditer(text)}
        called = ((_surname(label), {*(label["role"] or "").lower().split(), _surname(label)}) for label in labels)
        return introduced | {name for name, words in called if words & self._words.staff}

    def _unlabelled(self, text: str) -> list[Turn]:
        """The turns below several questions that have a line each, if most of them are short and say "I" or "we"."""
        questions = list(_QUESTION.finditer(text))
        between = len(_LINE.findall(text, questions[0].start(), questions[-1].end())) if questions else 0
        if len(questions) < _OFTEN or between > _LINES * len(questions):
            return []
        answerer = self._answerer(questions[0].start())
        turns = _turns([extent_of(question) for question in questions], [answerer] * len(questions), text)
        said, put = [text[turn.start : turn.end] for turn in turns], [text[q.start() : q.end()] for q in questions]
        asked = (question for question, answer in zip(put, said, strict=True) if answer.strip())
        between_two = any(_says(self._words.addressed, question) for question in asked)
        if not (between_two or _says(self._words.alone, text)) or 2 * sum(map(self._quotes_others, said)) >= len(said):
            return []  # what an outlet asks and answers itself: "When was it filmed? We found no earlier copies."
        own = [_says(self._words.selves, answer) for answer in said]
        if sum(own) * 2 <= len(own):
            return []
        return [msgspec.structs.replace(turn, label=Extent(start=turn.start, end=turn.start)) for turn in turns]

    def _quotes_others(self, answer: str) -> bool:
        """Whether an answer is a report in which others are quoted, as whoever is asked seldom does."""
        return _QUOTED.search(answer) is not None and _says(self._words.quotes, answer)

    def _answerer(self, position: int) -> Span:
        """The word "interviewee" as a source, later resolved to the person named last before the interview."""
        return Span(start=position, end=position, text=self._words.answerer)


def _says(words: frozenset[str], text: str) -> bool:
    """Whether one of the words stands in a text outside quotations: "I", by which somebody speaks of himself."""
    return not words.isdisjoint(word.lower() for word in _WORD.findall(_QUOTED.sub(" ", text)))


def _askers(names: Sequence[str], said: Sequence[str]) -> set[str]:
    """The speakers who mostly ask questions."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for name, words in zip(names, said, strict=True):
        asked[name].append(words.endswith("?"))
    return {name for name, found in asked.items() if sum(found) * 2 > len(found)}


def _turns(labels: Sequence[Extent], speakers: Sequence[Span | None], text: str) -> list[Turn]:
    """Each up to the next label; the last has no more lines than the longest before it, for the article may go on."""
    ends = [label.start for label in labels[1:]]
    most = max([1, *(len(_LINE.findall(text, label.end, end)) for label, end in zip(labels, ends, strict=False))])
    last = [line.end() for line in islice(_LINE.finditer(text, labels[-1].end), most)]
    ends.append(max(last, default=len(text)))
    return [Turn(start=label.end, end=end, label=label, speaker=speaker)
            for label, end, speaker in zip(labels, ends, speakers, strict=True)]


def extent_of(found: re.Match[str]) -> Extent:
    """Where a match stands."""
    return Extent(start=found.start(), end=found.end())


def _surname(label: re.Match[str]) -> str:
    """What "JAKE DOVIK" and "DOVIK" share."""
    return str(label["name"]).split()[-1].lower()


def _name(label: re.Match[str]) -> Span:
    """The name as an article would write it: "Jake Dovik" where the label is in capitals."""
    name = label["name"]
    return Span(start=label.start("name"), end=label.end("name"), text=name.title() if name.isupper() else name)
