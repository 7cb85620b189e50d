"""What a mistyped word was probably meant to be, and whether that is clear enough to put it there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

_LIKENESS = 0.6
_CERTAIN = 0.7
_CLEAR_LEAD = 0.1


@dataclass(frozen=True, slots=True)
class Likely:
    """The known word nearest to a written one."""

    word: str
    is_certain: bool
    """Whether it is near, and clearly nearer than every other."""


def likely(written: str, known: Sequence[str]) -> Likely | None:
    """Returns the nearest of the known words, or None if none is near."""
    near = get_close_matches(written, known, n=2, cutoff=_LIKENESS)
    if not near:
        return None
    first, *others = (SequenceMatcher(None, written, word).ratio() for word in near)
    return Likely(near[0], first >= _CERTAIN and all(first - other >= _CLEAR_LEAD for other in others))


def is_free(word: str, written: str, beside: Collection[str], known: Collection[str]) -> bool:
    """Whether a key may be put in the place of a mistyped one: no key beside it is that key, or may be meant as it."""
    strangers = [key for key in beside if key != written and key not in known]
    return word not in beside and not get_close_matches(word, strangers, n=1, cutoff=_LIKENESS)
