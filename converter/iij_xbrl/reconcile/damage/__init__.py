"""What a conversion damaged: rows and figures that are withdrawn, and what is read of them on evidence."""
