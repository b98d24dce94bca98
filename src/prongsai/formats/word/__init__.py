"""The parts of a Word file (Office Open XML, ECMA-376), written as they stand in the file.

Written directly, not through python-docx: it has no words for complex script, repeated headings,
fields or watermarks, which would all be XML by hand; its default template brings a foreign author
and thumbnail; and loading it takes longer than writing twenty pages (59 ms and 27 ms).
"""
