"""PM809: a decision table that leaves cases out, decides one twice, or answers what it cannot answer."""

from collections.abc import Iterator
from itertools import combinations

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.documents import FieldType
from processmap.model.policies import Policy
from processmap.rules.management.boxes import Point, TooLargeError, common_point, first_gap, widened
from processmap.rules.management.decision_table import (
    DecisionTable,
    FlawedCell,
    decision_table,
    input_field,
    single_value,
)
from processmap.rules.management.entries import live
from processmap.rules.naming import listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.values.cells import OneOf

RULE = Rule("PM809", "decision-table", Severity.ERROR, since="0.1.0", tags=("policies",))

_MOST_GAPS = 3


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields what is wrong with columns and cells; of tables without such flaws, holes and overlaps."""
    for policy in live(context, Policy):
        if not (policy.inputs or policy.outputs or policy.rows):
            continue
        yield from _outputs(policy)
        table = decision_table(context, policy)
        flaws = [*_columns(policy), *(_flawed(table, cell) for cell in table.flawed)]
        yield from flaws
        yield from _options(context, policy)
        if not flaws:
            yield from _proof(table)


def _columns(policy: Policy) -> Iterator[Problem]:
    for part in ("inputs", "outputs", "rows"):
        if not getattr(policy, part):
            message = Message.of(f"PM809.no_{part}", policy=named(policy.id, policy.name))
            yield Problem(RULE.code, message, Location(policy.id), Message.of("PM809.hint_table"))
    for index, row in enumerate(policy.rows):
        for column in row:
            if column not in policy.inputs and column not in policy.outputs:
                yield _column(policy, index, "PM809.unknown_column", column)
        for column in policy.inputs:
            if column not in row:
                yield _column(policy, index, "PM809.no_cell", column)


def _column(policy: Policy, index: int, key: str, column: str) -> Problem:
    is_written = column in policy.rows[index]
    at = Location(policy.id, ("rows", index, column) if is_written else ("rows", index), Part.KEY)
    known = listed((*policy.inputs, *policy.outputs))
    hint = Message.of("PM809.columns", known=known) if is_written else Message.of("PM809.hint_no_cell", column=column)
    return Problem(RULE.code, _message(policy, key, index, column=column), at, hint)


def _outputs(policy: Policy) -> Iterator[Problem]:
    for index, row in enumerate(policy.rows):
        for name, answers in policy.outputs.items():
            known = Message.of("PM809.answers", known=listed(answers))
            if name not in row:
                message = _message(policy, "PM809.no_answer", index, column=name)
                yield Problem(RULE.code, message, Location(policy.id, ("rows", index)), known)
            elif single_value(row[name]) not in answers:
                message = _message(policy, "PM809.answer", index, column=name, value=str(row[name]))
                yield Problem(RULE.code, message, Location(policy.id, ("rows", index, name)), known)


def _flawed(table: DecisionTable, cell: FlawedCell) -> Problem:
    policy = table.policy
    domain = str(policy.inputs[cell.column].domain)
    written = str(policy.rows[cell.row][cell.column])
    message = _message(policy, f"PM809.{cell.flaw}", cell.row, column=cell.column, cell=written, domain=domain)
    related = (Remark(Location(policy.id, ("inputs", cell.column, "domain")), Message.of("PM809.domain")),)
    at = Location(policy.id, ("rows", cell.row, cell.column))
    return Problem(RULE.code, message, at, Message.of("PM809.hint_cell"), related)


def _options(context: RuleContext, policy: Policy) -> Iterator[Problem]:
    """A choice of the form that the table does not know of is a hole, too."""
    for name, column in policy.inputs.items():
        field = input_field(context, column)
        if field is None or field.type is not FieldType.CHOICE or not isinstance(column.domain, OneOf):
            continue
        unknown = [option for option in field.options if option not in column.domain.values]
        if unknown:
            message = Message.of(
                "PM809.option",
                policy=named(policy.id, policy.name),
                column=name,
                field=named(str(column.field), field.label),
                options=listed(unknown),
            )
            at = Location(policy.id, ("inputs", name, "domain"))
            yield Problem(RULE.code, message, at, Message.of("PM809.hint_option"))


def _proof(table: DecisionTable) -> Iterator[Problem]:
    if not table.is_provable:
        yield _not_proven(table)
        return
    yield from _overlaps(table)
    try:
        yield from _gaps(table)
    except TooLargeError:
        yield _not_proven(table)


def _overlaps(table: DecisionTable) -> Iterator[Problem]:
    """One finding per row, against the first row before it that decides one of its cases too."""
    reported: set[int] = set()
    pairs = sorted(combinations(range(len(table.boxes)), 2), key=lambda pair: (pair[1], pair[0]))
    for first, second in pairs:
        point = None if second in reported else common_point(table.boxes[first], table.boxes[second])
        if point is not None and not (table.policy.hit == "any" and _agree(table, first, second)):
            reported.add(second)
            yield _overlap(table, first, second, point)


def _agree(table: DecisionTable, first: int, second: int) -> bool:
    return all(table.answer(first, output) == table.answer(second, output) for output in table.policy.outputs)


def _overlap(table: DecisionTable, first: int, second: int, point: Point) -> Problem:
    policy = table.policy
    key = "PM809.overlap" if _agree(table, first, second) else "PM809.contradiction"
    answers = [listed(str(table.answer(row, output)) for output in policy.outputs) for row in (first, second)]
    message = _message(
        policy,
        key,
        second,
        other=str(first + 1),
        example=table.example(point),
        first_answer=answers[0],
        second_answer=answers[1],
    )
    related = (Remark(Location(policy.id, ("rows", first)), Message.of("PM809.other_row")),)
    hint = Message.of("PM809.hint_overlap")
    return Problem(RULE.code, message, Location(policy.id, ("rows", second)), hint, related)


def _gaps(table: DecisionTable) -> Iterator[Problem]:
    policy = table.policy
    at = Location(policy.id, ("rows",), Part.KEY)
    filled = list(table.boxes)
    for _ in range(_MOST_GAPS):
        gap = first_gap(table.sizes, filled)
        if gap is None:
            return
        message = Message.of("PM809.hole", policy=named(policy.id, policy.name), example=table.example(gap))
        filled.append(widened(gap, table.sizes, filled))
        row = table.row_text(filled[-1])
        yield Problem(RULE.code, message, at, _row_hint(row))


def _not_proven(table: DecisionTable) -> Problem:
    message = Message.of("PM809.not_proven", policy=named(table.policy.id, table.policy.name))
    at = Location(table.policy.id, ("rows",), Part.KEY)
    return Problem(RULE.code, message, at, Message.of("PM809.hint_not_proven"), severity=Severity.INFO)


def _row_hint(row: str | None) -> Message:
    return Message.of("PM809.hint_row", row=row) if row else Message.of("PM809.hint_hole")


def _message(policy: Policy, key: str, row: int, **names: str) -> Message:
    return Message.of(key, policy=named(policy.id, policy.name), row=row + 1, **names)
