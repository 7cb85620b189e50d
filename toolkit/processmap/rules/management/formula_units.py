"""Works out what a formula is a measure of, sign by sign."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from processmap.rules.management.units import Quantity
from processmap.values.formulas import Formula, Operation, Term


@dataclass(frozen=True, slots=True)
class Clash:
    """Two different things are added or subtracted, such as days and reais."""

    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class ZeroDivision:
    """A plain zero stands below the line."""


@dataclass(frozen=True, slots=True)
class _Part:
    quantity: Quantity | None
    start: int
    end: int
    is_zero: bool = False


def quantity_of_formula(
    formula: Formula, terms: Mapping[str, Quantity | None]
) -> Quantity | Clash | ZeroDivision | None:
    """Returns what the value of a formula measures, or the first thing that makes no sense.

    None means that it may be anything, because a number or an unclear term takes part. Every name of the formula
    must have an entry in `terms`.
    """
    stack: list[_Part] = []
    for item in formula.items:
        if isinstance(item, Term):
            stack.append(_operand(item, terms))
            continue
        right, left = stack.pop(), stack.pop()
        result = _combined(formula, item, left, right)
        if not isinstance(result, _Part):
            return result
        stack.append(result)
    return stack[0].quantity


def _operand(term: Term, terms: Mapping[str, Quantity | None]) -> _Part:
    if term.is_number:
        return _Part(None, term.start, term.end, is_zero=not Decimal(term.text.replace(",", ".")))
    return _Part(terms[term.text], term.start, term.end)


def _combined(formula: Formula, operation: Operation, left: _Part, right: _Part) -> _Part | Clash | ZeroDivision:
    if operation.sign == "/" and right.is_zero:
        return ZeroDivision()
    one, other = left.quantity, right.quantity
    if operation.sign in "*/":
        product = one.times(other, 1 if operation.sign == "*" else -1) if one and other else None
        return _Part(product, left.start, right.end)
    if one and other and (one.time, one.money) != (other.time, other.money):
        return Clash(formula.text[left.start : left.end], formula.text[right.start : right.end])
    # What is not certain stays so: in `10 - delay` the number may turn a time into a score.
    return _Part(one if one == other else None, left.start, right.end)
