"""PM810: a larger discount is granted by someone with less power.

The answers of an output stand in the order of power, least first; the last may be a refusal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.documents import FieldType
from processmap.model.policies import Policy, TableInput
from processmap.rules.management.axes import NumberAxis
from processmap.rules.management.boxes import highest, lowest
from processmap.rules.management.decision_table import DecisionTable, decision_table, input_field
from processmap.rules.management.entries import live
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext

RULE = Rule("PM810", "discount-powers-not-monotone", Severity.ERROR, since="0.1.0", tags=("policies",))

_DISCOUNT = re.compile(r"descont|discount|abatiment|rebate", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Step:
    """Two rows that differ on one axis: the first holds for a smaller value than the second, all else being equal."""

    less: int
    more: int


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields pairs of rows in which power falls as the discount grows, or rises and falls with another number.

    Only tables with a percent among their inputs are tables of such powers. A column is the discount if its name or
    label says so; of the other numbers nobody knows whether more asks for more power or for less, only that it must
    always be the same.
    """
    for policy in live(context, Policy):
        if not policy.outputs or not any(_is_percent(context, column) for column in policy.inputs.values()):
            continue
        table = decision_table(context, policy)
        if table.flawed or not table.is_provable:
            continue
        steps = _steps(table)
        for axis, (name, column) in enumerate(policy.inputs.items()):
            if isinstance(table.axes[axis], NumberAxis):
                is_discount = _is_percent(context, column) and _is_called_discount(context, name, column)
                for output in policy.outputs:
                    yield from _falls(table, name, output, steps[axis], is_discount=is_discount)


def _steps(table: DecisionTable) -> tuple[list[_Step], ...]:
    """Returns the pairs of rows per axis, for rows that are apart on that axis alone; overlaps are left to PM809."""
    found: tuple[list[_Step], ...] = tuple([] for _ in table.axes)
    for less, more in permutations(range(len(table.boxes)), 2):
        small, large = table.boxes[less], table.boxes[more]
        apart = [axis for axis, (mine, theirs) in enumerate(zip(small, large, strict=True)) if not mine & theirs]
        if len(apart) == 1 and lowest(small[apart[0]]) < highest(large[apart[0]]):
            found[apart[0]].append(_Step(less, more))
    return found


def _falls(table: DecisionTable, name: str, output: str, steps: list[_Step], *, is_discount: bool) -> Iterator[Problem]:
    rises = [(step, rise) for step in steps if (rise := _rise(table, output, step))]
    falling = next((step for step, rise in rises if rise < 0), None)
    rising = next((step for step, rise in rises if rise > 0), None)
    if falling and is_discount:
        yield _problem(table, name, output, falling)
    elif falling and rising:
        related = Remark(Location(table.policy.id, ("rows", rising.more)), Message.of("PM810.rising"))
        yield _problem(table, name, output, falling, related)


def _rise(table: DecisionTable, output: str, step: _Step) -> int:
    """How much more power the second row asks for; 0 as well where an answer is none of the output's (PM809)."""
    answers = table.policy.outputs[output]
    less, more = table.answer(step.less, output), table.answer(step.more, output)
    return answers.index(more) - answers.index(less) if less in answers and more in answers else 0


def _problem(table: DecisionTable, name: str, output: str, step: _Step, rising: Remark | None = None) -> Problem:
    policy = table.policy
    message = Message.of(
        "PM810.mixed" if rising else "PM810.message",
        policy=named(policy.id, policy.name),
        column=name,
        output=output,
        row=step.more + 1,
        cell=policy.rows[step.more].get(name, ""),
        answer=table.answer(step.more, output),
        other=step.less + 1,
        other_cell=policy.rows[step.less].get(name, ""),
        other_answer=table.answer(step.less, output),
    )
    other = Remark(Location(policy.id, ("rows", step.less)), Message.of("PM810.other_row"))
    hint = Message.of("PM810.hint", output=output, order=" < ".join(policy.outputs[output]))
    at = Location(policy.id, ("rows", step.more))
    return Problem(RULE.code, message, at, hint, (other, rising) if rising else (other,))


def _is_percent(context: RuleContext, column: TableInput) -> bool:
    field = input_field(context, column)
    return getattr(column.domain, "is_percent", False) or (field is not None and field.type is FieldType.PERCENT)


def _is_called_discount(context: RuleContext, name: str, column: TableInput) -> bool:
    field = input_field(context, column)
    words = (name, column.label or "", field.label if field else "")
    return any(_DISCOUNT.search(word) for word in words)
