"""Words without accents: Material's Portuguese search finds `Jurídico` only when asked with the accent."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """The text in lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def folded_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The words that change when accents are taken away, without them, sorted."""
    words = {word for text in texts for word in _WORD.findall(text.lower())}
    return tuple(sorted({plain for word in words if (plain := folded(word)) != word}))
