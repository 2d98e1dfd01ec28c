"""Many releases: plan (names), keys (what is done), pool (processes), work (of one), shards (tables), run (all)."""
