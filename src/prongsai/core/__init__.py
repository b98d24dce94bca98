"""The cycle as plain Python: editions, results, scores, findings, measures, documents.

No Django, no clock, no files, no network; the standard library only. It takes values and returns
values.
"""
