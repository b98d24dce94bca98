"""Everything of an installation in one sealed file, and an installation out of it again.

Never writes over anything that is there, and never keeps what it could not check.
"""
