"""Results in somebody's file, of whatever kind: read apart, each value with where it stands.

Never decides: what is not sure, or wrong, is there to be asked about.
"""
