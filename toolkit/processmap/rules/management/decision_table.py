"""The decision table of a policy, made ready for proofs: every row a box over the axes of its inputs."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from processmap.model.documents import FieldType, Form, FormField
from processmap.model.policies import Policy, TableInput
from processmap.rules.management.axes import Axis, CellFlaw, axis_of, single
from processmap.rules.management.boxes import Box, Point
from processmap.rules.rule import RuleContext
from processmap.values.cells import Anything, Cell, OneOf, Range

_MOST_ROWS, _MOST_AXES = 500, 40
_WHOLE, _CENT = Decimal(1), Decimal("0.01")
_STEPS: dict[FieldType, Decimal | None] = {
    FieldType.INTEGER: _WHOLE,
    FieldType.MONEY: _CENT,
    FieldType.NUMBER: None,
    FieldType.PERCENT: None,
}


@dataclass(frozen=True, slots=True)
class FlawedCell:
    """A cell that admits no value of its column's domain."""

    row: int
    column: str
    flaw: CellFlaw


@dataclass(frozen=True)
class DecisionTable:
    """The rows of a policy over its inputs; a missing input cell is treated as `any` and reported by PM809."""

    policy: Policy
    axes: tuple[Axis, ...]
    """In the order of the policy's inputs."""
    boxes: tuple[Box, ...]
    """In the order of its rows; empty where a cell is flawed."""
    flawed: tuple[FlawedCell, ...]

    @property
    def is_provable(self) -> bool:
        """Whether it is small enough to compare every row with every other; tables made by people are."""
        return len(self.boxes) <= _MOST_ROWS and len(self.axes) <= _MOST_AXES

    @property
    def sizes(self) -> tuple[int, ...]:
        """Number of atoms per axis."""
        return tuple(axis.size for axis in self.axes)

    def example(self, point: Point) -> str:
        """Returns a case in words: `desconto = 11%, vidas = 30`."""
        parts = zip(self.policy.inputs, self.axes, point, strict=True)
        return ", ".join(f"{name} = {axis.example(atom)}" for name, axis, atom in parts)

    def row_text(self, box: Box) -> str | None:
        """Returns the row that admits a box, outputs left open; None if cells cannot say it."""
        cells = [axis.cell_text(mask) for axis, mask in zip(self.axes, box, strict=True)]
        inputs = [f"{name}: {cell}" for name, cell in zip(self.policy.inputs, cells, strict=True)]
        outputs = [f"{name}: …" for name in self.policy.outputs]
        return None if None in cells else "{" + ", ".join(inputs + outputs) + "}"

    def answer(self, row: int, output: str) -> str | None:
        """Returns what a row answers; None where it gives no single value."""
        return single_value(self.policy.rows[row].get(output))


def decision_table(context: RuleContext, policy: Policy) -> DecisionTable:
    """Makes the table of a policy ready; it may have no rows or no inputs."""
    axes = tuple(_axis(context, policy, name, column) for name, column in policy.inputs.items())
    flawed: list[FlawedCell] = []
    boxes = []
    for row, cells in enumerate(policy.rows):
        box = []
        for name, axis in zip(policy.inputs, axes, strict=True):
            mask = axis.mask(cells.get(name, Anything()))
            if isinstance(mask, CellFlaw):
                flawed.append(FlawedCell(row, name, mask))
            box.append(0 if isinstance(mask, CellFlaw) else mask)
        boxes.append(tuple(box))
    return DecisionTable(policy, axes, tuple(boxes), tuple(flawed))


def input_field(context: RuleContext, column: TableInput) -> FormField | None:
    """Returns the form field that an input is read from, where there is one."""
    if column.field is None:
        return None
    form_id, _, name = column.field.partition(".")
    form = context.graph.model(form_id, Form)
    return next((field for field in form.fields if field.name == name), None) if form else None


def single_value(cell: Cell | None) -> str | None:
    """Returns the value of a cell that holds exactly one."""
    return cell.values[0] if isinstance(cell, OneOf) and len(cell.values) == 1 else None


def _axis(context: RuleContext, policy: Policy, name: str, column: TableInput) -> Axis:
    cells = [row[name] for row in policy.rows if name in row]
    field = input_field(context, column)
    is_known = field is not None and field.type in _STEPS
    step = _STEPS[field.type] if field and is_known else _written_step((column.domain, *cells))
    return axis_of(column.domain, step, cells)


def _written_step(cells: tuple[Cell, ...]) -> Decimal | None:
    """Whole numbers where no field says better and nothing else is written; percents never come in steps."""
    ends = [end for cell in cells for end in _ends(cell)]
    is_percent = any(isinstance(cell, Range) and cell.is_percent for cell in cells)
    return None if is_percent or any(end % 1 for end in ends) else _WHOLE


def _ends(cell: Cell) -> Iterator[Decimal]:
    if isinstance(cell, Range):
        yield from (cell.low, cell.high)
    elif isinstance(cell, OneOf):
        spans = (single(value) for value in cell.values)
        yield from (span.low for span in spans if span)
