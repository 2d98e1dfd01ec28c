"""The texts of a page: characters become words, words lines, and lines the order in which a page is read."""
