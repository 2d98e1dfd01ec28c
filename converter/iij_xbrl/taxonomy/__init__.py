"""The taxonomy: its source language, the compiler, and the run-time index."""
