"""Settings of all tests: a property may take its time on a busy machine."""

from hypothesis import settings

settings.register_profile("corrobora", deadline=None)
settings.load_profile("corrobora")
