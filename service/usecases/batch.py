"""Scoring many cases: a row in, a row out, in the same order; a bad row spoils only itself."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

import msgspec

from rules import CorroboraError, Rulebook, assess
from rules.model import Assessment
from service.errors import Problem, ServiceError, TooMuchError
from service.runtime import Runtime
from service.schemas.decoding import case
from service.web.problems import problem_of

log = logging.getLogger(__name__)
_encode = msgspec.json.Encoder().encode


class BadRow(msgspec.Struct):
    """What an output row is instead of an assessment: the number of the input line, from 1, and what is wrong there."""

    line: int
    problem: Problem


def answers(blocks: Iterable[list[bytes | None]], run: Runtime) -> Iterator[bytes]:
    """Blocks of rows: one JSON row for each line that is not blank. None stands for a line that was too long."""
    first = 1
    try:
        for lines in blocks:
            given = [(i, line) for i, line in enumerate(lines, first) if line is None or line.strip()]
            rulebook = run.rulebook
            rows = [_row(number, line, rulebook, run) for number, line in given]
            first += len(lines)
            yield b"".join([_encode(row) + b"\n" for row in rows])
            if first > run.settings.max_batch_lines:
                raise TooMuchError("No more lines are taken at once.")
    except ServiceError as error:
        yield _encode(BadRow(first, problem_of(error))) + b"\n"


def _row(number: int, line: bytes | None, rulebook: Rulebook, run: Runtime) -> Assessment | BadRow:
    try:
        if line is None:
            raise TooMuchError(f"The line is longer than the {run.settings.max_body} bytes that are taken.")
        return assess(case(line, run.limits), rulebook)
    except (ServiceError, CorroboraError) as error:
        return BadRow(number, problem_of(error))
    except Exception as error:
        log.exception("line %d of a batch failed", number)
        return BadRow(number, problem_of(error))
