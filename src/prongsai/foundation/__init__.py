"""What every stage stands on: the record of writes, agencies, people.

Never knows a stage of the year.
"""
