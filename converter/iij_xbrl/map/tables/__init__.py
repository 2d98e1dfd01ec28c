"""Figures of tables: which line of the taxonomy each row is, and what its figures report there."""
