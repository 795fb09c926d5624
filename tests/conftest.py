"""Settings of all tests: a property may take its time on a busy machine, and CI tries the same examples every time.

The rulebook that ships is compiled once for all tests of a process: that takes half a second, and nothing changes it.
"""

import os
from functools import cache

import pytest
from hypothesis import settings

import rules
from service import runtime

settings.register_profile("corrobora", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("corrobora")

load, shipped = rules.load_rulebook, cache(rules.load_rulebook)
rules.load_rulebook = runtime.load_rulebook = lambda directory=None: load(directory) if directory else shipped()


@pytest.fixture(scope="session")
def rulebook() -> rules.Rulebook:
    return rules.load_rulebook()
