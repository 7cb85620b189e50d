"""Validates the elements of a file against their models and puts each error at its line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from processmap.diagnostics import Edit, Part, Path, Problem
from processmap.i18n import Message
from processmap.loading.known_keys import known_keys
from processmap.loading.parsed import MOST_OF_A_SORT, ParsedFile
from processmap.loading.positions import Tree
from processmap.loading.quoting import cut_number_edit
from processmap.loading.wording import Wording, unknown_key, unsaid_step, worded
from processmap.model.micro import Micro
from processmap.model.steps import step_kind


@dataclass(frozen=True, slots=True)
class Validated:
    """An element after validation."""

    model: Any
    """The model, or None when the element has problems; `Any` since it may be of any kind."""
    problems: tuple[Problem, ...]


def validate(file: ParsedFile, pointer: Path, tree: Tree, model: type[BaseModel], element: str | None) -> Validated:
    """Validates one element on its own.

    Args:
        file: the file that it stands in.
        pointer: the way to it inside the file.
        tree: its values.
        model: the model of its kind.
        element: its id, where it has one.
    """
    empty = tuple(islice(_empty_values(tree, ()), MOST_OF_A_SORT)) if file.has_gaps else ()
    filled = _without(tree, empty) if empty else tree
    problems = [_empty(file, pointer, tree, path, element, known_keys(model, tree, path[:-1])) for path in empty]
    try:
        try:
            valid = model.model_validate(filled)
        except PydanticCustomError:  # the kind of a step is chosen before validation, which stops there
            filled, unsaid = _without_unsaid_steps(filled)
            problems += [placed(file, pointer, path, wording, element) for path, wording in unsaid[:MOST_OF_A_SORT]]
            valid = model.model_validate(filled)
    except ValidationError as error:
        seen = set(empty)
        refused = {problem.at for problem in file.problems if problem.code == "PM004"}  # an alias has no value
        for details in islice(error.errors(include_url=False), MOST_OF_A_SORT):
            problem = _problem(file, pointer, tree, details, model, element, seen)
            if problem and problem.at not in refused:
                problems.append(problem)
        return Validated(None, tuple(problems))
    return Validated(None if problems else valid, tuple(problems))


def _empty_values(tree: Tree, path: Path) -> Iterator[Path]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            if value is None:
                yield (*path, key)
            elif not isinstance(value, str):
                yield from _empty_values(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            if value is None:
                yield (*path, index)
            elif not isinstance(value, str):
                yield from _empty_values(value, (*path, index))


def _without(tree: Tree, empty: tuple[Path, ...]) -> Tree:
    """Returns a copy of a tree without its empty keys; empty items of lists stay, so that no index changes."""
    gone = set(empty)

    def copy(node: Tree, path: Path) -> Tree:
        if isinstance(node, dict):
            return {key: copy(value, (*path, key)) for key, value in node.items() if (*path, key) not in gone}
        if isinstance(node, list):
            return [copy(value, (*path, index)) for index, value in enumerate(node)]
        return node

    return copy(tree, ())


_STAND_IN: Tree = {"id": "X0", "note": "-", "about": "X0"}


def _without_unsaid_steps(tree: Tree) -> tuple[Tree, list[tuple[Path, Wording]]]:
    """Puts a stand-in where a step has no kind, or two.

    An empty step has been reported by then.
    """
    steps = tree.get("steps") if isinstance(tree, dict) else None
    if not isinstance(tree, dict) or not isinstance(steps, list):
        return tree, []
    unsaid: list[tuple[Path, Wording]] = []
    known = list(steps)
    for index, step in enumerate(steps):
        try:
            step_kind(step)
        except PydanticCustomError as error:
            known[index] = _STAND_IN
            if step is not None:
                unsaid.append((("steps", index), unsaid_step(error.type, error.context or {})))
    return {**tree, "steps": known}, unsaid


def _empty(
    file: ParsedFile, pointer: Path, tree: Tree, path: Path, element: str | None, keys: Sequence[str]
) -> Problem:
    if isinstance(path[-1], int):
        place, key = file.place(pointer + path), str(path[-2]) if len(path) > 1 else ""
        return Problem("PM102", Message.of("PM102.empty_item", key=key), place, element=element)
    end = file.offsets(pointer + path, Part.KEY)[1]
    has_colon = file.text[end:].lstrip(" ").startswith(":") if end else True
    if has_colon and keys and path[-1] not in keys:
        wording = unknown_key(str(path[-1]), keys, _keys_at(tree, path[:-1]))
        return placed(file, pointer, path, wording, element)
    if not has_colon:
        return _cut(file, pointer, path, element, keys)
    hint = Message.of("PM102.empty_hint", key=path[-1])
    place = file.place(pointer + path, Part.KEY)
    return Problem("PM102", Message.of("PM102.empty", key=path[-1]), place, hint, element=element)


def _cut(file: ParsedFile, pointer: Path, path: Path, element: str | None, keys: Sequence[str]) -> Problem:
    """A key in braces without a colon: `{value: 0,35}` was cut at its comma, `{max:3 d}` has no space."""
    place = file.place(pointer + path, Part.KEY)
    key, start = str(path[-1]), file.offsets(pointer + path, Part.KEY)[0]
    if ":" in key:
        name = key.partition(":")[0]
        end = start + len(name) + 1
        edit = Edit(file.path, end, end, " ") if name in keys and file.text.startswith(f"{name}:", start) else None
        hint = Message("PM001.no_space_hint")
        return Problem("PM103", Message("PM001.no_space"), place, hint, edit=edit, element=element)
    message, hint = Message.of("PM103.cut_in_braces", key=key), Message("PM103.braces_hint")
    return Problem("PM103", message, place, hint, edit=cut_number_edit(file.path, file.lines, start), element=element)


def _problem(
    file: ParsedFile,
    pointer: Path,
    tree: Tree,
    details: Any,
    model: type[BaseModel],
    element: str | None,
    seen: set[Path],
) -> Problem | None:
    path = _authored_path(model, tree, details["loc"])
    if path in seen:
        return None
    seen.add(path)
    if details["type"] == "missing" and isinstance(path[-1], str):
        return _missing(file, pointer, tree, path, element)
    is_about_key = bool(path) and details["loc"][-1] == "[key]"
    given = str(path[-1]) if is_about_key else _at(tree, path)
    wording = worded(details, given, path, known_keys(model, tree, path[:-1]), _keys_at(tree, path[:-1]))
    return placed(file, pointer, path, wording, element)


def _missing(file: ParsedFile, pointer: Path, tree: Tree, path: Path, element: str | None) -> Problem:
    """PM102 stands at the `id` of what lacks the key, else at its first key."""
    holder = path[:-1]
    owner = _at(tree, holder)
    target: Path = holder
    part = Part.VALUE
    if isinstance(owner, dict) and "id" in owner and isinstance(owner["id"], str):
        target = (*holder, "id")
    elif isinstance(owner, dict) and owner:
        target, part = (*holder, next(iter(owner))), Part.KEY
    message = Message.of("PM102.message", key=path[-1])
    hint = Message.of("PM102.hint", key=path[-1])
    return Problem("PM102", message, file.place(pointer + target, part), hint, element=element)


def placed(file: ParsedFile, pointer: Path, path: Path, wording: Wording, element: str | None) -> Problem:
    """Returns the problem of a wording at the value, or key, that stands at a path below the pointer."""
    part = Part.KEY if wording.is_about_key else Part.VALUE
    place = file.place(pointer + path, part)
    edit = _edit(file, pointer + path, part, wording) if wording.replacement is not None else None
    return Problem(wording.code, wording.message, place, wording.hint, edit=edit, element=element)


def _edit(file: ParsedFile, path: Path, part: Part, wording: Wording) -> Edit | None:
    """Replaces a word that stands in the file as it was read, so without escapes; quotation marks around it stay."""
    start, end = file.offsets(path, part)
    is_quoted = file.text[start : start + 1] in ('"', "'")
    written = path[-1] if part is Part.KEY else _at(file.tree, path)
    if is_quoted:
        start, end = start + 1, end - 1
    if file.text[start:end] != written or (is_quoted and not wording.keeps_quotes):
        return None
    assert wording.replacement is not None
    return Edit(file.path, start, end, wording.replacement)


def _authored_path(model: type[BaseModel], tree: Tree, location: tuple[str | int, ...]) -> Path:
    """Drops from an error's location what is no authored key: the tag of a step's kind, `[key]`, union members."""
    if model is Micro and location[0] == "steps":
        location = (*location[:2], *location[3:])
    if not location:
        return ()
    path: list[str | int] = []
    node = tree
    for step in location:
        is_item = isinstance(node, list) and isinstance(step, int)
        is_key = isinstance(node, dict) and isinstance(step, str) and step != "[key]"
        if not (is_item or is_key):
            break
        path.append(step)
        node = _at(node, (step,))
    return tuple(path)


def _keys_at(tree: Tree, path: Path) -> tuple[str, ...]:
    """The keys of the mapping at a path; none where there is no mapping."""
    holder = _at(tree, path)
    return tuple(holder) if isinstance(holder, dict) else ()


def _at(tree: Tree, path: Path) -> Tree:
    node = tree
    for step in path:
        match node, step:
            case dict(), str() if step in node:
                node = node[step]
            case list(), int() if step < len(node):
                node = node[step]
            case _:
                return None
    return node
