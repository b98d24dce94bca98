"""What a document says: values with their place, the words they came from, and how sure they are.

A plan of ours and somebody's Word file become the same Reading, so that one set of checks serves
both.
"""
