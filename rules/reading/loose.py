"""Who speaks in a sentence without a plain reporting clause: posts and quotations after a colon, bare verbs."""

from __future__ import annotations

from collections.abc import Sequence

from rules.model import Span
from rules.provenance import Registry
from rules.provenance.judging import ALIAS
from rules.reading.anaphora import COUNTRY
from rules.reading.chains import Clause
from rules.reading.contents import NOT_STATED
from rules.reading.cue_verbs import CueVerbs
from rules.reading.evidence import Evidence
from rules.reading.name_ends import NameEnds
from rules.reading.people import Genders
from rules.reading.phrases import Phrases
from rules.reading.tokens import FINITE, Token, span_of
from rules.reading.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

_SOMEBODY = frozenset({"NNP", "PRP"})
_INVERTED = frozenset({"NNP", "DT"})
_SUBJECTS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ", "CD"})
_CREDITS = frozenset({":", "–", "—", "-"})
_PERCEIVING, _OWN = frozenset({"witness", "ngo", "media", "expert"}), frozenset({"PRP$", "PRP", "IN", "TO", ".", ","})
_BEHIND_HEAD, _COMMON = frozenset({"IN", "VBN", "WP", ","}), frozenset({"NN", "NNS"})
_TOLD = frozenset({"PRP", "VB", "VBG"})
_PREPOSITIONS = frozenset({"IN", "TO", "."})
_LONGEST_NAME, _LONGEST_RUN, _NEAR = 14, 5, 3
_VERBAL, _FEWEST = ("V", "MD", "CD"), 4


class LooseClauses:
    """Finds reporting clauses by the shape of the whole sentence; asked only where nothing plainer is found."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)
        self._evidence = rulebook.part(Evidence)
        self._phrases, self._ends = rulebook.part(Phrases), rulebook.part(NameEnds)
        self._verbs, self._genders = rulebook.part(ReportingVerbs), rulebook.part(Genders)
        self._cue_verbs = rulebook.part(CueVerbs)
        self._words = rulebook.part(clause_words)

    def find(self, tokens: Sequence[Token], text: str, alone: bool) -> list[Clause]:
        """The clauses of one sentence of `text`; `alone` where no other sentence could hold what its subject said."""
        other = self._credited(tokens, text, alone)
        other = other or self._posted(tokens, text) or self._introduced(tokens, text) or self._quoted(tokens, text)
        other = other or self._understood(tokens, text) or self._shown(tokens, text) or self._perceived(tokens, text)
        other = other or (self._bare(tokens, text) if alone else None)
        return [other] if other else []

    def _posted(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"Governor Tarnov: two wounded by shelling", if what stands before the colon is an office or a known name."""
        colon = next((k for k, t in enumerate(tokens[:_LONGEST_NAME]) if t.text == ":"), 0)
        start = next((k for k in range(colon) if any(map(str.isalnum, tokens[k].text))), colon)
        if start >= colon or colon + 2 >= len(tokens) or any(t.tag in FINITE or t.quoted for t in tokens[:colon]):
            return None
        headline = all(t.tag.startswith("NNP") for t in tokens[start:colon]) and colon - start > _LONGEST_RUN
        if headline or self._is_heading(tokens[start:colon], text):
            return None
        known = self._known(tokens[start:colon], text) or self._heads(tokens, start, colon, text)
        return self._clause(tokens, text, (start, colon), colon, (colon + 1, len(tokens))) if known else None

    def _is_heading(self, label: Sequence[Token], text: str) -> bool:
        """Whether a label is a topic, or tells news itself: "Photo gallery: …", "Ana Dovik dead: …"."""
        if not label[-1].tag.startswith("NN") or any(t.tag in _TOLD for t in label):
            return True
        span = span_of(label, text)
        identity = self._registry.identify(span.text) if span else None
        listed = identity is not None and (identity.basis == ALIAS or identity.id.startswith("outlet:"))
        return not listed and (label[-1].lower in self._words.headings or self._tells_news(label))

    def _tells_news(self, label: Sequence[Token]) -> bool:
        """Whether a label of several words is about a thing: "Lorn bus fare: …", "Man reportedly shot: …"."""
        end = next((k for k, t in enumerate(label) if k and t.tag in _BEHIND_HEAD), len(label))
        head = label[end - 1]
        common = head.tag in _COMMON and head.lower not in self._words.saying
        thing = common and self._registry.identify(head.text).class_ == "unattributed"
        ours = label[0].tag == "PRP$" and not any(t.tag == "NNP" for t in label)  # "Our youngest pilot: …"
        return len(label) > 1 and (thing or ours or any(t.lower.endswith("edly") for t in label))

    def _heads(self, tokens: Sequence[Token], start: int, colon: int, text: str) -> bool:
        """"Dovik: No proof of sabotage" above an article in which Ana Dovik speaks."""
        begins = not text[: tokens[0].start].strip() and colon - start == 1
        return begins and self._genders.is_surname(tokens[start].text, text)

    def _introduced(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"Our reporter Ana Dovik is on the bridge: “It is shaking”": what somebody named leads up to."""
        colons = (k for k, t in enumerate(tokens[:-2]) if t.text == ":" and not t.quoted)
        colon = next((k for k in colons if tokens[k + 1].quoted or self._leads(tokens, k)), 0)
        verb = next((k for k in reversed(range(colon)) if tokens[k].tag in FINITE and not tokens[k].quoted), None)
        start = self._phrases.subject_start(tokens, verb) if verb else None
        if verb is None or start is None:
            return None
        somebody = any(t.tag in _SOMEBODY or t.lower in self._words.members for t in tokens[start:verb])
        if not somebody and not self._known(tokens[start:verb], text):
            return None
        return self._clause(tokens, text, (start, verb), verb, (colon + 1, len(tokens)))

    def _leads(self, tokens: Sequence[Token], colon: int) -> bool:
        """Whether a view leads up to a whole clause: "The owner gave another account: the pump had failed"."""
        viewed = any(t.lower in self._words.accounts for t in tokens[max(0, colon - _NEAR) : colon])
        return viewed and any(t.tag in FINITE for t in tokens[colon + 1 :])

    def _quoted(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"“He sobbed,” a neighbour dished": whatever the verb, its subject says a quotation that a comma ends."""
        if not tokens[0].quoted:
            return None
        end = next((k for k, t in enumerate(tokens) if not t.quoted), len(tokens))
        verb = next((k for k in range(end, min(len(tokens), end + _LONGEST_NAME)) if tokens[k].tag in FINITE), end)
        comma = "," in {t.text for t in tokens[max(0, end - 2) : end + 1]}
        if comma and verb == end and tokens[end + 1 : end + 2] and tokens[end + 1].tag in _INVERTED:  # "joked | Ana"
            named = self._ends.end_of_titled_name(tokens, end + 1)
            last = next((k for k in range(end + 1, named) if tokens[k].tag.startswith("W")), named)
            return self._clause(tokens, text, (end + 1, last), verb, (0, end))
        start = end + (end < len(tokens) and tokens[end].text == ",")
        phrase = tokens[start:verb]
        if not comma or not phrase or phrase[0].tag not in _SUBJECTS or any(t.tag.startswith("W") for t in phrase):
            return None
        return self._clause(tokens, text, (start, verb), verb, (0, end))

    def _credited(self, tokens: Sequence[Token], text: str, alone: bool) -> Clause | None:
        """"Striker fails test – Evening Star", "Two dead: police", as headlines have it."""
        marks = (k for k in range(len(tokens) - 2, 1, -1) if tokens[k].text in _CREDITS)
        cut = next((k for k in marks if tokens[k].text == ":" or tokens[k - 1].end < tokens[k].start), 0)
        source = tokens[cut + 1 :]
        states = any(t.tag.startswith(_VERBAL) for t in tokens[:cut]) or (alone and cut >= _FEWEST)
        if not states or len(source) >= cut or len(source) > _LONGEST_RUN:
            return None
        if any(t.tag in FINITE or t.quoted or t.text in ".,?!" for t in source):
            return None
        return self._clause(tokens, text, (cut + 1, len(tokens)), cut, (0, cut)) if self._known(source, text) else None

    def _understood(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"The Lorn Herald understands that two will resign": an outlet has it from somebody whom it does not name."""
        verb = next((k for k, t in enumerate(tokens[:_LONGEST_RUN]) if t.lower in self._words.understands), 0)
        named = verb and all(t.tag in {"DT", "NNP", "NNPS"} for t in tokens[:verb]) and tokens[verb - 1].tag != "DT"
        start = verb + 1 + (tokens[verb + 1 : verb + 2] != [] and tokens[verb + 1].lower == "that")
        if not named or not any(t.tag in FINITE for t in tokens[start:]):
            return None
        return self._clause(tokens, text, (0, verb), verb, (start, len(tokens)))

    def _shown(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"Footage released by the militia shows a tank": whoever released it says so, but not what it is."""
        verb = self._main_verb(tokens)
        if tokens[verb].lower in self._words.be:  # "A clip posted by the militia was filmed in 2014"
            return None
        start = self._phrases.subject_start(tokens, verb) if verb else None
        subject = span_of(tokens[start:verb], text) if start is not None else None
        voice = self._evidence.voice(subject) if subject else None
        if subject is None or voice is None or voice == subject:
            return None
        first = next(k for k, t in enumerate(tokens) if t.end > voice.start)
        last = next(k for k in range(first, len(tokens) + 1) if k == len(tokens) or tokens[k].start >= voice.end)
        return self._clause(tokens, text, (first, last), verb, (verb + 1, len(tokens)))

    def _perceived(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"Residents heard two blasts": what those who were there saw or heard is what they tell."""
        verb = self._main_verb(tokens)
        if not verb or tokens[verb].lower not in self._words.perceives or tokens[verb + 1].tag in _OWN:
            return None
        start = self._phrases.subject_start(tokens, verb)
        span = span_of(tokens[start:verb], text) if start is not None else None
        known = self._registry.identify(span.text) if span else None
        if start is None or known is None or known.class_ not in _PERCEIVING:
            return None
        several = any(t.tag == "NNS" for t in tokens[start:verb])  # not one whose story is told
        return self._clause(tokens, text, (start, verb), verb, (verb + 1, len(tokens))) if several else None

    def _main_verb(self, tokens: Sequence[Token]) -> int:
        """The first finite verb that is in no relative clause; 0 where there is none behind a subject."""
        finite = (k for k, t in enumerate(tokens) if t.tag in FINITE)
        return next((k for k in finite if not self._phrases.is_relative(tokens, k)), 0)

    def _bare(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"The legion wrote on social media.": what was said is not there, but who said it is."""
        verb = self._main_verb(tokens)
        after = tokens[verb + 1 : verb + 2]
        words = [t.lower for t in (tokens[verb], *after)] if verb else []
        said = self._verbs.of(" ".join(words)) or self._verbs.of(words[0]) if words else None
        if said is None or said.act in NOT_STATED or said.lemma in self._words.never_reports:
            return None
        if self._cue_verbs.is_agentless(tokens, verb):
            return None
        if after and after[0].tag not in _PREPOSITIONS:
            return None
        start = self._phrases.subject_start(tokens, verb)
        if start is None or not self._known(tokens[start:verb], text):
            return None
        return self._clause(tokens, text, (start, verb), verb, (0, len(tokens)))

    def _known(self, tokens: Sequence[Token], text: str) -> bool:
        """Whether a phrase names a source by more than an unknown name or a country, which may be but the topic."""
        span = span_of(tokens, text)
        identity = self._registry.identify(span.text) if span else None
        return identity is not None and identity.class_ != "unattributed" and identity.basis != COUNTRY

    @staticmethod
    def _clause(
        tokens: Sequence[Token], text: str, source: tuple[int, int], cue: int, content: tuple[int, int]
    ) -> Clause | None:
        said_by, said = (span_of(tokens[a:b], text) for a, b in (source, content))
        if said_by is None or said is None:
            return None
        at = tokens[cue]
        return Clause(sources=(said_by,), cue=Span(start=at.start, end=at.end, text=at.text), content=said)
