"""How wide a text is and where it breaks, without fonts: what the layout reserves and the renderer writes.

Widths are the advance widths of Helvetica and Arial in thousandths of the font size. Each is taken times 1.15, because
DejaVu Sans, which stands in for both on many machines, is 1.12 to 1.17 times as wide: a box made for this measure
holds its text with any usual fallback.
"""

import unicodedata
from functools import lru_cache
from math import ceil
from types import MappingProxyType

FALLBACK_FACTOR = 1.15
"""How much wider than Helvetica a text may come out."""
BOLD_FACTOR = 1.07
LINE_HEIGHTS = MappingProxyType({12: 15, 11: 13})
"""Distance of the base lines by font size, both in px."""

_OTHER = 600
_WIDE = 1000
_NARROWEST = 40
_SHORTEST_PIECE = 3
_LONGEST_UNCUT = 4
_CLASSES = (
    (" !,./:;I[\\]ft", 278),
    ('"', 355),
    ("#$0123456789?L_abdeghnopqu", 556),
    ("%", 889),
    ("&ABEKPSVXY", 667),
    ("'", 191),
    ("()-r`", 333),
    ("*", 389),
    ("+<=>~", 584),
    ("@", 1015),
    ("CDHNRUw", 722),
    ("FTZ", 611),
    ("GOQ", 778),
    ("J", 500),
    ("Mm", 833),
    ("W", 944),
    ("cksvxyz", 500),
    ("ijl", 222),
    ("^", 469),
    ("{}", 334),
    ("|", 260),
    ("–", 556),
    ("—…", 1000),
    ("•", 350),
    ("ªº", 370),
    ("°", 400),
    ("“”", 333),
    ("’‘", 222),
)
_WIDTHS = {character: width for characters, width in _CLASSES for character in characters}


@lru_cache(maxsize=20_000)
def text_width(text: str, size: int = 12, *, bold: bool = False) -> float:
    """Returns the width in px that a line may take at most.

    Args:
        text: one line.
        size: font size in px.
        bold: whether it stands in bold type.
    """
    thousandths = sum(_WIDTHS.get(character) or _unlisted(character) for character in text)
    return thousandths * size / 1000 * FALLBACK_FACTOR * (BOLD_FACTOR if bold else 1)


def block_size(lines: tuple[str, ...], size: int) -> tuple[int, int]:
    """Returns width and height of lines below each other, in whole px."""
    return ceil(max((text_width(line, size) for line in lines), default=0)), LINE_HEIGHTS[size] * len(lines)


@lru_cache(maxsize=20_000)
def wrap(text: str, width: int, size: int = 12, *, bold: bool = False) -> tuple[str, ...]:
    """Returns the lines of a text, none wider than `width` px, about equally long.

    Words that are too long are cut with a hyphen. An empty text has no lines.
    """
    pieces = [piece for word in text.split() for piece in _cut(word, width, size, bold=bold)]
    lines = _fill(pieces, width, size, bold=bold)
    for narrower in range(width - 4, _NARROWEST - 1, -4):
        balanced = _fill(pieces, narrower, size, bold=bold)
        if len(lines) == 1 or len(balanced) != len(lines):
            break
        if any(text_width(line, size, bold=bold) > width for line in balanced):
            break
        lines = balanced
    return tuple(lines)


def _unlisted(character: str) -> int:
    base = unicodedata.normalize("NFD", character)[0]
    wide = unicodedata.east_asian_width(character) in "WF"
    return _WIDTHS.get(base, _WIDE if wide else _OTHER)


def _cut(word: str, width: int, size: int, *, bold: bool) -> list[str]:
    pieces = []
    while len(word) > _LONGEST_UNCUT and text_width(word, size, bold=bold) > width:
        fitting = (
            end
            for end in range(len(word) - _SHORTEST_PIECE, 0, -1)
            if text_width(f"{word[:end]}-", size, bold=bold) <= width
        )
        end = max(_SHORTEST_PIECE, next(fitting, 0))
        pieces.append(f"{word[:end]}-")
        word = word[end:]
    return [*pieces, word]


def _fill(words: list[str], width: int, size: int, *, bold: bool) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and not lines[-1].endswith("-") and text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
