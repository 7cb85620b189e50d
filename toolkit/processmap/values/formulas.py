"""The formula of a KPI: + - * / and parentheses over terms and numbers.

Read with the shunting-yard method (Dijkstra 1961), so that no depth of parentheses can exhaust the stack, and kept
in reverse Polish order, so that whoever evaluates it needs only a stack of its own. Nothing is ever executed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the formula, or a number."""

    text: str
    start: int
    """Offset of its first character in the formula."""
    is_number: bool

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Operation:
    """Takes the last two values and puts one in their place."""

    sign: str
    """`+`, `-`, `*` or `/`."""
    start: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A well-formed formula."""

    text: str
    items: tuple[Term | Operation, ...]
    """In reverse Polish order: `a / (b + c)` is `a b c + /`."""

    @property
    def names(self) -> tuple[Term, ...]:
        """The terms that it uses, as often and in the order in which they are written."""
        return tuple(item for item in self.items if isinstance(item, Term) and not item.is_number)


class FlawReason(StrEnum):
    """What is wrong with a formula."""

    CHARACTER = "character"
    """A character that no formula holds."""
    TERM_MISSING = "term_missing"
    """A sign or a parenthesis stands where a term is expected, or the formula ends there."""
    SIGN_MISSING = "sign_missing"
    """Two terms follow each other without a sign between them."""
    UNOPENED = "unopened"
    """A parenthesis is closed that was never opened."""
    UNCLOSED = "unclosed"
    """A parenthesis is never closed."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Where a text stops being a formula."""

    reason: FlawReason
    start: int
    """Offset in the text; its length where something is missing at the end."""
    found: str
    """What stands there; empty at the end."""


_Token: TypeAlias = tuple[str, str, int]
"""Kind (`name`, `number`, `sign`, `open`, `close`, `other`), text and offset."""

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[^\W\d]\w*)|(?P<number>\d+(?:[.,]\d+)?)|(?P<sign>[-+*/])|(?P<open>\()|(?P<close>\))|(?P<other>\S))"
)
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


def parse_formula(text: str) -> Formula | Flaw:
    """Reads a formula; returns its first flaw where it is none. A text without anything in it lacks a term."""
    reader = _Reader()
    for token in _tokens(text):
        flaw = reader.take(token)
        if flaw:
            return flaw
    flaw = reader.finish(len(text))
    return flaw or Formula(text, tuple(reader.items))


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        assert kind is not None
        found.append((kind, match[kind], match.start(kind)))
    return found


class _Reader:
    """The state of one reading: what is done, what waits for its right side, and whether a term is due."""

    def __init__(self) -> None:
        self.items: list[Term | Operation] = []
        self._waiting: list[_Token] = []
        self._is_term_due = True

    def take(self, token: _Token) -> Flaw | None:
        kind, text, start = token
        if kind == "other":
            return Flaw(FlawReason.CHARACTER, start, text)
        if (kind in ("name", "number", "open")) != self._is_term_due:
            return Flaw(FlawReason.TERM_MISSING if self._is_term_due else FlawReason.SIGN_MISSING, start, text)
        match kind:
            case "name" | "number":
                self.items.append(Term(text, start, kind == "number"))
                self._is_term_due = False
            case "open":
                self._waiting.append(token)
            case "close":
                return self._close(token)
            case _:
                self._release(_RANK[text])
                self._waiting.append(token)
                self._is_term_due = True
        return None

    def finish(self, end: int) -> Flaw | None:
        if self._is_term_due:
            return Flaw(FlawReason.TERM_MISSING, end, "")
        self._release(0)
        if self._waiting:
            _, text, start = self._waiting[-1]
            return Flaw(FlawReason.UNCLOSED, start, text)
        return None

    def _close(self, token: _Token) -> Flaw | None:
        self._release(0)
        if not self._waiting:
            return Flaw(FlawReason.UNOPENED, token[2], token[1])
        self._waiting.pop()
        return None

    def _release(self, rank: int) -> None:
        """Lets go of the signs that bind at least as strongly, back to the last open parenthesis."""
        while self._waiting and self._waiting[-1][0] == "sign" and _RANK[self._waiting[-1][1]] >= rank:
            _, sign, start = self._waiting.pop()
            self.items.append(Operation(sign, start))
