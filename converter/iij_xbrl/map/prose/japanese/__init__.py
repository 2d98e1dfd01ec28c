"""Japanese sentences: what they claim of figures."""
