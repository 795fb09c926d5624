"""Settings of all tests: a property may take its time on a busy machine, and CI tries the same examples every time."""

import os

from hypothesis import settings

settings.register_profile("corrobora", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("corrobora")
