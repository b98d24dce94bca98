"""Files that prove something: told by their bytes, rid of what they carry besides, shown in short.

All of it happens in a process of its own (`apart`, ADR 22).
"""
