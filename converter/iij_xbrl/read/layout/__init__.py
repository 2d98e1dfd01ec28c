"""The layout of pages: characters -> words -> lines -> tables and paragraphs -> blocks, by geometry alone.

Each stage is a module of pure functions over boxes, and what it gives can be looked at alone. Rules drawn on the page
are hints; pages without any are read by the same functions. Pages come from PDF, and from text set with spaces.
"""
