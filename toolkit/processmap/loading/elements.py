"""What a file defines: finds the elements in a parsed file and validates each on its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from processmap.config import MapSettings
from processmap.diagnostics import Part, Path, Problem
from processmap.i18n import Message
from processmap.loading.likeness import likely
from processmap.loading.parsed import ParsedFile
from processmap.loading.positions import Tree
from processmap.loading.schema import placed, validate
from processmap.loading.wording import unknown_key
from processmap.model.document_control import Status
from processmap.model.glossary import GlossaryTerm
from processmap.model.kinds import CATALOGUES, FILE_KINDS, GLOSSARY_KEY, AnyElement
from processmap.values.ids import Kind

MAP_FILE = "processes/map.yaml"
_RESERVED = ("processes/catalog/", "processes/forms/")


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the map as its file defines it."""

    id: str
    kind: Kind
    model: AnyElement | None
    """None when the element breaks the schema; its id and kind are known all the same."""
    path: str
    """The file."""
    pointer: Path
    """The way to it inside the file; empty when the file holds nothing else."""
    status: Status
    """State of its document; what has none counts as published."""


@dataclass(frozen=True, slots=True)
class FileContents:
    """Everything that one file defines."""

    path: str
    elements: tuple[Element, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    settings: MapSettings | None = None
    problems: tuple[Problem, ...] = ()
    is_read: bool = True
    """Whether it is known what the file defines; not so where its kind is none."""


def contents(file: ParsedFile) -> FileContents:
    """Returns what a file defines, with the problems of its schema and of its place (PM1, PM007)."""
    tree = file.tree
    if tree is None:
        return FileContents(file.path)
    if not isinstance(tree, dict):
        problem = Problem("PM103", Message.of("PM103.file"), file.place(()), Message.of("PM103.file_hint"))
        return FileContents(file.path, problems=(problem,))
    if file.path == MAP_FILE:
        valid = validate(file, (), tree, MapSettings, None)
        return FileContents(file.path, settings=valid.model, problems=valid.problems)
    if "kind" in tree:
        return _single(file, tree)
    return _catalogue(file, tree)


def _single(file: ParsedFile, tree: dict[str, Tree]) -> FileContents:
    word = tree["kind"]
    if word == "map":
        message = Message.of("PM007.folder", id="map.yaml", folder="processes")
        return FileContents(file.path, problems=(Problem("PM007", message, file.place(("kind",))),))
    if not isinstance(word, str) or word not in FILE_KINDS:
        message = Message.of("PM103.kind", given=word if isinstance(word, str) else "…", allowed=", ".join(FILE_KINDS))
        problem = Problem("PM103", message, file.place(("kind",)))
        return FileContents(file.path, problems=(problem,), is_read=False)
    kind, model = FILE_KINDS[word]
    element, problems = _element(file, (), tree, kind, model)
    misplaced = tuple(_misplaced(file, element)) if element else ()
    return FileContents(file.path, (element,) if element else (), problems=problems + misplaced)


def _catalogue(file: ParsedFile, tree: dict[str, Tree]) -> FileContents:
    elements: list[Element] = []
    terms: list[GlossaryTerm] = []
    problems: list[Problem] = []
    known = [*CATALOGUES, GLOSSARY_KEY]
    if not any(key in tree for key in known):
        if not tree:
            return FileContents(file.path)
        first = next(iter(tree))
        mistyped = unknown_key(first, known, tree)
        if len(tree) == 1 and likely(first, known):
            return FileContents(file.path, problems=(placed(file, (), tuple(tree), mistyped, None),))
        message = Message.of("PM007.unknown", path=file.path)
        return FileContents(file.path, problems=(Problem("PM007", message, file.place((first,), Part.KEY)),))
    if len(tree) > 1:
        second = list(tree)[1]
        problems.append(Problem("PM007", Message.of("PM007.several_keys", key=second), file.place((second,), Part.KEY)))
    for key, entries in tree.items():
        if key not in known:
            continue
        for index, entry in enumerate(_entries(file, key, entries, problems)):
            _add_entry(file, (key, index), entry, elements, terms, problems)
        problems.extend(_misplaced_catalogue(file, key))
    return FileContents(file.path, tuple(elements), tuple(terms), problems=tuple(problems))


def _entries(file: ParsedFile, key: str, entries: Tree, problems: list[Problem]) -> list[Tree]:
    if isinstance(entries, list):
        return entries
    if entries is None:
        message, hint = Message.of("PM102.empty", key=key), Message("PM102.list_hint")
        problems.append(Problem("PM102", message, file.place((key,), Part.KEY), hint))
    else:
        problems.append(Problem("PM103", Message.of("PM103.form.list", given="…"), file.place((key,))))
    return []


def _add_entry(
    file: ParsedFile,
    pointer: Path,
    entry: Tree,
    elements: list[Element],
    terms: list[GlossaryTerm],
    problems: list[Problem],
) -> None:
    if not isinstance(entry, dict):
        given = entry if isinstance(entry, str) else "…"
        message = Message.of("PM103.form.mapping", given=given)
        problems.append(Problem("PM103", message, file.place(pointer), Message.of("PM103.mapping_hint")))
        return
    key = str(pointer[0])
    if key == GLOSSARY_KEY:
        valid = validate(file, pointer, entry, GlossaryTerm, None)
        terms.extend((valid.model,) if valid.model else ())
        problems.extend(valid.problems)
        return
    catalogue = CATALOGUES[key]
    element, found = _element(file, pointer, entry, catalogue.kind, catalogue.model)
    elements.extend((element,) if element else ())
    problems.extend(found)


def _element(
    file: ParsedFile, pointer: Path, tree: dict[str, Tree], kind: Kind, model: type[BaseModel]
) -> tuple[Element | None, tuple[Problem, ...]]:
    written = tree.get("id")
    name = written if isinstance(written, str) else None
    valid = validate(file, pointer, tree, model, name)
    problems = valid.problems
    if name is None:
        return None, problems
    if not name.startswith(f"{kind}-") and not any(problem.code == "PM104" for problem in problems):
        message = Message.of("PM104.prefix", given=name, prefix=kind.value)
        problems += (Problem("PM104", message, file.place((*pointer, "id")), element=name),)
    element = Element(name, kind, valid.model, file.path, pointer, _status(tree))
    return element, problems


def _status(tree: dict[str, Tree]) -> Status:
    """The state as written, so that an element that breaks the schema is still judged by it."""
    control = tree.get("doc")
    written: Any = control.get("status") if isinstance(control, dict) else tree.get("status")
    try:
        return Status(written)
    except ValueError:
        return Status.PUBLISHED


def _misplaced(file: ParsedFile, element: Element) -> Iterator[Problem]:
    path = PurePosixPath(file.path)
    folder = _wrong_folder(file.path, element.kind)
    if folder:
        message = Message.of("PM007.folder", id=element.id, folder=folder)
        yield Problem("PM007", message, file.place(("id",)), element=element.id)
    if not (path.stem == element.id or path.stem.startswith(f"{element.id}-")):
        message = Message.of("PM007.name", id=element.id, name=path.name)
        hint = Message.of("PM007.name_hint", id=element.id)
        yield Problem("PM007", message, file.place(("id",)), hint, element=element.id)


def _wrong_folder(path: str, kind: Kind) -> str | None:
    """The folder that a file with one element belongs below, if it is not there."""
    if kind is Kind.ITO:
        return None if path.startswith("itos/") else "itos"
    # Macros and micros have folders of their own.
    is_reserved = kind in (Kind.MACRO, Kind.MICRO) and path.startswith(_RESERVED)
    return None if path.startswith("processes/") and not is_reserved else "processes"


def _misplaced_catalogue(file: ParsedFile, key: str) -> Iterator[Problem]:
    folder = "itos" if key == "roles" else "processes"
    if not file.path.startswith(f"{folder}/"):
        message = Message.of("PM007.catalogue", key=key, folder=folder)
        yield Problem("PM007", message, file.place((key,), Part.KEY))
