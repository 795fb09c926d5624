"""The rules, cues, source classes and weights as data files, with a version and a hash."""

from rules.rulebook.rulebook import Rulebook

__all__ = ["Rulebook"]
