"""People: who they are, in which agency, what they may do, how they come in.

Never keeps a password that can be read, never tells whether an address has an account.
"""
