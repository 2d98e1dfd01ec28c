"""Heads of columns: which rows they are, what each column is of, and what titles add."""
