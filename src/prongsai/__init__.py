"""Prongsai (โปร่งใส): the yearly ITA cycle of a Thai public agency.

From the announced result to the filed document.
"""

__version__ = "0.1.0"
