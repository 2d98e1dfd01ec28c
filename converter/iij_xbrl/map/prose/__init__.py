"""Figures of running text: the grammar of sentences that hold figures, and what their claims report."""
