"""Pages of an agency's year: they show what the core says, and compute nothing."""
