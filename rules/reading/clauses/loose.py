"""Who speaks in a sentence without a plain reporting clause: labels, quotations after a colon, bare verbs."""

from __future__ import annotations

from collections.abc import Sequence

from rules.provenance import Registry
from rules.provenance.classes import EXPERT, MEDIA, NGO, OUTLETS, WITNESS
from rules.reading.clauses.contents import NOT_STATED
from rules.reading.clauses.cue_verbs import CueVerbs
from rules.reading.clauses.labels import LONGEST_NAME, LONGEST_RUN, Labels, clause_of
from rules.reading.sources.evidence import Evidence
from rules.reading.syntax.chains import Clause
from rules.reading.syntax.name_ends import NameEnds
from rules.reading.syntax.phrases import Phrases
from rules.reading.syntax.tokens import FINITE, Token, span_of
from rules.reading.syntax.words import clause_words
from rules.rulebook import Rulebook
from rules.text.reporting import ReportingVerbs

_SOMEBODY = frozenset({"NNP", "PRP"})
_INVERTED = frozenset({"NNP", "DT"})
_SUBJECTS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ", "CD"})
_PERCEIVING, _OWN = frozenset({WITNESS, NGO, MEDIA, EXPERT}), frozenset({"PRP$", "PRP", "IN", "TO", ".", ","})
_PREPOSITIONS = frozenset({"IN", "TO", "."})
_NEAR = 3


class LooseClauses:
    """Finds reporting clauses by the shape of the whole sentence; asked only where nothing plainer is found."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._registry = rulebook.part(Registry)
        self._evidence = rulebook.part(Evidence)
        self._phrases, self._ends = rulebook.part(Phrases), rulebook.part(NameEnds)
        self._verbs, self._cue_verbs = rulebook.part(ReportingVerbs), rulebook.part(CueVerbs)
        self._labels = rulebook.part(Labels)
        self._words = rulebook.part(clause_words)

    def find(self, tokens: Sequence[Token], text: str, alone: bool) -> list[Clause]:
        """The clauses of one sentence of `text`; `alone` where no other sentence could hold what its subject said."""
        other = self._labels.find(tokens, text, alone)
        other = other or self._introduced(tokens, text) or self._quoted(tokens, text)
        other = other or self._understood(tokens, text) or self._shown(tokens, text) or self._perceived(tokens, text)
        other = other or (self._bare(tokens, text) if alone else None)
        return [other] if other else []

    def _introduced(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"Our reporter Ana Dovik is on the bridge: “It is shaking”": what somebody named leads up to."""
        colons = (k for k, t in enumerate(tokens[:-2]) if t.text == ":" and not t.quoted)
        colon = next((k for k in colons if tokens[k + 1].quoted or self._leads(tokens, k)), 0)
        verb = next((k for k in reversed(range(colon)) if tokens[k].tag in FINITE and not tokens[k].quoted), None)
        start = self._phrases.subject_start(tokens, verb) if verb else None
        if verb is None or start is None:
            return None
        somebody = any(t.tag in _SOMEBODY or t.lower in self._words.members for t in tokens[start:verb])
        if not somebody and not self._labels.knows(tokens[start:verb], text):
            return None
        return clause_of(tokens, text, (start, verb), verb, (colon + 1, len(tokens)))

    def _leads(self, tokens: Sequence[Token], colon: int) -> bool:
        """Whether a view leads up to a whole clause: "The owner gave another account: the pump had failed"."""
        viewed = any(t.lower in self._words.accounts for t in tokens[max(0, colon - _NEAR) : colon])
        return viewed and any(t.tag in FINITE for t in tokens[colon + 1 :])

    def _quoted(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"“He sobbed,” a neighbour dished": whatever the verb, its subject says a quotation that a comma ends."""
        if not tokens[0].quoted:
            return None
        end = next((k for k, t in enumerate(tokens) if not t.quoted), len(tokens))
        verb = next((k for k in range(end, min(len(tokens), end + LONGEST_NAME)) if tokens[k].tag in FINITE), end)
        comma = "," in {t.text for t in tokens[max(0, end - 2) : end + 1]}
        if comma and verb == end and tokens[end + 1 : end + 2] and tokens[end + 1].tag in _INVERTED:  # "joked | Ana"
            named = self._ends.end_of_titled_name(tokens, end + 1)
            last = next((k for k in range(end + 1, named) if tokens[k].tag.startswith("W")), named)
            return clause_of(tokens, text, (end + 1, last), verb, (0, end))
        start = end + (end < len(tokens) and tokens[end].text == ",")
        phrase = tokens[start:verb]
        if not comma or not phrase or phrase[0].tag not in _SUBJECTS or any(t.tag.startswith("W") for t in phrase):
            return None
        return clause_of(tokens, text, (start, verb), verb, (0, end))

    def _understood(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"The Lorn Herald understands that two will resign": an outlet has it from somebody whom it does not name."""
        verb = next((k for k, t in enumerate(tokens[:LONGEST_RUN]) if t.lower in self._words.understands), 0)
        named = verb and all(t.tag in {"DT", "NNP", "NNPS"} for t in tokens[:verb]) and tokens[verb - 1].tag != "DT"
        start = verb + 1 + (tokens[verb + 1 : verb + 2] != [] and tokens[verb + 1].lower == "that")
        if not named or not any(t.tag in FINITE for t in tokens[start:]):
            return None
        return clause_of(tokens, text, (0, verb), verb, (start, len(tokens)))

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
        return clause_of(tokens, text, (first, last), verb, (verb + 1, len(tokens)))

    def _perceived(self, tokens: Sequence[Token], text: str) -> Clause | None:
        """"Residents heard two blasts": what those who were there saw or heard is what they tell."""
        verb = self._main_verb(tokens)
        seen = tokens[verb + 1 : verb + 2]
        if not verb or tokens[verb].lower not in self._words.perceives or not seen or seen[0].tag in _OWN:
            return None
        start = self._phrases.subject_start(tokens, verb)
        span = span_of(tokens[start:verb], text) if start is not None else None
        known = self._registry.identify(span.text) if span else None
        if start is None or known is None or known.class_ not in _PERCEIVING:
            return None
        tags = {token.tag for token in tokens[start:verb]}  # one person alone may be whose story is told
        reports = "NNS" in tags or (known.class_ in OUTLETS and "NN" in tags)  # "a Reuters witness heard shots"
        return clause_of(tokens, text, (start, verb), verb, (verb + 1, len(tokens))) if reports else None

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
        if start is None or not self._labels.knows(tokens[start:verb], text):
            return None
        return clause_of(tokens, text, (start, verb), verb, (0, len(tokens)))
