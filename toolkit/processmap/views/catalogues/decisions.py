"""A decision table as people read it, and as the look-up tool of its page compares a case with it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pydantic_core import PydanticCustomError

from processmap.model.documents import FieldType, Form, FormField
from processmap.model.micro import Micro
from processmap.model.policies import Policy
from processmap.model.steps import ApprovalStep, ChoiceStep
from processmap.values.cells import Anything, Cell, OneOf, Range, parse_cell
from processmap.values.numbers import decimal_text
from processmap.views.atlas import distinct
from processmap.views.linking import Linker
from processmap.views.pieces import Cell as Shown
from processmap.views.pieces import Lines, Ref
from processmap.views.range_words import ColumnWords, column_words


@dataclass(frozen=True, slots=True)
class Asked:
    """What the look-up tool asks for one condition."""

    low: str = ""
    """Least value, as a plain number; empty for a list."""
    high: str = ""
    is_whole: bool = False
    """Whether only whole numbers occur."""
    unit: str = ""
    """Shown beside the number: `%`, `R$`."""
    options: tuple[str, ...] = ()
    """The values of a list."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A column on the left of a table."""

    label: str
    domain: str
    """Everything that occurs, in words."""
    field: Shown
    """The form field that it is read from."""
    asked: Asked


@dataclass(frozen=True, slots=True)
class ConditionCell:
    """What one row asks of one condition."""

    text: str
    is_any: bool
    repeats: bool
    """Whether it and everything to its left say the same as in the row above."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A value of an output, and who decides when a table gives it."""

    text: str
    rank: int
    """Place in the order of the output, least power first; from 0."""
    deciders: tuple[Ref, ...]
    """Roles and forums that the flow asks next."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One rule."""

    conditions: tuple[ConditionCell, ...]
    answers: tuple[Answer, ...]
    """One per output; an output that the row leaves open is missing."""
    sentence: str
    """The conditions as one phrase: `Desconto acima de 10% até 20% e 3 a 29 vidas`."""
    admits: str
    """For the tool: a JSON list with one item per condition, see `admitted`."""


@dataclass(frozen=True, slots=True)
class Following:
    """Where the flows go with one answer."""

    answer: Answer
    steps: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """The table of one policy."""

    hit: str
    """How rows are to be read, in one sentence."""
    conditions: tuple[Condition, ...]
    outputs: tuple[str, ...]
    rows: tuple[DecisionRow, ...]
    following: tuple[Following, ...]
    """The answers that a flow asks for, in their order."""

    @property
    def sources(self) -> Shown:
        """The form fields that its conditions are read from."""
        fields = tuple(condition.field for condition in self.conditions if condition.field)
        return (Lines(fields),) if fields else ()

    @property
    def can_be_asked(self) -> bool:
        """Whether there is something to look up."""
        return len(self.rows) > 1 and bool(self.conditions)


def decision_table(linker: Linker, policy: Policy) -> DecisionTable:
    """Makes the table of a policy; without rows where it has none."""
    fields = {name: _field(linker, column.field) for name, column in policy.inputs.items()}
    columns = {name: column_words(linker.wording, name, column, fields[name]) for name, column in policy.inputs.items()}
    steps = {output: _steps_after(linker, f"{policy.id}/{output}") for output in policy.outputs}
    answers = {
        output: {value: _answer(linker, rank, value, found.get(value, ())) for rank, value in enumerate(values)}
        for (output, values), found in zip(policy.outputs.items(), steps.values(), strict=True)
    }
    return DecisionTable(
        hit=linker.wording(f"decision.hit_{policy.hit}"),
        conditions=tuple(
            Condition(
                columns[name].label,
                columns[name].everything(),
                _source(linker, column.field, fields[name]),
                _asked(columns[name], fields[name]),
            )
            for name, column in policy.inputs.items()
        ),
        outputs=tuple(name.replace("_", " ").capitalize() for name in policy.outputs),
        rows=_rows(linker, policy, columns, answers),
        following=tuple(
            Following(answers[output][value], tuple(linker.part(step) for step in found[value]))
            for output, found in steps.items()
            for value in policy.outputs[output]
            if value in found
        ),
    )


def admitted(cell: Cell, domain: Cell) -> list[list[str | bool]] | list[str] | None:
    """Returns what a cell admits, for a comparison without knowledge of cells.

    Returns:
        None for anything; for a list the values; for numbers intervals `[low, high, whether low is left out]` with
        plain decimals as text. What cannot be compared with the domain admits nothing.
    """
    if isinstance(cell, Anything):
        return None
    if isinstance(domain, OneOf):
        return [value for value in domain.values if _is_among(value, cell)]
    ranges = [cell] if isinstance(cell, Range) else [_number(value) for value in cell.values]
    intervals: list[list[str | bool]] = [
        [decimal_text(span.low), decimal_text(span.high), span.is_low_open]
        for span in ranges
        if span is not None and isinstance(domain, Range) and span.is_percent == domain.is_percent
    ]
    return intervals


def _rows(
    linker: Linker, policy: Policy, columns: dict[str, ColumnWords], answers: dict[str, dict[str, Answer]]
) -> tuple[DecisionRow, ...]:
    cells = [[row.get(name, Anything()) for name in columns] for row in policy.rows]
    above = [[], *cells] if cells else []
    return tuple(
        DecisionRow(
            conditions=tuple(_condition_cells(tuple(columns.values()), own, before)),
            answers=tuple(_answers(linker, row, answers)),
            sentence=_sentence(linker, columns, own),
            admits=json.dumps(
                [admitted(cell, words.domain) for cell, words in zip(own, columns.values(), strict=True)],
                ensure_ascii=False,
                separators=(",", ":"),
            ),
        )
        for row, (before, own) in zip(policy.rows, pairwise(above), strict=True)
    )


def _condition_cells(columns: tuple[ColumnWords, ...], own: list[Cell], before: list[Cell]) -> Iterator[ConditionCell]:
    for place, (words, cell) in enumerate(zip(columns, own, strict=True)):
        said = words.cell(cell)
        # The last condition tells two rows apart, so it is always said.
        repeats = place + 1 < len(columns) and own[: place + 1] == before[: place + 1]
        yield ConditionCell(said, said == words.wording("range.any"), repeats)


def _answers(linker: Linker, row: object, answers: dict[str, dict[str, Answer]]) -> Iterator[Answer]:
    assert hasattr(row, "get")
    for output, known in answers.items():
        cell = row.get(output)
        for value in cell.values if isinstance(cell, OneOf) else ():
            yield known.get(value) or _answer(linker, len(known), value, ())


def _sentence(linker: Linker, columns: dict[str, ColumnWords], cells: list[Cell]) -> str:
    parts = [words.condition(cell) for words, cell in zip(columns.values(), cells, strict=True)]
    said = linker.wording("decision.and").join(part for part in parts if part)
    return said or linker.wording("decision.always")


def _answer(linker: Linker, rank: int, value: str, steps: tuple[str, ...]) -> Answer:
    asked = [step for reference in steps if (step := linker.atlas.step(reference)) is not None]
    deciders = distinct(role for step in asked if isinstance(step, ApprovalStep) for role in step.approvers)
    return Answer(value, rank, tuple(linker.ref(role) for role in deciders))


def _steps_after(linker: Linker, output: str) -> dict[str, tuple[str, ...]]:
    """The steps to which the flows go with each value of an output."""
    found: dict[str, list[str]] = {}
    for micro in linker.atlas.all(Micro):
        for step in micro.steps:
            if isinstance(step, ChoiceStep) and step.decision == output:
                for path in step.paths:
                    found.setdefault(path.when, []).append(f"{micro.id}/{path.to}")
    return {value: distinct(steps) for value, steps in found.items()}


def _field(linker: Linker, reference: str | None) -> FormField | None:
    form_id, _, name = (reference or "").partition(".")
    form = linker.atlas.get(form_id, Form)
    return next((field for field in form.fields if field.name == name), None) if form else None


def _source(linker: Linker, reference: str | None, field: FormField | None) -> Shown:
    if not reference:
        return ()
    ref = linker.part(reference)
    form = linker.name(reference.partition(".")[0])
    return (Ref(ref.id, f"{form}: {field.label}", ref.href, ref.kind, detail=ref.id) if field else ref,)


def _asked(words: ColumnWords, field: FormField | None) -> Asked:
    if not isinstance(words.domain, Range):
        return Asked(options=words.domain.values if isinstance(words.domain, OneOf) else ())
    domain = words.domain
    unit = "%" if domain.is_percent else "R$" if words.is_money else ""
    is_whole = field is not None and field.type is FieldType.INTEGER and not domain.is_percent
    return Asked(decimal_text(domain.low), decimal_text(domain.high), is_whole, unit)


def _is_among(value: str, cell: OneOf | Range) -> bool:
    if isinstance(cell, OneOf):
        return value in cell.values
    number = _number(value)
    if number is None or number.is_percent != cell.is_percent:
        return False
    return cell.low <= number.low <= cell.high and not (cell.is_low_open and number.low == cell.low)


def _number(value: str) -> Range | None:
    """A written number as a range of its own."""
    try:
        found = parse_cell(f"{value}..{value}")
    except PydanticCustomError:
        return None
    return found if isinstance(found, Range) else None
