"""Puts into words what a text may not have: keys that come twice (PM003), features of YAML (PM004), nothing (PM006)."""

from collections.abc import Iterator

from processmap.diagnostics import Place, Problem, Remark
from processmap.i18n import Message
from processmap.loading.builder import Built, Feature, Refusal
from processmap.loading.dropping import Duplicate
from processmap.loading.lines import LineTable


def refusals(path: str, built: Built, lines: LineTable) -> Iterator[Problem]:
    """Yields what is wrong with a text although libyaml could read it."""
    for refusal in built.refusals:
        yield _refused(path, refusal, lines)
    for duplicate in built.duplicates:
        yield _twice(path, duplicate, lines)
    if built.is_complete and built.tree is None and not built.refusals:
        yield Problem("PM006", Message("PM006.message"), Place(path, lines.span(0, 0)), Message("PM006.hint"))


def _refused(path: str, refusal: Refusal, lines: LineTable) -> Problem:
    end = refusal.end
    if refusal.feature is Feature.TAG:
        while end < len(lines.text) and not lines.text[end].isspace():
            end += 1
    key = f"PM004.{refusal.feature}"
    return Problem("PM004", Message(key), Place(path, lines.span(refusal.start, end)), Message(f"{key}_hint"))


def _twice(path: str, duplicate: Duplicate, lines: LineTable) -> Problem:
    first = lines.span(*duplicate.first)
    return Problem(
        "PM003",
        Message.of("PM003.message", key=duplicate.name, line=first.start.line),
        Place(path, lines.span(*duplicate.second)),
        Message.of("PM003.hint", key=duplicate.name),
        (Remark(Place(path, first), Message.of("PM003.first", key=duplicate.name)),),
    )
