"""Whom a source stands for: names, pronouns and role nouns, and who speaks for whom."""
