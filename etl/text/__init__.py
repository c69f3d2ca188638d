"""Who speaks of what, and how: pure functions from values to values.

`speech` tells who says what, `bills` what bills are and what was done with them; the rest is shared
by both, or finds names, stance, claims, copies and what files hold.
"""
