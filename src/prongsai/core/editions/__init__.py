"""The framework of a year: its model, the reader that refuses a wrong one, the crosswalk.

A fiscal year never appears in this code: years are data.
"""
