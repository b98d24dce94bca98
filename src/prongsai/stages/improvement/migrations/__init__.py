"""Steps of the tables, named by hand."""
