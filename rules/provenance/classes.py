"""The source classes that code knows by name; what each means, and which others there are, is data (`classes.yaml`)."""

OFFICIAL = "official"
PARTY = "party"
MEDIA = "media"
STATE_MEDIA = "state_media"
SOCIAL = "social"
NGO = "ngo"
EXPERT = "expert"
WITNESS = "witness"
INDEPENDENT_VERIFICATION = "independent_verification"
ANONYMOUS = "anonymous"
UNATTRIBUTED = "unattributed"

OUTLETS = frozenset({MEDIA, STATE_MEDIA})
NAMELESS = frozenset({ANONYMOUS, UNATTRIBUTED})
"""Classes of sources that nobody could ask again."""
REQUIRED = OUTLETS | NAMELESS | {OFFICIAL, PARTY, SOCIAL, NGO, EXPERT, WITNESS, INDEPENDENT_VERIFICATION}
