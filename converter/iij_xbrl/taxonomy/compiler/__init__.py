"""The model of a taxonomy becomes files: schema, linkbases, formulas and the index that is read at run time."""
