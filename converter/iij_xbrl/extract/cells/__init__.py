"""Cells: numbers, units and signs in them, and the columns that hold parts of others."""
