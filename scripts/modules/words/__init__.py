"""Accounts for every word of a file; scripts/evaluate-words says what must be where."""
