"""What a figure reports in its row and column: concept, members, period, unit, scale and sign."""
