"""Names of one text that come again in a shorter form: a surname, a company without "Ltd", an acronym."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rules.model import Link, Record, Span
from rules.provenance import Identity
from rules.provenance.bases import SLIGHT
from rules.provenance.classes import UNATTRIBUTED
from rules.provenance.making import is_unlisted
from rules.reading.sources.anaphora import WORD

_HONOURS = frozenset({"jr", "sr", "kc", "qc", "mp", "mep", "msp", "phd", "md", "obe", "mbe", "cbe", "esq"})


class Voice(Record, frozen=True, kw_only=True):
    """A source where it is named, with who it is; `kind` as in `Anaphor`, or unknown for a bare name.

    `apposed` is the name behind an office: "Ana Dovik" of "the governor of Lorn, Ana Dovik".
    `lag`: by how much less likely than by its place "he" means it, in half sentences; below 0 whom somebody asked.
    """

    start: int
    end: int
    text: str
    identity: Identity
    kind: str
    apposed: str = ""
    speaks: bool = False
    gender: str | None = None
    lag: int = 0

    def again(self, span: Span) -> Voice:
        """This voice as it speaks at `span`, whatever the text calls it there."""
        return msgspec.structs.replace(self, start=span.start, end=span.end, speaks=True)

    def link(self) -> Link:
        """This voice as a link of a chain."""
        known = self.identity
        return Link(name=known.name, start=self.start, end=self.end, class_=known.class_, side=known.side)


class Names:
    """The full names of one text by their forms and gender: those of who has spoken, the last first, before others."""

    def __init__(self) -> None:
        self._spoke: dict[tuple[str, str | None], Voice] = {}
        self._named: dict[tuple[str, str | None], Voice] = {}
        self._titled: dict[str, Identity] = {}
        self._bearers: dict[str, dict[str, str | None]] = {}

    def add(self, voice: Voice, whole: bool = False) -> None:
        """Remembers a voice by the forms of its name; of several whoever spoke wins, else the longest name with a
        class.

        A `whole` name of one word stands for itself and is neither a surname nor a short form.
        """
        words = _words(_name(voice)) if voice.identity.named else []
        if not words:
            return
        if len(words) > 1:
            self._bearers.setdefault(words[-1], {})[" ".join(words)] = voice.gender
        elif voice.identity.class_ != UNATTRIBUTED and is_unlisted(voice.identity):
            self._titled[words[0]] = voice.identity
        forms = (" ".join(words), *_forms(voice, words)) if whole else _forms(voice, words)
        for key in ((form, gender) for form in forms for gender in {None, voice.gender}):
            known = self._named.get(key)
            if voice.speaks:
                self._spoke[key] = voice
            elif known is None or _rank(voice) >= _rank(known):
                self._named[key] = voice

    def add_publisher(self, voice: Voice) -> None:
        """Remembers an outlet under its last word, its last two and its initials."""
        words = _words(voice.identity.name)
        initials = "".join(w[0] for w in WORD.findall(voice.identity.name) if w[0].isupper()).lower()
        for form in (words[-1:], words[-2:], [initials]):
            self._named[" ".join(form), None] = voice

    def full(self, voice: Voice) -> Voice | None:
        """The fuller name of which an unlisted name is a short form; of several the one with a class or who spoke.

        A surname without a full name may have a title elsewhere: "President Dovik". An age or "Dr" beside a surname
        ("Dovik, 52") tells less than a full name, so that the full name wins.
        """
        apposed = self._is_surname_apposed(voice)
        slight = voice.identity.basis in SLIGHT or apposed
        if not is_unlisted(voice.identity) or not (slight or voice.identity.class_ == UNATTRIBUTED):
            return None
        form = " ".join(_words(voice.identity.name))
        keys = [(form, voice.gender), (form, None)] if voice.gender else [(form, None)]
        of_form = [names[key] for key in keys for names in (self._spoke, self._named) if key in names]
        found = [v for v in of_form if _agree(v.gender, voice.gender)]
        if apposed:  # "Ana Dovik, adviser to the king" stands for him, "Dovik, an adviser" does not
            found = [v for v in found if _words(v.identity.name)[-1:] == [form]]
        known = next((v for v in found if v.identity.class_ != UNATTRIBUTED), None)
        if slight:
            return known or (_classed(found[0], voice.identity) if apposed and found else None)
        bearers = [g for g in self._bearers.get(form, {}).values() if _agree(g, voice.gender)]
        if known is None and (form, None) not in self._spoke and len(bearers) > 1:
            return None
        return known or (self._entitled(found[0] if found else voice) if found or form in self._titled else None)

    def _is_surname_apposed(self, voice: Voice) -> bool:
        """Whether the surname of one bearer comes with what he is: "Dovik, a former mayor" after "Ana Dovik"."""
        name, class_ = voice.identity.name, voice.identity.class_
        alone = " " not in name and class_ != UNATTRIBUTED and voice.text.startswith(f"{name},")
        return alone and len(self._bearers.get(name.lower(), ())) == 1

    def _entitled(self, voice: Voice) -> Voice:
        """A full name with the class that a title gives its surname elsewhere, where nobody else bears that."""
        surname = _words(_name(voice))[-1]
        title = self._titled.get(surname)
        if title is None or len(self._bearers.get(surname, ())) > 1:
            return voice
        return _classed(voice, title)


def _classed(voice: Voice, told: Identity) -> Voice:
    """The voice with the class and side that another name of it tells."""
    identity = msgspec.structs.replace(
        voice.identity, class_=told.class_, side=told.side, reliability=told.reliability, basis=told.basis
    )
    return msgspec.structs.replace(voice, identity=identity)


def _agree(one: str | None, other: str | None) -> bool:
    return None in (one, other) or one == other


def _rank(voice: Voice) -> tuple[int, bool]:
    return len(_words(_name(voice))), voice.identity.class_ != UNATTRIBUTED


def _name(voice: Voice) -> str:
    """The bare name of somebody unlisted; of others the words of the text, as the registry names their body."""
    return voice.identity.name if is_unlisted(voice.identity) else voice.apposed or voice.text


def _words(name: str) -> list[str]:
    """The words of a name in small letters, without "KC" and the like at its end."""
    words = [w.lower().rstrip(".") for w in WORD.findall(name.split(",")[0])]
    while len(words) > 1 and words[-1] in _HONOURS:
        words.pop()
    return words


def _forms(voice: Voice, words: Sequence[str]) -> Iterator[str]:
    """The short forms of a full name: a person's first name and last words, an organisation's first and last.

    A title and one word are no full name: "Senator Dovik" does not tell which Dovik it is; "his wife, Ana" does.
    """
    if voice.kind == "person":
        yield from (words[0], words[-1], " ".join(words[-2:])) if len(words) > 1 or "," in voice.text else ()
    elif is_unlisted(voice.identity):
        if len(words) > 1 or any(w[0].islower() for w in voice.text.split()):
            yield " ".join(words)
        if len(words) > 1 and voice.identity.name.istitle():
            yield from (words[0], words[-1], " ".join(words[:-1]), "".join(w[0] for w in words if w != "and"))
