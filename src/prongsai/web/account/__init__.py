"""Pages of a person's own account: the password, second factors, passkeys, where one is signed in.

Never shows the account of somebody else.
"""
