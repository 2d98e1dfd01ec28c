"""The grammar of sentences: each rule reads one form of statement at a cursor."""
