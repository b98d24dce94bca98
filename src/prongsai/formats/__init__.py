"""Bytes to core objects and back: what agencies hand in, what they get out. No Django."""
