"""The cycle, one Django app a stage, in the order in which the data flows.

Never computes what the core computes, and never shows one agency what is another's.
"""
