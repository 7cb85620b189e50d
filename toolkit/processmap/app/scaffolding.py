"""Makes a new map: copies the sample business of a language into a folder, all of it or nothing."""

import os
import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from processmap import __version__
from processmap.app.files import write_atomically
from processmap.app.schemas import write_schemas
from processmap.app.site_templates import shipped_templates
from processmap.errors import CannotRunError
from processmap.i18n import Language

SCHEMAS = Path(".processmap") / "schemas"
"""Where a project keeps the JSON Schemas that its editor settings name."""

_SHARED = "shared"
_PLACE = re.compile(r"\{\{ (\w+) \}\}")
_SHOWN_IN_THE_WAY = 5


def make_project(target: Path, language: Language, *, today: date) -> list[Path]:
    """Makes a map that is clean and builds.

    Nothing is ever overwritten, and a failure half-way leaves nothing behind.

    Args:
        target: the folder; it is made where it does not exist, and may hold files of other names.
        language: of the texts and of the map.
        today: the day on which the sample is issued; it is reviewed a year later.

    Returns:
        The files written, relative to `target`, sorted.

    Raises:
        CannotRunError: if the target is a file, cannot be written, or holds a file of the same name.
    """
    try:
        _refuse_file(target)
        with tempfile.TemporaryDirectory(dir=_existing(target), prefix=".processmap-new-") as beside:
            stage = Path(beside)
            _write_sample(stage, language, today)
            write_schemas(stage / SCHEMAS)
            files = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
            _refuse_overwriting(target, files)
            _move(stage, target, files)
    except OSError as error:
        raise CannotRunError(f"Cannot write {target}: {error.strerror}. Nothing was made.") from error
    return files


def sample_files(language: Language) -> Mapping[str, Path]:
    """Returns the templates of a language by the path of the file that they become, sorted."""
    found: dict[str, Path] = {}
    scaffold = shipped_templates() / "scaffold"
    for folder in (scaffold / _SHARED, scaffold / language.value):
        found |= {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return dict(sorted(found.items()))


def _write_sample(stage: Path, language: Language, today: date) -> None:
    values = {"today": today.isoformat(), "next_review": _a_year_later(today).isoformat(), "version": __version__}
    for name, template in sample_files(language).items():
        text = template.read_text(encoding="utf-8")
        write_atomically(stage / name, _PLACE.sub(lambda place: values[place[1]], text))


def _a_year_later(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)


def _refuse_file(target: Path) -> None:
    for folder in (target, *target.absolute().parents):
        if folder.exists() and not folder.is_dir():
            raise CannotRunError(f"{folder} is a file; a map needs a folder. Nothing was made.")


def _refuse_overwriting(target: Path, files: list[Path]) -> None:
    in_the_way = [name for name in files if _is_taken(target, name)]
    if not in_the_way:
        return
    shown = ", ".join(name.as_posix() for name in in_the_way[:_SHOWN_IN_THE_WAY])
    more = len(in_the_way) - _SHOWN_IN_THE_WAY
    rest = f" and {more} more" if more > 0 else ""
    raise CannotRunError(
        f"In {target} these files are in the way: {shown}{rest}. Nothing was made; choose another folder."
    )


def _is_taken(target: Path, name: Path) -> bool:
    """Whether the file, or something that is no folder where one of its folders must be, is there already."""
    if os.path.lexists(target / name):
        return True
    folders = (target / parent for parent in name.parents)
    return any(os.path.lexists(folder) and not folder.is_dir() for folder in folders)


def _existing(target: Path) -> Path:
    """The nearest existing folder: what is staged there moves to the target within one file system."""
    return next(folder for folder in (target.absolute(), *target.absolute().parents) if folder.is_dir())


def _move(stage: Path, target: Path, files: list[Path]) -> None:
    made: list[Path] = []
    try:
        for name in files:
            _make_folders((target / name).parent, made)
            _place(stage / name, target / name)
            made.append(target / name)
    except BaseException:
        _remove(made)
        raise


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir()
        made.append(path)


def _place(source: Path, target: Path) -> None:
    """Gives a finished file its name, unlike a rename never in place of one that has appeared meanwhile."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with target.open("xb") as stream:
            try:
                stream.write(source.read_bytes())
            except BaseException:
                target.unlink()
                raise


def _remove(made: list[Path]) -> None:
    for path in reversed(made):
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
