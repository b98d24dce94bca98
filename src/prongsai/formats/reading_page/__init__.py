"""The page by which a person confirms a reading: the source beside what was read of it."""
