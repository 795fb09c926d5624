"""Verification statements: who checked what, by what method, and which claims that is about."""
