"""Formulas of KPIs: what they say, and where they stop being formulas."""

import operator
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processmap.values.formulas import Flaw, FlawReason, Formula, Operation, parse_formula

_SIGNS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def _value(formula: Formula) -> Fraction:
    stack: list[Fraction] = []
    for item in formula.items:
        if isinstance(item, Operation):
            right, left = stack.pop(), stack.pop()
            stack.append(_SIGNS[item.sign](left, right))
        else:
            stack.append(Fraction(item.text))
    return stack[0]


def _polish(text: str) -> str:
    formula = parse_formula(text)
    assert isinstance(formula, Formula)
    return " ".join(item.sign if isinstance(item, Operation) else item.text for item in formula.items)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a"),
        ("a - b - c", "a b - c -"),
        ("a + b * c", "a b c * +"),
        ("(a + b) * 1,5", "a b + 1,5 *"),
        ("a / ((b - c))", "a b c - /"),
        ("atenção/meta_2", "atenção meta_2 /"),
    ],
)
def test_multiplication_binds_before_addition_and_equals_go_from_left_to_right(text: str, expected: str) -> None:
    assert _polish(text) == expected


def _joined(parts: tuple[str, str, str]) -> str:
    return f"({parts[0]} {parts[1]} {parts[2]})"


@given(
    st.recursive(
        st.integers(0, 99).map(str),
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from("+-*"), inner).map(" ".join),
            st.tuples(inner, st.sampled_from("+-*"), inner).map(_joined),
        ),
        max_leaves=20,
    )
)
def test_a_formula_has_the_value_that_arithmetic_gives_it(text: str) -> None:
    formula = parse_formula(text)

    assert isinstance(formula, Formula)
    assert _value(formula) == eval(text)  # digits, signs and parentheses made above


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Flaw(FlawReason.TERM_MISSING, 0, "")),
        ("a +", Flaw(FlawReason.TERM_MISSING, 3, "")),
        ("a + * b", Flaw(FlawReason.TERM_MISSING, 4, "*")),
        ("-a", Flaw(FlawReason.TERM_MISSING, 0, "-")),
        ("a ()", Flaw(FlawReason.SIGN_MISSING, 2, "(")),
        ("a / ()", Flaw(FlawReason.TERM_MISSING, 5, ")")),
        ("a b", Flaw(FlawReason.SIGN_MISSING, 2, "b")),
        ("2 b", Flaw(FlawReason.SIGN_MISSING, 2, "b")),
        ("(a", Flaw(FlawReason.UNCLOSED, 0, "(")),
        ("a)", Flaw(FlawReason.UNOPENED, 1, ")")),
        ("a ÷ b", Flaw(FlawReason.CHARACTER, 2, "÷")),
    ],
)
def test_a_flaw_says_where_the_text_stops_being_a_formula(text: str, expected: Flaw) -> None:
    assert parse_formula(text) == expected


@given(st.text("ab1 ()+-*/.,%x"))
def test_any_text_is_a_formula_or_has_a_flaw_inside_it(text: str) -> None:
    result = parse_formula(text)

    if isinstance(result, Flaw):
        assert 0 <= result.start <= len(text)
        assert text[result.start :].startswith(result.found)
    else:
        operands = [item for item in result.items if not isinstance(item, Operation)]
        assert len(result.items) == 2 * len(operands) - 1


def test_no_depth_of_parentheses_is_too_deep() -> None:
    assert _polish("(" * 50_000 + "a" + ")" * 50_000) == "a"
