"""Evaluation and speed: `python -m bench.<name> [FILE]`, each printing one JSON line last; `_` begins shared parts."""
