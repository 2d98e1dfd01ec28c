"""PDF: what pdfium says of the pages of a file, in a process of its own; their layout becomes a document."""
