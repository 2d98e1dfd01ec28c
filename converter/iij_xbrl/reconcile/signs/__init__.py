"""The signs of figures: the conventions of a table, proved by its sums or told by its labels."""
