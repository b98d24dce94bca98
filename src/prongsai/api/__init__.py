"""HTTP API v1, for programs of the agency: years, results, scorecards, frameworks.

It translates a request, calls one service or selector, and translates the answer. It must never
read or write a table by itself, and never know a browser: no cookies, no sessions, no pages.
"""
