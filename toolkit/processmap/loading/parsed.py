"""One file, parsed: its values, where they stand, and what is wrong with it as YAML."""

from dataclasses import dataclass

from processmap.diagnostics import Part, Path, Place, Problem
from processmap.loading.builder import Builder
from processmap.loading.comments import Suppression, suppressions
from processmap.loading.lines import LineTable
from processmap.loading.positions import Positions, Tree
from processmap.loading.source import SourceFile


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file of the map after parsing, before any schema."""

    path: str
    tree: Tree
    """None when the file is empty or cannot be parsed."""
    positions: Positions
    lines: LineTable
    problems: tuple[Problem, ...]
    suppressions: tuple[Suppression, ...]
    is_complete: bool
    """False when the text is no YAML; what it defines is then unknown."""

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
    builder = Builder(path, text)
    tree = builder.build()
    return ParsedFile(
        path=path,
        tree=tree,
        positions=Positions(builder.offsets),
        lines=builder.lines,
        problems=tuple(builder.problems),
        suppressions=suppressions(text, builder.lines, builder.closed),
        is_complete=builder.is_complete,
    )


def parse_source(source: SourceFile) -> ParsedFile:
    """Parses a source; one without text comes back with its own problems."""
    if source.text is not None:
        return parse(source.path, source.text)
    empty = Builder(source.path, "")
    return ParsedFile(source.path, None, Positions(empty.offsets), LineTable(""), source.problems, (), is_complete=False)
