"""A rulebook: a folder of data files with a version and a hash, and the matchers compiled from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from rules.errors import RulebookError
from rules.model import Record
from rules.rulebook import files

T = TypeVar("T")


class _Header(Record, frozen=True, kw_only=True):
    version: str


class Rulebook:
    """The data that judges. Nothing in it changes after loading; equal data have equal `sha256`."""

    def __init__(self, directory: Path | None = None) -> None:
        self.directory = directory or files.DATA
        self._read: set[Path] = set()
        self.version = self.table("rulebook.yaml", _Header).version
        self.sha256 = files.digest(self.directory)
        self._parts: dict[Callable[[Rulebook], Any], Any] = {}

    def refuse_unread(self) -> None:
        """Raises RulebookError for a YAML file that no part asked for: in a wrong folder it would be passed over."""
        for path in sorted({*self.directory.rglob("*.yaml"), *self.directory.rglob("*.yml")} - self._read):
            problem = "nothing reads this file: rules stand in rules/*.yaml, cues in en/cues/*.yaml, " \
                "sources in registry/*.yaml"
            raise RulebookError(path.relative_to(self.directory).as_posix(), 1, problem)

    def entries(self, pattern: str, kind: type[T]) -> tuple[T, ...]:
        """Entries of the YAML lists matching `pattern` (`en/cues/*.yaml`), each a record of `kind`."""
        self._read.update(self.directory.glob(pattern))
        return files.read_all(self.directory, pattern, kind)

    def table(self, name: str, kind: type[T]) -> T:
        """The YAML mapping in the file `name`, as a record of `kind`."""
        self._read.add(self.directory / name)
        return files.read_one(self.directory, name, kind)

    def blame(self, pattern: str, text: str, problem: str, entry: str = "") -> RulebookError:
        """The error for entries that are wrong together: at the last line with `text` in the files of `pattern`.

        Of an `entry`, named by its id, it is the first such line.
        """
        place = files.last_line(self.directory, pattern, f"id: {entry}" if entry else text) or (pattern, 1)
        if entry and place != (pattern, 1):
            place = files.next_line(self.directory, place, text)
        return RulebookError(*place, problem)

    def trained(self, name: str, kind: type[T]) -> T:
        """The JSON file of a trained model, as a value of `kind`."""
        return files.read_trained(self.directory, name, kind)

    def binary(self, name: str) -> bytes:
        """The bytes of a file such as a trained model."""
        return files.read_bytes(self.directory, name)

    def path(self, name: str) -> Path:
        """Where a file lies, for libraries that open their models themselves."""
        return self.directory / name

    def part(self, build: Callable[[Rulebook], T]) -> T:
        """What `build` compiles from this rulebook, made once and shared: `rulebook.part(HedgeFinder)`."""
        if (part := self._parts.get(build)) is None:
            part = self._parts[build] = build(self)
        found: T = part
        return found
