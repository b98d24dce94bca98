"""Measures: findings and a catalogue make proposed measures; a plan is what an agency decides."""
