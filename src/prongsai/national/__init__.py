"""Scoring of every agency at once, from raw answers: one Ibis expression, run by DuckDB or, when
outgrown, by Spark.

Never rounds in an engine, never decides a level by itself (both are the core's), never loads all
answers into Python.
"""
