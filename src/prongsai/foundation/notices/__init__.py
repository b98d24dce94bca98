"""Telling people what waits for them: deadlines, notices, e-mail, calendars, working days.

Never puts what a thing is about into an e-mail, never tells a person of another agency's work.
"""
