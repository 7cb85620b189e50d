"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from processmap.i18n import Language

Command = TypeVar("Command", bound=Callable[..., Any])


class DateOption(click.ParamType[date]):
    """A day such as 2026-11-23."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Returns the date, or fails with what was expected."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2026-11-23.", param, ctx)


def directory_argument(command: Command) -> Command:
    """Adds `[DIR]`, the folder of the map; the current folder by default."""
    return click.argument(
        "directory", metavar="[DIR]", default=".", type=click.Path(path_type=Path, file_okay=False), required=False
    )(command)


def today_option(command: Command) -> Command:
    """Adds `--today`; the one place where the date of the day enters."""
    return click.option(
        "--today",
        type=DateOption(),
        default=date.today,
        show_default="today",
        help="The day that deadlines are compared with, such as 2026-11-23.",
    )(command)


def language_option(command: Command) -> Command:
    """Adds `--language`; without it the map's own."""
    return click.option(
        "--language",
        type=click.Choice([language.value for language in Language]),
        callback=lambda _context, _parameter, value: Language(value) if value else None,
        help="Language of the messages.  [default: the map's]",
    )(command)
