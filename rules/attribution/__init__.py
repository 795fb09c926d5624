"""Who says what: sources, cues and contents of a text, and which belong together."""

from rules.attribution.attributor import Attributor

__all__ = ["Attributor"]
