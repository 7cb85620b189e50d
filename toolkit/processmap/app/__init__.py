"""Use cases: open a map, check it, build its site, export it. The one place that wires the layers together."""
