"""What heads, groups, remarks and notes within a table say of its figures, and what they close."""
