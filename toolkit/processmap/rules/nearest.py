"""Finds the id that an author probably meant."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from processmap.loading import LoadedMap
from processmap.values.ids import Kind
from processmap.values.references import Reference

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


class Guesses:
    """What the ids of one map may have been meant to be; a wrong id that stands in many places is compared once."""

    def __init__(self, loaded: LoadedMap) -> None:
        self._elements = loaded.elements.values()
        self._found: dict[tuple[str, tuple[Kind, ...]], Guess] = {}

    def of(self, reference: Reference) -> Guess:
        """Compares the id with those of the kinds that fit there."""
        written = reference.element
        kinds = reference.kinds or tuple(kind for kind in Kind if written.startswith(f"{kind}-"))
        if (written, kinds) not in self._found:
            known = (element.id for element in self._elements if element.kind in kinds)
            self._found[written, kinds] = guess(written, known)
        return self._found[written, kinds]
