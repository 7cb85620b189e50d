"""What mkdocs.yml must say for the pages to work; the line to write is part of every refusal."""

import re
from pathlib import Path

from processmap.errors import CannotRunError
from processmap.i18n import Language

MKDOCS_FILE = "mkdocs.yml"
_LANGUAGE = re.compile(r"^(?P<indent>[ \t]+)language:[ \t]*['\"]?(?P<value>[\w-]+)", re.MULTILINE)
_THEME = re.compile(r"^theme:[^\n]*\n(?P<body>(?:[ \t]+[^\n]*\n|[ \t]*\n|[ \t]*#[^\n]*\n)*)", re.MULTILINE)
_DIRECTORY_URLS = re.compile(r"^use_directory_urls:[ \t]*false\b", re.MULTILINE)


def check_site_settings(root: Path, language: Language) -> None:
    """Makes sure that MkDocs will build the pages as they are meant.

    Raises:
        CannotRunError: if there is no mkdocs.yml, or a line in it is missing or different.
    """
    path = root / MKDOCS_FILE
    if not path.is_file():
        raise CannotRunError(
            f"There is no {MKDOCS_FILE} beside processes/. "
            f"Make a map with `processmap new DIR` and copy its {MKDOCS_FILE}."
        )
    # A trailing line end, so that the last line of the theme is one like the others.
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n") + "\n"
    _check_language(text, language)
    if not _DIRECTORY_URLS.search(text):
        raise CannotRunError(
            f"{MKDOCS_FILE} must say, at its left margin:\n\nuse_directory_urls: false\n\n"
            "The pages link to each other as files, so that they also open from a folder without a web server."
        )


def _check_language(text: str, language: Language) -> None:
    theme = _THEME.search(text)
    written = _LANGUAGE.search(theme["body"]) if theme else None
    found = written["value"] if written else "en"
    if found == language.value:
        return
    raise CannotRunError(
        f"{MKDOCS_FILE} has the theme in {found!r}, processes/map.yaml the map in {language.value!r}. "
        f"Write in {MKDOCS_FILE}, under theme:\n\n  language: {language.value}\n"
    )
