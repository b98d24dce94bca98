"""Pages of the staff. A view loads what the request names and makes one call inwards.

Never writes to a table itself, never decides who may do what.
"""
