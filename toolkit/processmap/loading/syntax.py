"""libyaml's errors in plain words, at the place where the author went wrong rather than where the parser noticed."""

import re
from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from processmap.diagnostics import Place, Problem
from processmap.i18n import Message
from processmap.loading.lines import LineTable
from processmap.loading.quoting import syntax_edit


@dataclass(frozen=True, slots=True)
class Spot:
    """The last scalar that was read before the error."""

    start: int
    end: int
    is_quoted: bool


_NO_SPACE = re.compile(r"^\s*(?:- +)?[A-Za-z_][\w-]*(:)(?=[^\s:])")
_KEY_BEFORE = re.compile(r"^\s*(?:- +)*[^\s:#][^:#]*:\s+\S")


def syntax_problem(path: str, lines: LineTable, error: MarkedYAMLError, last: Spot | None) -> Problem:
    """Returns the PM001 for an error of the parser."""
    mark = error.problem_mark.index if error.problem_mark else len(lines.text)
    context = error.context_mark.index if error.context_mark else None
    variant, start, end = _diagnosis(lines, str(error.problem), str(error.context), mark, context, last)
    end = max(start, min(end, len(lines.text)))
    message = Message.of(f"PM001.{variant}")
    hint, edit = Message.of(f"PM001.{variant}_hint"), syntax_edit(path, lines, variant, start)
    return Problem("PM001", message, Place(path, lines.span(start, end)), hint, edit=edit)


def missing_space(path: str, lines: LineTable) -> Problem | None:
    """Returns the PM001 for a text that is no mapping because its first colon has no space after it (`a:1`)."""
    found = _NO_SPACE.match(lines.text)
    if not found:
        return None
    place = Place(path, lines.span(found.start(1), found.end(1)))
    edit = syntax_edit(path, lines, "no_space", found.start(1))
    return Problem("PM001", Message("PM001.no_space"), place, Message("PM001.no_space_hint"), edit=edit)


def _diagnosis(  # noqa: C901  # a list of cases, read from top to bottom
    lines: LineTable, problem: str, context: str, mark: int, start: int | None, last: Spot | None
) -> tuple[str, int, int]:
    """Returns the variant of the message and the offsets of what it is about."""
    character = lines.text[mark : mark + 1]
    opened = mark if start is None else start
    if "quoted scalar" in context and "unexpected end" in problem:
        return "quote", opened, opened + 1
    if "escape" in problem or context == "while parsing a quoted scalar":
        return "escape", mark, mark + 1
    if last and last.is_quoted and ("did not find expected" in problem or "not allowed" in problem):
        if lines.position(last.start).line != lines.position(last.end).line:
            return "quote", last.start, last.start + 1
        if lines.position(last.end).line == lines.position(mark).line:
            return "after_quote", mark, mark + 1
    if "tab" in problem or character == "\t":
        return "tab", mark, mark + 1
    if "scanning a block scalar" in context:
        return "block", opened, opened + 1
    if "mapping values" in problem:
        return _misplaced_colon(lines, mark)
    if "simple key" in context:
        return _no_colon(lines, opened)
    if "flow" in context:
        is_same_line = lines.line_start(opened) == lines.line_start(mark)
        return ("colon", mark, mark + 1) if character == ":" and is_same_line else ("bracket", opened, opened + 1)
    if any(word in context for word in ("alias", "anchor", "tag", "directive")) or "start any token" in problem:
        return "reserved", opened, opened + 1
    if "tag handle" in problem:
        return "reserved", opened, opened + 1
    if "sequence entries" in problem:
        return "dash", mark, mark + 1
    if "node content" in problem:
        return "reserved", mark, mark + 1
    if "expected <document start>" in problem:
        return "other", mark, mark + 1
    if last and lines.text[lines.line_start(mark) : mark].rstrip(" ").endswith(("]", "}")):
        return "after_bracket", mark, mark + 1
    if "did not find expected" in problem:
        return "indentation", mark, mark + 1
    return "other", mark, mark + 1


def _misplaced_colon(lines: LineTable, mark: int) -> tuple[str, int, int]:
    begin = lines.line_start(mark)
    before = lines.text[begin:mark]
    if _KEY_BEFORE.match(before):
        return "colon", mark, mark + 1
    previous = lines.text[:begin].rstrip()
    above = lines.line_start(len(previous))
    found = _NO_SPACE.match(lines.text[above : len(previous)])
    if previous and found:
        return "no_space", above + found.start(1), above + found.end(1)
    first = begin + len(before) - len(before.lstrip(" -"))
    return ("continued" if previous else "colon"), first, mark


def _no_colon(lines: LineTable, start: int) -> tuple[str, int, int]:
    line = lines.line_at(start)
    found = _NO_SPACE.match(line)
    begin = lines.line_start(start)
    if found:
        return "no_space", begin + found.start(1), begin + found.end(1)
    return "no_colon", start, begin + len(line)
