"""An agency's year: its framework kept by hash, its dates, who is in charge, and its results.

Never scores: rows go to the core by `mapping`, and what the core says is what is shown.
"""
