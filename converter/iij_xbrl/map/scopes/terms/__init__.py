"""What sentences say of the names of periods and of columns."""
