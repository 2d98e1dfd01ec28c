"""Which place of the taxonomy a table prints, and which of its lines each row is."""
