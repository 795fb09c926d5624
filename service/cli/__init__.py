"""The command line. Every error is one line on stderr with exit status 2; nothing here computes a score."""

from service.cli.entry import main

__all__ = ["main"]
