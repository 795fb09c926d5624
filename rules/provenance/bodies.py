"""What the name of a body that no list has tells of it: its class, its id, whether a post of it is one of a state."""

from __future__ import annotations

from rules.provenance.lexicon import Lexicon
from rules.provenance.names import STOP
from rules.provenance.naming import Clues
from rules.provenance.records import Title
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

_ARMY, _UNIT = "armed_forces", "unit"


class BodyNames:
    """Reads the names of bodies by their first and last words."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._lexicon, self._levels = rulebook.part(Lexicon), rulebook.part(Tables).grammar.levels

    def id(self, proper: str) -> str:
        """The id of an unlisted name, the same for "Fire & Rescue" and "Fire and Rescue"."""
        return f"name:{self._lexicon.keys.of(proper)}".replace(" and ", " ")

    def lists(self, name: str) -> bool:
        """Whether the registry has an organisation by this name."""
        key = " ".join([t.key for t in self._lexicon.keys.tokens(name) if t.key != STOP])
        return any(word.organisation for word in self._lexicon.words.get(key, ()))

    def class_of(self, body: str) -> str | None:
        """The class that the last word of a body's name tells: "Northwold Utilities"."""
        first, _, tail = body.rpartition(" ")
        title = self._lexicon.tails.get(tail) if first else None
        return title.class_ if title else None

    def told(self, proper: str) -> Title | None:
        """The kind of body or person that the last or the first word of a name of several tells."""
        first, _, tail = proper.rpartition(" ")
        return (self._lexicon.tails.get(tail) if first else None) or self._lexicon.openings.get(first.partition(" ")[0])

    def named_so(self, proper: str, title: Title) -> Title:
        """The title, or what its word means at the end of a name: a post is social media, "the Lorn Post" an outlet.

        What begins the name of an army may tell that it is of no state: "the Free Lorn Army".
        """
        first, _, tail = proper.rpartition(" ")
        opening = self._lexicon.openings.get(proper.partition(" ")[0])
        if opening and opening.id == _UNIT and title.office == _ARMY:
            return opening
        ends = self._lexicon.tails.get(tail) if first and tail.lower() in title.words else None
        return ends or title

    def holds(self, clues: Clues, title: Title) -> bool:
        """Whether a post such as "head" or "president" is one of an unlisted body, and not of a state or its agency.

        An agency is likely an acronym ("the EPA"), but has no president, or of some level of government. A president
        of one unknown word may be a country's.
        """
        body = clues.body
        if not body or not title.common or self._names_level(body):
            return False
        if title.office:
            return clues.glossed or body.isupper() or " " in body
        return not body.isupper()

    def _names_level(self, body: str) -> bool:
        """Whether a body's name has a level of government, so that it is likely one of the state: "county", "federal".
        """
        return any(word.lower() in self._levels for word in body.split())
