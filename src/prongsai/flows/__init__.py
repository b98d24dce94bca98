"""Use cases that drive several stages: each is one transaction, read from top to bottom.

Never reaches tables itself: it calls services of the stages, in the order in which they happen.
"""
