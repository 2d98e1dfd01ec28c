"""The search for wrong figures: what binds figures, and the slips that explain what fails."""
