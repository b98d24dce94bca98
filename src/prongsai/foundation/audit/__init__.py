"""The record of every write: who, when, what, from what to what.

Never changes or removes a row, never refers to another table by a key.
"""
