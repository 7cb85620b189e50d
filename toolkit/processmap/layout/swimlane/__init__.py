"""The swimlane engine: gives a diagram its coordinates, in pure Python, the same on every machine.

Stages, each a module: sizes, loops, columns, rows, grid, router, tracks, coordinates, labels, repair, portfolio.
"""

from processmap.layout.swimlane.portfolio import place

__all__ = ["place"]
