"""One file, parsed: its values, where they stand, and what is wrong with it as YAML."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from yaml.error import MarkedYAMLError

from processmap.diagnostics import Part, Path, Place, Problem
from processmap.i18n import Message
from processmap.loading.builder import Built, build
from processmap.loading.characters import clean
from processmap.loading.comments import comments, cut_texts
from processmap.loading.lines import LineTable
from processmap.loading.positions import Positions, Tree
from processmap.loading.refusals import refusals
from processmap.loading.source import SourceFile
from processmap.loading.suppressions import Suppression, suppressions
from processmap.loading.syntax import Spot, missing_space, syntax_problem

MOST_OF_A_SORT = 500
"""Problems of one sort that are reported of one file. A file with more has one cause, and two megabytes of nothing but
mistakes would keep a reader, and the machine, for long; what is left out comes up once the first are mended."""


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file of the map after parsing, before any schema."""

    path: str
    tree: Tree
    """None when the file is empty or cannot be parsed."""
    positions: Positions
    lines: LineTable
    problems: tuple[Problem, ...]
    """PM001 to PM006 and PM008, in document order."""
    suppressions: tuple[Suppression, ...]
    is_complete: bool
    """False when the text is no YAML; what it defines is then unknown."""
    has_gaps: bool
    """Whether a key or an item has no value: most files have none, and need no look for them."""

    @property
    def text(self) -> str:
        """The text of the file, without a byte order mark."""
        return self.lines.text

    def offsets(self, path: Path, part: Part = Part.VALUE) -> tuple[int, int]:
        """Returns where the value at a path, or its key, begins and ends."""
        return self.positions.find(self.tree, path, part)

    def place(self, path: Path, part: Part = Part.VALUE) -> Place:
        """Returns the place of the value at a path, or of its key."""
        return Place(self.path, self.lines.span(*self.offsets(path, part)))


def parse(path: str, text: str) -> ParsedFile:
    """Parses a text. Never raises for what the text holds: that becomes problems."""
    lines = LineTable(text.removeprefix("\ufeff"))
    cleaned = clean(path, lines)
    built = build(cleaned.text)
    found = comments(cleaned.text, built.offsets)
    problems = [
        *islice(cleaned.problems, MOST_OF_A_SORT),
        *islice(refusals(path, built, lines), MOST_OF_A_SORT),
        *islice(cut_texts(path, found, built.offsets, lines), MOST_OF_A_SORT),
    ]
    problems += _syntax(path, built, lines)
    is_complete = built.is_complete and not any(problem.code == "PM001" for problem in problems)
    return ParsedFile(
        path=path,
        tree=built.tree if is_complete else None,
        positions=Positions(built.offsets),
        lines=lines,
        problems=tuple(sorted(problems, key=_order)) if problems else (),
        suppressions=tuple(suppressions(found, lines)) if found else (),
        is_complete=is_complete,
        has_gaps=built.has_gaps,
    )


def parse_source(source: SourceFile) -> ParsedFile:
    """Parses a source; its own problems come first. One without text is not complete."""
    if source.text is None:
        empty = parse(source.path, "")
        return replace(empty, problems=source.problems, is_complete=False)
    parsed = parse(source.path, source.text)
    return replace(parsed, problems=source.problems + parsed.problems) if source.problems else parsed


def _syntax(path: str, built: Built, lines: LineTable) -> Iterator[Problem]:
    if isinstance(built.error, MarkedYAMLError):
        yield syntax_problem(path, lines, built.error, _last_value(built, lines))
    elif built.error is not None:
        yield Problem("PM001", Message("PM001.other"), Place(path, lines.span(0, 0)), Message("PM001.other_hint"))
    elif isinstance(built.tree, str) and built.is_complete:
        spaceless = missing_space(path, lines)
        if spaceless:
            yield spaceless


def _last_value(built: Built, lines: LineTable) -> Spot | None:
    if not built.offsets:
        return None
    start, end = built.offsets[-2], built.offsets[-1]
    return Spot(start, end, is_quoted=lines.text[start : start + 1] in ('"', "'"))


def _order(problem: Problem) -> tuple[int, int, str]:
    assert isinstance(problem.at, Place)
    start = problem.at.span.start
    return start.line, start.column, problem.code
