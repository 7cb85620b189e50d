import string
from collections.abc import Iterator
from typing import Any

from processmap.i18n import Language, load_texts


def leaves(tables: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    english, portuguese = (dict(leaves(load_texts("site", language).tables)) for language in Language)

    def placeholders(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert list(english) == list(portuguese)
    assert {key: placeholders(text) for key, text in english.items()} == {
        key: placeholders(text) for key, text in portuguese.items()
    }
