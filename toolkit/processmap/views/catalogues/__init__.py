"""The catalogue pages: one module per family of kinds, each turning entries into facts and tables."""
