"""Pages of the measures of a year: planned, changed, and how far each has come."""
