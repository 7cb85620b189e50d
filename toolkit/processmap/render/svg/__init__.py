"""Writes placed diagrams as SVG: symbols of BPMN 2.0, colours from a style sheet, text as text."""
