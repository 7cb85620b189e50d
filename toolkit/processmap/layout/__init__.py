"""Geometry: turns views into drawings. Graphviz is reached only from here."""
