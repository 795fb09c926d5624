"""By what an identity is known, in the words that the evidence shows."""

NOTHING = "nothing known"
ALIAS = "alias in the registry"
SIDE = "names a side"
SPEAKS = "speaks for it"
"""The basis of a spokesman, who is the body for which he speaks."""
AGED = "an age is given"
SLIGHT = frozenset({AGED, "head noun “dr”"})
"""Bases that give way to anything else that a text tells of a name."""
