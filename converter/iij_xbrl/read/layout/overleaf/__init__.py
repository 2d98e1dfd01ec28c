"""What goes on in the next column of text or on the next page."""
