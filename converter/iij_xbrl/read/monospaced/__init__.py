"""Text whose characters are all of one width: the tables that are set in it with spaces."""
