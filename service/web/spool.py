"""A request body taken in as fast as it comes, so that a client may send all of it before it reads any answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from tempfile import TemporaryFile
from threading import Condition, Thread
from typing import IO

from werkzeug.exceptions import RequestEntityTooLarge

from service.errors import MalformedError, ServiceError, TooMuchError

BLOCK = 32_768


class Spool:
    """Reads a body in the background into a nameless file; `lines` follows behind. Memory stays at one line."""

    def __init__(self, body: IO[bytes], longest: int) -> None:
        self._body, self._longest = body, longest
        self._file = TemporaryFile()  # noqa: SIM115 (its reader closes it)
        self._written, self._ended = 0, False
        self._error: ServiceError | None = None
        self._news = Condition()
        Thread(target=self._take, daemon=True, name="spool").start()

    def lines(self) -> Iterator[list[bytes | None]]:
        """Lines without their ends, block by block; None in place of one that is longer than `longest` bytes.

        Raises TooMuchError or MalformedError after the last line where the body did not come to its end.
        """
        kept, too_long = b"", False
        for block in self._blocks():
            *ended, rest = (kept + block).split(b"\n")
            found = [line if len(line) <= self._longest else None for line in ended]
            if too_long and found:
                found[0] = None
            too_long = len(rest) > self._longest or (too_long and not ended)
            kept = b"" if too_long else rest
            yield found
        if kept or too_long:
            yield [None if too_long else kept]
        if self._error:
            raise self._error

    def _blocks(self) -> Iterator[bytes]:
        read = 0
        with self._file:
            while self._wait_beyond(read):
                block = os.pread(self._file.fileno(), BLOCK, read)
                read += len(block)
                yield block

    def _wait_beyond(self, read: int) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._ended or self._written > read)
            return self._written > read

    def _take(self) -> None:
        try:
            while block := self._body.read(BLOCK):
                self._add(block)
        except RequestEntityTooLarge:
            self._error = TooMuchError("This is all of the body that is taken at once.")
        except Exception:
            self._error = MalformedError("The body broke off.")
        with self._news:
            self._ended = True
            self._news.notify()

    def _add(self, block: bytes) -> None:
        self._file.write(block)
        self._file.flush()
        with self._news:
            self._written += len(block)
            self._news.notify()
