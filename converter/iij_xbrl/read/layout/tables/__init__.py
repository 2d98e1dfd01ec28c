"""The tables of a page: which lines they are, and which columns and rows these have."""
