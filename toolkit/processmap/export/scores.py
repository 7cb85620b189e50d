"""Figures of drawings as a table for people and as JSON for programs."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

from processmap.layout.scores import FIGURES, Score

# The seven defects stand in the table only as their sum: where it is not 0, JSON says which.
_SHOWN = ("defects", "crossings", "bends", "straight_share", "nodes", "edges", "columns", "width", "height")
_FORMAT = 1


def scores_table(scores: Sequence[Score]) -> str:
    """Returns aligned columns, a line per drawing; a figure that is worse than allowed has an exclamation mark."""
    shown = [name for name in FIGURES if name in _SHOWN or any(name in score.exceeded for score in scores)]
    rows = [["diagram", *shown], *([score.diagram, *(_cell(score, name) for name in shown)] for score in scores)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def scores_json(scores: Sequence[Score], limits: Mapping[str, Decimal]) -> str:
    """Returns every figure of every drawing, the limits, and what is worse than allowed."""
    document = {
        "format": _FORMAT,
        "limits": {name: float(limit) for name, limit in limits.items()},
        "diagrams": [
            {
                "id": score.diagram,
                "figures": {name: round(value, 4) for name, value in score.figures.items()},
                "exceeded": list(score.exceeded),
            }
            for score in scores
        ],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _cell(score: Score, name: str) -> str:
    value = score.figures[name]
    text = f"{value:.2f}" if isinstance(value, float) else str(value)
    return f"{text}!" if name in score.exceeded else text
