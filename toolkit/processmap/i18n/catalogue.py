"""Reads the text catalogues: TOML files per domain and language, tables keyed by rule code or page.

TOML keyed by stable names instead of gettext keyed by English sentences: no compile step, a reworded
English text breaks no translation, and a test can compare the keys and placeholders of two languages.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from processmap.errors import ProcessmapError
from processmap.i18n.language import Language
from processmap.i18n.message import Message


class UnknownTextError(ProcessmapError):
    """A key that the catalogue does not hold: a bug, found by the test that renders every message."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one domain in one language."""

    domain: str
    language: Language
    tables: dict[str, Any]
    """Nested tables whose leaves are texts; `Any` because TOML nests freely."""

    def __call__(self, key: str, /, **parameters: object) -> str:
        """Returns the text of `key` with its placeholders filled in.

        Raises:
            UnknownTextError: if the catalogue has no text under that key.
        """
        text = self._look_up(key)
        return text.format(**parameters) if parameters else text.replace("{{", "{").replace("}}", "}")

    def render(self, message: Message) -> str:
        """Returns the text of a message."""
        return self(message.key, **message.values())

    def __contains__(self, key: str) -> bool:
        try:
            self._look_up(key)
        except UnknownTextError:
            return False
        return True

    def _look_up(self, key: str) -> str:
        node: Any = self.tables
        for name in key.split("."):
            if not isinstance(node, dict) or name not in node:
                raise UnknownTextError(f"no text {key!r} in {self.domain} ({self.language})")
            node = node[name]
        if not isinstance(node, str):
            raise UnknownTextError(f"{key!r} in {self.domain} ({self.language}) is a table, not a text")
        return node


@lru_cache(maxsize=32)
def load_texts(domain: str, language: Language) -> Texts:
    """Returns the catalogue of a domain (`findings`, `cli`, `site`) in a language.

    It is the file `<domain>.<language>.toml` together with every `<domain>-<part>.<language>.toml` beside it.
    """
    ending = f".{language.file_tag}.toml"
    tables: dict[str, Any] = {}
    for file in sorted(resources.files("processmap.i18n").joinpath("texts").iterdir(), key=lambda file: file.name):
        if file.name.endswith(ending) and file.name.removesuffix(ending).partition("-")[0] == domain:
            _add(tables, tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    return Texts(domain=domain, language=language, tables=tables)


def _add(tables: dict[str, Any], further: Mapping[str, Any], file: str) -> None:
    """Adds the texts of one file; tables of the same name are joined.

    Raises:
        ProcessmapError: if a text stands in two files.
    """
    for key, value in further.items():
        if isinstance(value, dict) and isinstance(tables.get(key), dict):
            _add(tables[key], value, file)
        elif key in tables:
            raise ProcessmapError(f"{file}: {key!r} stands in another file of texts too")
        else:
            tables[key] = value
