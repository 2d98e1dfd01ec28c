"""The words that a taxonomy, a language and a document know, and accounts for each word of a text."""
