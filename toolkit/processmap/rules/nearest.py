"""Finds the id that an author probably meant."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

_LIKENESS = 0.75
_CLEAR_LEAD = 0.05
_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Guess:
    """What an id may have been meant to be."""

    candidates: tuple[str, ...]
    """The nearest known ids, nearest first; at most three."""
    certain: str | None
    """The one that may be put in its place without asking, where there is one."""


def guess(written: str, known: Iterable[str]) -> Guess:
    """Compares an id with those there are.

    A guess is certain only if it is clearly nearer than every other and has the same digits: `MIC-COM-030` is
    no slip of the pen for `MIC-COM-020`.
    """
    candidates = tuple(get_close_matches(written, known, n=3, cutoff=_LIKENESS))
    if not candidates or _DIGITS.findall(candidates[0]) != _DIGITS.findall(written):
        return Guess(candidates, None)
    first, *others = (SequenceMatcher(None, written, candidate).ratio() for candidate in candidates)
    is_clear = all(first - other >= _CLEAR_LEAD for other in others)
    return Guess(candidates, candidates[0] if is_clear else None)
