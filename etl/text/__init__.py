"""Who speaks of what, and how: pure functions from values to values."""
