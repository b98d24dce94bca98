"""Agencies and their units; which agency is active; what belongs to one.

Never shows one agency what is another's.
"""
