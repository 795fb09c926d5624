"""Every example in a docstring gives what it says."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module

import pytest

import rules
import service

BY_THEMSELVES = ("service.wsgi", "service.migrations")
"""Modules that do something when they are imported."""
MODULES = [found.name for package in (rules, service)
           for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
           if not found.name.startswith(BY_THEMSELVES)]


@pytest.mark.parametrize("name", MODULES)
def test_its_examples_hold(name):
    assert doctest.testmod(import_module(name)).failed == 0
