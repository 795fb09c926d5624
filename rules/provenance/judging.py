"""From the clues in a name to who it is: the organisation of the registry, else a class and a side."""

from __future__ import annotations

import re

import msgspec

from rules.provenance.bases import AGED, ALIAS, NOTHING, SIDE, SPEAKS
from rules.provenance.bodies import BodyNames
from rules.provenance.classes import MEDIA, OFFICIAL, PARTY, SOCIAL, STATE_MEDIA, UNATTRIBUTED, WITNESS
from rules.provenance.impressions import Impressions
from rules.provenance.lexicon import ACRONYM, Lexicon, Word
from rules.provenance.making import IdentityMaker
from rules.provenance.names import STOP
from rules.provenance.naming import Clues, NameReader
from rules.provenance.records import Identity, Title
from rules.provenance.sides import SideJudge
from rules.provenance.tables import Tables
from rules.provenance.within import NamesWithin
from rules.rulebook import Rulebook

_OWNS = re.compile(r"\w[’'](?:s |(?<=s[’']) )")


class ClueJudge:
    """Judges a name by its words: by the registry before titles, by titles before what is left of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._lexicon, self._grammar = rulebook.part(Lexicon), rulebook.part(Tables).grammar
        self._bodies, self._sides = rulebook.part(BodyNames), rulebook.part(SideJudge)
        self._make, self._reader = rulebook.part(IdentityMaker), NameReader(self._lexicon)
        self._within = NamesWithin(rulebook, self.identity)
        self._impressions = rulebook.part(Impressions)

    def identity(self, name: str) -> Identity:
        """Who bears a name that the registry does not have as it stands."""
        tokens = list(self._lexicon.keys.tokens(name))
        key = " ".join([t.key for t in tokens if t.key != STOP])
        known = self._listed(name, key) or self._within.of(name)
        return known or self._judged(name, key, self._reader.read(name, tokens))

    def _listed(self, name: str, key: str) -> Identity | None:
        """The organisation that the registry has by this name and its spelling."""
        bare = self._lexicon.words.get(key.removeprefix("the "), ())
        if name.islower() and any(word.title for word in bare):
            return None  # "the economist" is one
        for word in self._lexicon.words.get(key, bare):
            if word.organisation and word.spelled in ("", name.lower()) and not _is_misspelt(word, name):
                return self._make.of_organisation(word.organisation, ALIAS)
        return None

    def _judged(self, name: str, key: str, clues: Clues) -> Identity:
        if clues.organisation:
            basis = f"title “{_label(clues.head)}”" if clues.head else "its name holds one of the registry"
            return self._make.of_organisation(clues.organisation, basis)
        if clues.people:
            class_ = PARTY if clues.ties else WITNESS
            return self._make.unnamed(name, class_, self._sides.side(clues, class_), "names people of a country")
        if clues.head:
            return self._by_title(name, clues, clues.head)
        if clues.proper:
            return self._unknown(name, clues)
        if clues.sides and not clues.pronoun:
            return self._within.behind_country(name) or self._of_country(name, clues)
        if country := self._sides.country(key):
            return self._make.of_class(f"government:{country}", country, OFFICIAL, None, SIDE)
        return self._make.unnamed(name, self._impressions.second(name, UNATTRIBUTED), None, NOTHING)

    def _by_title(self, name: str, clues: Clues, head: Title) -> Identity:
        if body := self._spoken_for(clues):
            return body
        deciding = self._bodies.named_so(clues.proper, clues.complement or head)
        class_ = (clues.proper and deciding.named_class) or deciding.class_ or head.class_ or UNATTRIBUTED
        class_ = STATE_MEDIA if class_ == MEDIA and clues.official else class_
        if class_ != SOCIAL and not self._is_plain(clues, deciding):  # whose a post is tells `evidence.py`
            sounds = self._impressions.second(name, class_, sure=deciding.breaks)
            if sounds != class_:  # "an organiser of the rally outside parliament" holds no office
                class_, deciding = sounds, msgspec.structs.replace(deciding, office=None)
        side = self._sides.side(clues, class_)
        if side and deciding.regular and clues.sides == (side,) and not clues.ties:
            class_ = self._sides.class_of(side)
        if side and class_ == OFFICIAL and head.speaks_for and not deciding.office:
            class_ = self._sides.class_of(side)
        basis = f"{'title' if deciding.office else 'head noun'} “{_label(deciding)}”"
        if self._bodies.holds(clues, deciding):
            return self._of_body(name, clues, basis)
        if deciding.office and (office := self._sides.office(name, clues, deciding, side, basis)):
            return office
        if not clues.proper and clues.modifiers and deciding is head and head.kind and head.class_ == OFFICIAL:
            return self._make.of_class(f"name:{clues.modifiers}", name, class_, side, basis)
        if not clues.proper or deciding.hides:
            return self._make.unnamed(name, class_, side, basis, deciding.branch)
        shown = self._among(name, clues.proper) if class_ == WITNESS else clues.proper
        return self._make.of_class(self._bodies.id(clues.proper), shown, class_, side, basis, deciding.branch)

    def _of_country(self, name: str, clues: Clues) -> Identity:
        """The government of a side that is named, unless the words beside sound like others: "an Afghan girl"."""
        class_ = self._impressions.second(name.partition(",")[0], OFFICIAL)
        if clues.fights or class_ == OFFICIAL:
            return self._sides.government(name, clues)
        return self._make.unnamed(name, class_, self._sides.side(clues, class_), SIDE)

    def _is_plain(self, clues: Clues, deciding: Title) -> bool:
        """Whether a title leaves no doubt: an office of a state, or one that says that he is hidden."""
        sure = deciding.hides or (clues.proper and deciding.named_class)
        return bool(sure or clues.ties or (deciding.office and not deciding.common))

    def _among(self, name: str, proper: str) -> str:
        """How witnesses are called whom only a place or a body tells apart: "doctors at Vale Hospital" are not that."""
        people, place, behind = self._make.called(name).rpartition(proper)
        last = [word for word in people.lower().split() if word not in self._grammar.articles][1:][-1:]
        among = place and not behind and last and last[0] in self._grammar.parts
        return f"{people[0].lower()}{people[1:]}{proper}" if among else proper

    def _of_body(self, name: str, clues: Clues, basis: str) -> Identity:
        """Who holds a post of an unlisted body, or that body where he has no name of his own."""
        class_ = self._impressions.second(name, self._bodies.class_of(clues.body) or PARTY)
        if not clues.proper and _OWNS.search(name):  # "Fairhand's directors" are not Fairhand
            return self._make.unnamed(name, class_, None, basis)
        called = clues.proper if clues.proper and clues.proper not in clues.body else clues.body
        return self._make.of_class(self._bodies.id(called), called, class_, None, basis)

    def _spoken_for(self, clues: Clues) -> Identity | None:
        """The body whose spokesman it is, if that has a name: he speaks for it, whatever he is called himself.

        One word of which nothing else is known may be a surname.
        """
        body = self.identity(clues.spoken_for) if clues.spoken_for else None
        if body is None or not body.named:
            return None
        if body.class_ != UNATTRIBUTED:
            return msgspec.structs.replace(body, basis=SPEAKS)
        if " " not in body.name:
            return None
        return self._make.of_class(body.id, body.name, self._bodies.class_of(body.name) or PARTY, None, SPEAKS)

    def _unknown(self, name: str, clues: Clues) -> Identity:
        class_, basis = (WITNESS, AGED) if clues.aged else (UNATTRIBUTED, NOTHING)
        if clues.body and (of_body := self._bodies.class_of(clues.body)):
            class_, basis = of_body, "of a body whose name tells"
        told = clues.told or self._bodies.told(clues.proper)
        if told and told.class_:
            class_, basis = told.class_, f"named or told of like a “{_label(told)}”"
        class_ = self._impressions.second(name, class_)
        return self._make.of_class(self._bodies.id(clues.proper), clues.proper, class_, None, basis)


def _is_misspelt(word: Word, name: str) -> bool:
    """Whether an acronym of three letters is written as a word, which then means something else: "Spa", "Let"."""
    return word.capitals == (ACRONYM,) and any(c.isupper() for c in name) and not name.split()[-1].isupper()


def _label(title: Title | None) -> str:
    return title.words[0] if title else ""
