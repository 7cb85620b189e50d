"""`processmap new`."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from processmap.app.scaffolding import make_project
from processmap.cli.options import DateOption
from processmap.i18n import Language, Texts, load_texts

# POSIX: the first of these that is set decides (IEEE Std 1003.1, 8.2).
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

_HOLDS = {
    "processes/": "processes",
    "itos/": "itos",
    "docs/": "docs",
    ".vscode/": "editor",
    ".github/": "automation",
}


@click.command("new", epilog="Example: processmap new meu-mapa --language pt-BR")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    callback=lambda _context, _parameter, value: Language(value) if value else None,
    help="Language of the map.  [default: that of the terminal]",
)
@click.option(
    "--today",
    type=DateOption(),
    default=date.today,
    show_default="today",
    help="The day on which the sample is issued, such as 2026-11-23.",
)
def command(directory: Path, language: Language | None, today: date) -> None:
    """Make a small, complete map of your own: a sample business that is clean and builds.

    Without --language, Brazilian Portuguese where the locale of the terminal is Portuguese, else English.
    Nothing is ever overwritten: if a file of the same name exists, nothing is written and the exit code is 2.
    """
    chosen = language or locale_language(os.environ)
    files = make_project(directory, chosen, today=today)
    for line in _said(directory, files, load_texts("cli", chosen)):
        click.echo(line)


def locale_language(environment: Mapping[str, str]) -> Language:
    """Returns the language of the terminal's locale: Portuguese if it starts with `pt`, else English."""
    locale = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), "")
    return Language.PORTUGUESE if locale.lower().startswith("pt") else Language.ENGLISH


def _said(directory: Path, files: list[Path], texts: Texts) -> Iterator[str]:
    yield texts("new.made", folder=directory.as_posix(), count=len(files))
    for folder, key in _HOLDS.items():
        yield f"  {folder:<12} {texts(f'new.holds.{key}')}"
    yield ""
    yield texts("new.next")
    sample = next(file for file in files if file.name.startswith("MIC-")).as_posix()
    is_here = directory.resolve() == Path.cwd()
    commands = {
        "check": "processmap check" if is_here else f"cd {directory.as_posix()} && processmap check",
        "serve": "processmap serve",
        "edit": f"code {sample}",
    }
    width = max(map(len, commands.values()))
    for key, line in commands.items():
        yield f"  {line:<{width}}   {texts(f'new.{key}')}"
