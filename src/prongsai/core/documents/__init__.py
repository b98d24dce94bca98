"""Documents as data, and one builder a kind.

The same document feeds Word, PDF, the page and the tests.
"""
