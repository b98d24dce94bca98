"""An agency's own Word template: looked through, read in a little language, filled.

`package` and `tags` refuse what is odd before anything opens the file, `language` refuses what a
template may not ask, `document` fills it. Use `formats.fill_template`.
"""
