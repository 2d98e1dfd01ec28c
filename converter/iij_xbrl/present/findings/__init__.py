"""The findings of a check, for a person and for programs."""
