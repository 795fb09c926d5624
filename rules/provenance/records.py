"""What the provenance data files hold, and what provenance answers with."""

from __future__ import annotations

from rules.model import Record, Reliability
from rules.provenance.classes import OFFICIAL


class SourceClass(Record, frozen=True, kw_only=True):
    """An entry of `classes.yaml`: a kind of source, its Admiralty reliability before any track record.

    `sided` says whether a bare adjective ("Russian …") tells whom such a source speaks for; `checks` whether one
    that has no side can have checked something; `fiction` that what it tells is made up, whoever it quotes.
    `hits` and `misses` are names that do and do not get this class: the entry's tests.
    """

    id: str
    question: str
    definition: str
    reliability: Reliability
    citation: str
    sided: bool = False
    unnamed: bool = False
    checks: bool = False
    fiction: bool = False
    hits: tuple[str, ...]
    misses: tuple[str, ...]


class Side(Record, frozen=True, kw_only=True):
    """An entry of `sides.yaml`. `aliases` name it as an actor, capitals included; `adjectives` qualify others.

    `allies` and `opponents` hold both ways, whichever side lists them. `governs`: places whose officials are its own,
    with all that lies in them; a place that two sides list is disputed and tells nothing. `class_` is the class of
    the side itself when it is named as a source ("Moscow", "the Houthis"). `the`: an article belongs to its name.
    """

    id: str
    name: str
    the: bool = False
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()
    governs: tuple[str, ...] = ()
    class_: str = OFFICIAL


class Organisation(Record, frozen=True, kw_only=True):
    """An entry of `registry/*.yaml`: who speaks, under which names, through which people, on which domains.

    `office` with `side` (or `place`) says which institution it is, so that "Moscow's defence ministry" finds it. The
    surname of one of the `people` finds it alone; those `in_full` bear one that many others do ("Price"). A
    `firm`, or a club, is what "the company" may mean.
    """

    id: str
    name: str
    class_: str
    side: str | None = None
    reliability: Reliability | None = None
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    in_full: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    office: str | None = None
    place: str | None = None
    family: str | None = None
    firm: bool = False

    @property
    def individual(self) -> bool:
        """Whether it is a person alone: Hillary Clinton, but not the Kremlin, for whom others speak."""
        return self.name in self.people or self.name in self.in_full


class Title(Record, frozen=True, kw_only=True):
    """An entry of `en/titles.yaml`: nouns that say what kind of source a name belongs to.

    `class_` None leaves the class to the rest of the name. `office` is an institution that a side (or, with
    `local`, a place) has one of. `speaks_for`: whoever bears it speaks for the organisation named with it.
    `kind`: it names an organisation itself ("agency", "militia"), not people. `breaks`: it names a distance
    ("critic of", "former"), so nothing named with it lends class or side. `dissents`: an adjective tells whom they
    left ("Russian rebels"), not whom they serve. `hides`: it withholds the name. `endings` are those of words in small
    letters that no list has: whatever ends in "-ologist" is a scientist. `named_class` holds where a name follows: "the
    state agency" runs something, "the state agency Lozpress" is an outlet. `told`: what is told of somebody who has no
    title at all ("Ana Dovik, who fled"); `names`: words, with a capital, that end the names of bodies of which nothing
    else is known ("Northwold Utilities"), `opens`: those that begin them ("The Sunday Oar"). `thing`: what can be hit
    or visited as well as speak ("school"), so only where it speaks is it a source. `common`: an office that bodies of
    other kinds have too ("the union's president"). `branch`: what it is a part of in a state, a town or a trade, which
    tells those apart whom nobody names: "police" are not "the mayor", nor is "the company" "the union". `regular`: such
    fight for no party but for their state where the name tells that they are its own ("a Malian battalion").
    """

    id: str
    words: tuple[str, ...]
    endings: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    class_: str | None = None
    named_class: str | None = None
    office: str | None = None
    local: bool = False
    speaks_for: bool = False
    kind: bool = False
    breaks: bool = False
    dissents: bool = False
    hides: bool = False
    thing: bool = False
    common: bool = False
    regular: bool = False
    branch: str = ""
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


class Grammar(Record, frozen=True, kw_only=True):
    """`en/name_grammar.yaml`: the small words of a name and how sides attach to it.

    `levels` are levels of government that tell no body from another ("county", "federal"), nor do `houses` ("office").
    `parts` open a new part of a name ("of", "for"), `states` are what a country calls itself before its name
    ("Kingdom"), `bodies` what others do that no list of nouns has ("Diocese"), `callings` open a part that is a name
    ("called"), `asides` one that names no source ("on Telegram"),
    `relatives` what is told of somebody ("who"); `leads` are what those do who hold an office, `past` with what one no
    longer is is told ("who was"), `capitals` names when written so ("the WHO").
    `ties_before` and `ties_after` stand before or after the side that a source belongs to ("pro-", "-backed");
    `against` before the side that it fights ("anti-"), `descents` after one that tells nothing ("-born"). `spellings`
    are words that are written in two ways, `abbreviations` words whose full stop ends no sentence. `agents` are
    endings of nouns for people; an unlisted one gets the title with the id `person`.
    `plurals`: endings of plurals with those of their singulars. `surnames` are titles that people also bear as names,
    `holders` titles of people among those of bodies, which are no part of a name ("Judge Ana Dovik").
    """

    articles: tuple[str, ...]
    levels: tuple[str, ...]
    houses: tuple[str, ...]
    parts: tuple[str, ...]
    states: tuple[str, ...]
    bodies: frozenset[str]
    callings: tuple[str, ...]
    asides: tuple[str, ...]
    relatives: tuple[str, ...]
    leads: frozenset[str]
    past: frozenset[str]
    capitals: tuple[str, ...]
    pronouns: tuple[str, ...]
    ties_before: tuple[str, ...]
    ties_after: tuple[str, ...]
    against: tuple[str, ...]
    descents: tuple[str, ...]
    spellings: dict[str, str]
    abbreviations: tuple[str, ...]
    agents: tuple[str, ...]
    person: str
    plurals: dict[str, str]
    surnames: frozenset[str]
    holders: frozenset[str]


class Identity(Record, frozen=True, kw_only=True):
    """Who a source is. `id` is equal for all names of one organisation; `basis` says how we know.

    `named` is False for sources nobody could ask again: "residents", "officials", anonymous ones.
    `family` is the owner that several outlets share, None where it is unknown or does not apply. `branch` is that of
    the title of an official, empty where it may be any.
    """

    id: str
    name: str
    class_: str
    side: str | None
    reliability: str
    named: bool
    basis: str
    family: str | None = None
    branch: str = ""


class Mention(Record, frozen=True, kw_only=True):
    """A source named in a text, from `start` up to, not including, `end`, in code points of that text."""

    start: int
    end: int
    identity: Identity
