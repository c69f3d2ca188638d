"""Alerts: what of `marts.alerts` is news is sent once, to whoever is told of it.

`due` says what is news (pure), `ledger` remembers what was told to whom; `feeds`, `calendar`,
`mail` and `webhook` are the ways it goes out, and `telling` holds them together.
"""
