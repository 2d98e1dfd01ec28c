"""Why tokens are what they are: a closed catalogue of kinds, as values.

A new kind is a class in the module of its sort (`written`, `tables`, `withdrawn`, `prose`, `no_figures`, `evidence`)
and its sentence in `english`. `render.sentence` words any reason; nothing decides on what it returns.
"""
