"""The layout of a PDF: characters -> words -> lines -> tables and paragraphs -> blocks, by geometry alone.

Each stage is a module of pure functions over boxes, and what it gives can be looked at alone. Rules drawn on the page
are hints; pages without any are read by the same functions.
"""
