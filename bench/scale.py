"""What matching costs at scale: `python -m bench.scale [SIZE …]` (100,000 and 1,000,000 claims unless said otherwise).

Claims are made up from a vocabulary with the word frequencies of news. An article of twenty claims is linked: the index
proposes for each, the pair model judges the best proposals. Prints milliseconds of processor time per article and per
query (medians; all work is in one thread), for storing one claim, and the memory that index and texts take.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from resource import getpagesize

import msgspec

from bench._data import command_line, print_figures
from rules.matching import Index, PairModel
from rules.matching.frequencies import FILE
from rules.matching.profile import Profiler
from rules.rulebook import Rulebook

_SEED = 20230522
_ARTICLES, _CLAIMS, _JUDGED = 15, 20, 10
_NAMES = 200_000
_PAGE = getpagesize()


def main() -> None:
    """Print one JSON line for each size."""
    parser = command_line(__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[100_000, 1_000_000])
    for size in parser.parse_args().sizes:
        print_figures(**measure(size))


def measure(size: int) -> dict[str, float | int]:
    """Build an index of `size` claims and link articles against it."""
    rulebook = Rulebook()
    rulebook.part(PairModel)
    texts: dict[str, str] = {}
    source, before = _claims(rulebook), _memory()
    index = Index(rulebook)
    start = time.process_time()
    for number in range(size):
        texts[str(number)] = next(source)
        index.add(str(number), texts[str(number)])
    storing = time.process_time() - start
    grown = _memory() - before
    articles = [[next(source) for _ in range(_CLAIMS)] for _ in range(_ARTICLES)]
    queries = [_milliseconds(lambda c=claim: index.query(c, _JUDGED)) for claim in articles[0]]
    linking = [_milliseconds(lambda a=article: _link(a, index, texts, rulebook)) for article in articles]
    return {
        "claims": size,
        "article_ms": statistics.median(linking),
        "query_ms": statistics.median(queries),
        "add_ms": 1000 * storing / size,
        "bytes_per_claim": grown // size,
        "megabytes": grown // 2**20,
    }


def _link(article: list[str], index: Index, texts: dict[str, str], rulebook: Rulebook) -> list[float]:
    """What linking does for every claim of an article: propose, compare."""
    profiler, model = rulebook.part(Profiler), rulebook.part(PairModel)
    scores = []
    for claim in article:
        profile = profiler.profile(claim)
        for stored, _ in index.query(claim, _JUDGED):
            scores.append(model.log_odds(profile, profiler.profile(texts[stored])))
    return scores


def _claims(rulebook: Rulebook) -> Iterator[str]:
    """Endless made-up claims of 6 to 20 words: common words as often as in news, and names that are rare."""
    counts = msgspec.json.decode(rulebook.binary(FILE))["terms"]
    words, weights = list(counts), list(accumulate(counts.values()))
    chance = random.Random(_SEED)
    while True:
        length = chance.randint(6, 20)
        names = [f"Name{int(chance.paretovariate(0.6)) % _NAMES:x}" for _ in range(chance.randint(1, 3))]
        yield " ".join([*names, *chance.choices(words, cum_weights=weights, k=length)])


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def _memory() -> int:
    """The memory that this process holds now, in bytes (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE


if __name__ == "__main__":
    main()
