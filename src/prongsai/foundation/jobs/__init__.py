"""Work that nobody waits for, a row each, and the worker that does it.

Never knows what a job is about: a kind is a word, and the settings say which function does it.
"""
