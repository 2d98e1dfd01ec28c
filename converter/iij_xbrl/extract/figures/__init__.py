"""Figures that nothing maps: what the words of their page alone say of them, and files of figures."""
