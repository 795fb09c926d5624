"""Builds the head nouns: `python -m bench.build_nouns WORDNET_FOLDER [OUT]`, the folder that holds `data.noun`.

Every noun of WordNet that commonly means people or a building gets the title of the nearest kind above it in
`bench/noun_roots.yaml`. Prints how often that has the class of the words that `titles.yaml` lists, which are not used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

import yaml

from bench._data import command_line, print_figures
from rules.provenance.nouns import singular
from rules.provenance.tables import Tables
from rules.rulebook import Rulebook

ROOTS = Path(__file__).parent / "noun_roots.yaml"
GROUPS, PERSONS, BUILT = 14, 18, 6  # WordNet's files of groups, persons and artefacts
SLURS = re.compile(
    "slur|offensive|disparag|derogat|obscene|vulgar|insult|contempt|pejorative|prostitut|stupid|ethnic|subnormal|sexual"
    "|whore|ugly|dirty|dull|lewd|idiot|descent|dark skin"
)
PLAIN = re.compile(r"[a-z]{3,}(?:-[a-z]+)*")
HEAD = """\
# Nouns for people and bodies that titles.yaml does not list, by the title there whose kind of source they are; a plural
# is as good. `things` end like people and are none. Made by `python -m bench.build_nouns` from WordNet 3.1, Copyright
# 2011 by Princeton University, used under the WordNet licence.
"""


class Synset(NamedTuple):
    """A meaning: the number of its file, the meanings right above it, its words as written, what explains it."""

    file: int
    above: tuple[str, ...]
    words: tuple[str, ...]
    gloss: str


class WordNet:
    """The nouns of WordNet and what they are kinds of."""

    def __init__(self, folder: Path, roots: dict[str, str]) -> None:
        self._synsets = dict(map(_synset, _lines(folder / "data.noun")))
        self.senses = {f[0]: f[-int(f[2]) :] for f in map(str.split, _lines(folder / "index.noun"))}
        others = {line.split()[0] for kind in ("adj", "adv") for line in _lines(folder / f"index.{kind}")}
        self.others = others - self.senses.keys()
        rows = map(str.split, _lines(folder / "index.sense"))
        self._counts = {(key.partition("%")[0], at): int(count) for key, at, _, count in rows if "%1:" in key}
        pairs = ((key.rsplit(".", 1), title) for title, keys in roots.items() for key in keys.split())
        self._roots = {self.senses[noun][int(sense) - 1]: title for (noun, sense), title in pairs}

    def title(self, noun: str) -> tuple[str | None, bool]:
        """The title of its first sense of people, if that is common, else of its first, if that is a building.

        And whether that is a person's rather than a body's. None for names, which have a capital, and words of abuse.
        """
        people = self.people(noun)
        built = [s for s in self.senses.get(noun, [])[:1] if self._synsets[s].file == BUILT]
        if any(SLURS.search(self._synsets[s].gloss) for s in self.senses.get(noun, [])):
            return None, False
        fitting = (s for s in (*people, *built) if noun in self._synsets[s].words)
        found = ((title, self._synsets[s].file == PERSONS) for s in fitting if (title := self._nearest(s)))
        return next(found, (None, False))

    def people(self, noun: str) -> list[str]:
        """Its senses of people that are the first of all or half as common as that."""
        senses = self.senses.get(noun, [])
        counts = [self._counts.get((noun, s), 0) for s in senses]
        usual = [s for s, count in zip(senses, counts, strict=True) if s == senses[0] or 2 * count >= counts[0] > 0]
        return [s for s in usual if self._synsets[s].file in {GROUPS, PERSONS}]

    def _nearest(self, key: str) -> str | None:
        level = [key]
        while level:
            for one in level:
                if one in self._roots:
                    return self._roots[one]
            level = [above for one in level for above in self._synsets[one].above]
        return None


def main(folder: str, out: str | None = None) -> None:
    """Writes the file, or the figures alone where no file is given."""
    tables = Rulebook().part(Tables)
    wordnet = WordNet(Path(folder), yaml.safe_load(ROOTS.read_text()))
    listed = {word: title.class_ for title in tables.titles.values() for word in title.words}
    people, bodies, things = defaultdict(list), defaultdict(list), []
    for noun in sorted(filter(PLAIN.fullmatch, wordnet.senses)):
        (title, person), looks = wordnet.title(noun), _by_ending(noun, tables)
        if title and noun not in listed and title != looks:
            (people if person else bodies)[title].append(noun)
        elif looks and not title and not wordnet.people(noun):
            things.append(noun)
    things += sorted(word for word in wordnet.others if PLAIN.fullmatch(word) and _by_ending(word, tables))
    if out:
        rows = [HEAD + "people:", *_rows(people), "bodies:", *_rows(bodies), _row("things:", things)]
        Path(out).write_text("\n".join(rows) + "\n")
    judged = {singular(w, tables.grammar.plurals): c for w, c in listed.items() if c and PLAIN.fullmatch(w)}
    known = {w: tables.titles[t].class_ for w in judged if (t := wordnet.title(w)[0])}
    right = sum(known[w] == judged[w] for w in known)
    nouns = sum(map(len, (*people.values(), *bodies.values())))
    print_figures(nouns=nouns, things=len(things), answered=len(known) / len(judged), accuracy=right / len(known))


def _by_ending(noun: str, tables: Tables) -> str | None:
    """The title that a noun's ending alone gives."""
    ends = ((title.id, end) for title in tables.titles.values() for end in title.endings)
    person = tables.grammar.person if noun.endswith(tables.grammar.agents) else None
    return next((id_ for id_, end in ends if noun.endswith(end)), person)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("latin-1").splitlines() if not line.startswith("  ")]


def _synset(line: str) -> tuple[str, Synset]:
    """A line of `data.noun`: offset, file, kind, words with their numbers, pointers of four fields each, gloss."""
    data, _, gloss = line.partition(" | ")
    fields = data.split()
    first = 4 + 2 * int(fields[3], 16)
    pointers = [fields[first + 1 + 4 * n : first + 5 + 4 * n] for n in range(int(fields[first]))]
    above = tuple(p[1] for p in pointers if p[0] in {"@", "@i"} and p[2] == "n")
    return fields[0], Synset(int(fields[1]), above, tuple(fields[4:first:2]), gloss)


def _rows(grouped: dict[str, list[str]]) -> list[str]:
    return [_row(f"  {title}:", words) for title, words in sorted(grouped.items())]


def _row(key: str, words: list[str]) -> str:
    return fill(
        f"{key} {' '.join(words)}", 120, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False
    )


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("folder")
    options.add_argument("out", nargs="?")
    main(**vars(options.parse_args()))
