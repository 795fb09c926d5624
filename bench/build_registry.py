"""Rebuilds the outlet tables: `python -m bench.build_registry SOURCE_LISTS OUTLETS_FOLDER`.

Only what may be shipped is taken: ownership types of the State Media Monitor (MIT) and labels of Wikipedia's perennial
sources (CC BY-SA). The folder is `rules/data/outlets`; equal input gives equal files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from bench._data import command_line, print_figures, read_jsonl
from rules.provenance.records import Side
from rules.rulebook import Rulebook

CAPTURED = {
    "SC": "state-controlled",
    "CaPu": "captured public or state-managed",
    "CaPr": "captured private",
}
LETTERS = {"gr": "B", "nc": "C", "gu": "E", "d": "E"}
LABELS = {"gr": "generally reliable", "nc": "no consensus", "gu": "generally unreliable", "d": "deprecated"}
COUNTRIES = {
    "UAE": "United Arab Emirates",
    "Palestine territories": "Palestine",
    "Macao": "China",
    "DR Congo": "Democratic Republic of Congo",
    "United States of America": "United States",
}
DIVIDED = {"Yemen", "Libya", "Sudan", "Lebanon"}  # two powers there run outlets under one country's name
USER_GENERATED = frozenset(
    """ancestry.com answers.com change.org deviantart.com discogs.com facebook.com familysearch.org findagrave.com
    flickr.com geni.com gofundme.com goodreads.com imdb.com inaturalist.org indiegogo.com instagram.com kickstarter.com
    knowyourmeme.com last.fm linkedin.com livejournal.com metal-archives.com patheos.com quora.com rateyourmusic.com
    reddit.com scribd.com stackexchange.com tiktok.com tvtropes.org urbandictionary.com whosampled.com wikidata.org
    wikinews.org wikipedia.org wordpress.com x.com youtube.com""".split()  # noqa: SIM905
)
KIND = re.compile(r"^(Print|Television|TV|Radio|Online|News agency|Newspaper)\s*:\s*", re.IGNORECASE)
LONGEST_NAME = 6  # words
Key = tuple[tuple[str, str], ...]


def main(source: str, folder: str) -> None:
    """Writes `state_media.yaml` and `perennial.yaml` and prints how many outlets each holds."""
    rows = [row for row in read_jsonl(source) if row.get("domain")]
    perennial = {_domain(r): r for r in rows if r["list"] == "wp-rsp-2026"}
    letters = {domain: LETTERS[row["label"][0]] for domain, row in perennial.items()}
    state = {_domain(r): r for r in reversed(rows) if r["list"] == "state-media-monitor" and r["label"] in CAPTURED}
    state = {d: r for d, r in state.items() if letters.get(d) != "B"}
    sides = {place: s.id for s in Rulebook().entries("sides.yaml", Side) for place in s.governs}
    state_groups, record_groups = defaultdict(list), defaultdict(list)
    for domain, row in state.items():
        state_groups[_state_key(row, sides, letters.get(domain))].append(f"{domain} {_name(row)}".strip())
    for domain, row in perennial.items():
        if domain not in state:
            record_groups[_record_key(domain, row)].append(f"{domain} {_name(row)}".strip())
    _write(folder, "state_media.yaml", "State Media Monitor, Media and Journalism Research Center", "MIT", state_groups)
    _write(folder, "perennial.yaml", "Wikipedia, Reliable sources/Perennial sources", "CC BY-SA 4.0", record_groups)
    print_figures(state_media=len(state), perennial=sum(map(len, record_groups.values())))


def _state_key(row: dict[str, Any], sides: dict[str, str], letter: str | None) -> Key:
    country = COUNTRIES.get(row["country"], row["country"])
    key = {"class": "state_media", "reliability": "E" if letter == "E" else "D"}
    if country in sides and country not in DIVIDED:
        key["side"] = sides[country]
    key |= {"family": f"state of {country}", "basis": f"State Media Monitor: {CAPTURED[row['label']]}"}
    return tuple(key.items())


def _record_key(domain: str, row: dict[str, Any]) -> Key:
    label = row["label"][0]
    kind = "social" if domain in USER_GENERATED else "media"
    basis = f"Wikipedia perennial sources: {LABELS[label]}"
    return (("class", kind), ("reliability", LETTERS[label]), ("basis", basis))


def _domain(row: dict[str, Any]) -> str:
    return re.sub(r"^(www|ww|test)\.", "", row["domain"].strip().lower())


def _name(row: dict[str, Any]) -> str:
    """The name without its kind, its other names in brackets and its editions; none where it is a description."""
    name = KIND.sub("", row["name"]).split(";")[0]
    name = re.sub(r"\s*[(（].*", "", name).strip()
    return name if len(name.split()) <= LONGEST_NAME else ""


def _write(folder: str, file: str, source: str, licence: str, groups: dict[Key, list[str]]) -> None:
    table = {
        "source": source,
        "licence": licence,
        "groups": [dict(key) | {"outlets": sorted(groups[key])} for key in sorted(groups)],
    }
    text = yaml.safe_dump(table, sort_keys=False, allow_unicode=True, width=120)
    header = "# Made by `python -m bench.build_registry`, not by hand; each outlet is its domain and its name.\n"
    (Path(folder) / file).write_text(header + text, encoding="utf-8")


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("source")
    options.add_argument("folder")
    main(**vars(options.parse_args()))
