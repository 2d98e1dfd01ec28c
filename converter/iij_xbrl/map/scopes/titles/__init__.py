"""What titles, headings and captions say of the figures below them, and what they close."""
