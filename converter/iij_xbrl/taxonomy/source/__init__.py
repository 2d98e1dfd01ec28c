"""The source of a taxonomy: its files, its language, and the model that they resolve to."""
