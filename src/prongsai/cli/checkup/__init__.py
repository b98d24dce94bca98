"""What `prongsai doctor` looks at: each check says what it saw, and what to do about it.

Never changes anything. Imports Django: only the command imports it, and only when it is called.
"""
