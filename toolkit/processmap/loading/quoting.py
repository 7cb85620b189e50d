"""Puts quotation marks around a text that YAML reads otherwise than its author meant it.

Only where nothing else can be meant: the value of one key, or one item of a list, that begins and ends in its line and
stands outside of brackets and braces.
"""

import re

from processmap.diagnostics import Edit
from processmap.loading.builder import build
from processmap.loading.characters import clean
from processmap.loading.lines import LineTable

_LINE = re.compile(r"(?P<lead> *(?:- +)*(?:[^\s\"'#\[\]{},:-][^\s#:]*: +|- +))(?P<value>\S.*?)(?P<trail>[ \t]*)")
_REMARK = re.compile(r"[ \t]+#(?=[ \t]|$|processmap:)")
_NUMBER_SIGN = re.compile(r"#[0-9]")
_WHOLE = re.compile(r": +(?P<digits>[0-9]+),$")
_FRACTION = re.compile(r"(?P<digits>[0-9]+%?)(?=[ \t]*[,}\]])")
_BEGINNINGS = {"colon": "", "reserved": "", "block": "", "after_bracket": "["}
"""The syntax errors that quotation marks can mend; which bracket a text may begin with there."""


def quoted(text: str) -> str | None:
    """Returns a text in quotation marks, double ones where that needs no backslash; None if it cannot be quoted."""
    if not text.isprintable():
        return None
    return f'"{text}"' if not set('"\\') & set(text) else "'" + text.replace("'", "''") + "'"


def syntax_edit(path: str, lines: LineTable, variant: str, start: int) -> Edit | None:
    """Returns the edit that mends a syntax error, if it is of a kind that can be mended safely and the edit does.

    Args:
        path: the file.
        lines: its text.
        variant: which error it is, as in the texts of PM001.
        start: offset of the error.
    """
    if variant == "no_space":
        edit = None if lines.text.startswith("//", start + 1) else Edit(path, start + 1, start + 1, " ")
    else:
        edit = _value_quoted(path, lines, start, _BEGINNINGS[variant]) if variant in _BEGINNINGS else None
    return edit if edit and _mends(edit, lines) else None


def cut_edit(path: str, lines: LineTable, value_start: int, start: int) -> Edit | None:
    """Returns the edit that takes a number such as `#1` back into the text that it was cut from.

    Args:
        path: the file.
        lines: its text.
        value_start: offset at which the text begins.
        start: offset of the `#`.
    """
    if not _NUMBER_SIGN.match(lines.text, start):
        return None
    edit = _value_quoted(path, lines, start)
    return edit if edit and edit.start == value_start and start < edit.end else None


def cut_number_edit(path: str, lines: LineTable, start: int) -> Edit | None:
    """Returns the edit that puts a number such as `0,35` in quotation marks, whose comma has cut it inside braces.

    Args:
        path: the file.
        lines: its text.
        start: offset of what stands after the comma.
    """
    before = _WHOLE.search(lines.text, lines.line_start(start), start)
    after = _FRACTION.match(lines.text, start)
    if not before or not after:
        return None
    text = f"{before['digits']},{after['digits']}"
    return Edit(path, before.start("digits"), after.end("digits"), f'"{text}"')


def _value_quoted(path: str, lines: LineTable, offset: int, beginning: str = "") -> Edit | None:
    begin = lines.line_start(offset)
    line = _LINE.fullmatch(lines.line_at(offset))
    if not line or _goes_on(lines, offset, len(line["lead"]) - len(line["lead"].lstrip(" "))):
        return None
    value = _REMARK.split(line["value"], maxsplit=1)[0]
    replacement = quoted(value)
    if replacement is None or value[0] in {*"\"'[{"} - {*beginning} or not _is_whole(value):
        return None
    start = begin + len(line["lead"])
    return Edit(path, start, start + len(value), replacement)


def _is_whole(value: str) -> bool:
    """Whether a value takes no part in brackets or braces that were opened further up."""
    level = 0
    for character in value:
        level += (character in "[{") - (character in "]}")
        if level < 0:
            return False
    return level == 0 and not value.endswith(",")


def _goes_on(lines: LineTable, offset: int, indentation: int) -> bool:
    """Whether the next line with content is indented deeper, and so belongs to the value."""
    following = lines.position(offset).line
    for number in range(following, len(lines.starts)):
        line = lines.line_at(lines.starts[number])
        if line.strip():
            return len(line) - len(line.lstrip(" ")) > indentation
    return False


def _mends(edit: Edit, lines: LineTable) -> bool:
    """Whether the line can be read after an edit: the text as a whole, or up to an error further down."""
    text = lines.text[: edit.start] + edit.replacement + lines.text[edit.end :]
    after = LineTable(text)
    built = build(clean(edit.path, after).text)
    if isinstance(built.tree, str):
        return False
    if built.error is None:
        return True
    mark = getattr(built.error, "problem_mark", None)
    return mark is not None and after.position(mark.index).line > after.position(edit.start).line
