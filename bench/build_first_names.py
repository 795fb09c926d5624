"""Builds the first names: `python -m bench.build_first_names BIRTHS OUT`.

BIRTHS is a table of first_name, sex (m or f), count and year_of_birth, as the Social Security Administration of the
United States publishes them. A name stays that is common and clear; those of other languages are written by hand, in
`bench/first_names.yaml`.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from textwrap import fill

import yaml

from bench._data import command_line, print_figures

BY_HAND = Path(__file__).parent / "first_names.yaml"
SINCE, BIRTHS, SHARE = 1940, 5000, 0.85
HEAD = """\
# First names that tell "he" from "she": of births in the United States since 1940 (Social Security
# Administration, public domain), and of other languages by hand. Made by `python -m bench.build_first_names`.
"""


def counted(path: str) -> dict[str, set[str]]:
    """The names of each gender that are common and clear."""
    with Path(path).open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if int(row["year_of_birth"]) >= SINCE]
    births = {sex: Counter[str]() for sex in "mf"}
    for row in rows:
        births[row["sex"].lower()][row["first_name"].lower()] += int(float(row["count"]))
    both = births["m"] + births["f"]
    common = [name for name, count in both.items() if count >= BIRTHS]
    clear = ((gender, [n for n in common if births[gender[0]][n] >= SHARE * both[n]]) for gender in ("female", "male"))
    return {gender: set(names) for gender, names in clear}


def main(births: str, out: str) -> None:
    """Writes the file and prints how many names it has."""
    by_hand = yaml.safe_load(BY_HAND.read_text(encoding="utf-8"))
    words = {key: set(names.split()) for key, names in by_hand.items()}
    names = {gender: found | words[gender] for gender, found in counted(births).items()}
    unclear = names["male"] & names["female"] | words["neither"]
    rows = (f"{gender}: {' '.join(sorted(found - unclear))}" for gender, found in names.items())
    blocks = [fill(row, 118, subsequent_indent="  ", break_on_hyphens=False) for row in rows]
    Path(out).write_text(HEAD + "\n".join(blocks) + "\n", encoding="utf-8")
    print_figures(**{gender: len(found - unclear) for gender, found in names.items()})


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("births")
    options.add_argument("out")
    main(**vars(options.parse_args()))
