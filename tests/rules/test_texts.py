"""The messages of the findings: the same in both languages, and all there."""

import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import processmap
from processmap.i18n import Language, load_texts

_PACKAGE = Path(processmap.__file__).parent
_KEY = re.compile(r'"(PM[0-9]{3}\.[a-z0-9_]+)"')
_KEY_BY_PARTS = re.compile(r'f"(PM[0-9]{3}\.[a-z0-9_]*)\{')


def _leaves(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in tables.items():
        if isinstance(value, str):
            yield prefix + name, value
        else:
            yield from _leaves(value, f"{prefix}{name}.")


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("domain", ["findings", "cli"])
def test_both_languages_hold_the_same_keys_with_the_same_placeholders(domain: str) -> None:
    english = dict(_leaves(load_texts(domain, Language.ENGLISH).tables))
    portuguese = dict(_leaves(load_texts(domain, Language.PORTUGUESE).tables))

    assert sorted(english) == sorted(portuguese)
    assert {key: _placeholders(text) for key, text in english.items()} == {
        key: _placeholders(text) for key, text in portuguese.items()
    }


@pytest.mark.parametrize("language", list(Language))
def test_every_key_in_the_code_has_a_text(language: Language) -> None:
    texts = load_texts("findings", language)
    used = sorted(
        {key for module in _PACKAGE.rglob("*.py") for key in _KEY.findall(module.read_text(encoding="utf-8"))}
    )

    assert [key for key in used if key not in texts] == []


def test_every_text_of_a_rule_is_used_in_the_code() -> None:
    code = "\n".join(module.read_text(encoding="utf-8") for module in _PACKAGE.rglob("*.py"))
    whole, begun = set(_KEY.findall(code)), tuple(_KEY_BY_PARTS.findall(code))
    known = [key for key, _ in _leaves(load_texts("findings", Language.ENGLISH).tables) if key.startswith("PM")]

    assert [key for key in known if key not in whole and not key.startswith(begun)] == []
