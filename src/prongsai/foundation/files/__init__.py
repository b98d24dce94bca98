"""Evidence: files kept by the hash of their bytes, outside of what a web server gives out.

Never trusts a name, and never opens somebody's bytes in this process.
"""
