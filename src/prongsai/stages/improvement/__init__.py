"""What an agency does about its weak results: the measures of a year, as rows.

Never proposes and never judges: rows go to the core by `mapping`, and what the core says is shown.
"""
