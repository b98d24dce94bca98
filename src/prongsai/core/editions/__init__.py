"""The framework of a year: its model, the reader that refuses a wrong one, and the crosswalk between years.

A fiscal year never appears in this code: years are data.
"""
