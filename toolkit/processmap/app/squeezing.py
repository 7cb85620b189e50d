"""Takes out of pages, style sheets and scripts what only those read who write them. Nothing is renamed or reordered.

Each function gives back its own result unchanged.
"""

import re

_KEPT = re.compile(r"(<(?:pre\b.*?</pre|textarea\b.*?</textarea|script\b.*?</script|style\b.*?</style)>)", re.DOTALL)
_STRING = r""""[^"\n]*"|'[^'\n]*'"""
_STRING_OR_REMARK = re.compile(rf"{_STRING}|/\*(?!!).*?\*/", re.DOTALL)
_STRING_OR_ROOM = re.compile(rf"{_STRING}|\s*([{{}};,])\s*|(?<=:)\s+|\s+")
_LINE_OF_REMARK = re.compile(r"//|/\*\*.*\*/$")


def squeezed_page(page: str) -> str:
    """Returns the HTML of a page without indents and blank lines.

    What is in `pre`, `textarea`, `script` and `style` stays as it is.
    """
    parts = _KEPT.split(page)
    parts[::2] = map(_without_room, parts[::2])
    return "".join(parts)


def squeezed_sheet(sheet: str) -> str:
    """Returns a style sheet without remarks and without room between its words; licences (`/*!`) stay."""
    plain = _STRING_OR_REMARK.sub(lambda found: "" if found[0].startswith("/*") else found[0], sheet)
    return _STRING_OR_ROOM.sub(_tight, plain).strip() + "\n"


def squeezed_script(script: str) -> str:
    """Returns a script without indents, blank lines, and lines that are nothing but a remark.

    Text over several lines (between backquotes) stays as it is.
    """
    lines, is_text = [], False
    for line in script.split("\n"):  # not `splitlines`: a text may hold signs that end lines elsewhere
        bare = line if is_text else line.strip()
        if is_text or (bare and not _LINE_OF_REMARK.match(bare)):
            lines.append(bare)
            is_text ^= line.count("`") % 2 == 1
    return "\n".join(lines) + "\n"


def _without_room(html: str) -> str:
    first, *lines = html.split("\n")
    if not lines:
        return html
    *lines, last = lines
    return "\n".join((first.rstrip(), *filter(None, map(str.strip, lines)), last.lstrip()))


def _tight(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    if found[0].strip():
        return found[0]
    return "" if found.string.startswith(":", found.start() - 1) else " "
