"""Reads the pages of the rules, `docs/rules/PMnnn.md`: for `processmap explain`, for the list of rules, for the tests.

A page is written once and serves all three. It has an English part, a Portuguese part, and one pair of examples that
both share: files that break the rule with exactly what `check` says about them, and files that keep it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from processmap.errors import ProcessmapError
from processmap.i18n import Language, load_texts

CODE_PATTERN = re.compile(r"PM[0-9]{3}")

_SECTIONS = {
    Language.ENGLISH: ("What it finds", "Why", "How to fix"),
    Language.PORTUGUESE: ("O que encontra", "Por quê", "Como corrigir"),
}
_PORTUGUESE, _FAILING, _PASSING = "Em português", "Failing example", "Passing example"


class BrokenPageError(ProcessmapError):
    """A page that does not keep to its form: a bug, found by the test that reads every page."""


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """A file of an example; it is added to the base map or replaces one of its files."""

    path: str
    """POSIX path relative to the map's root."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it."""

    heading: str
    body: str

    @property
    def first_sentence(self) -> str:
        """The first sentence, on one line."""
        return re.split(r"(?<=\.)\s", " ".join(self.body.split()), maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Words:
    """The part of a page that is in one language."""

    facts: str
    """Severity, family and version, on one line."""
    sections: tuple[Section, ...]
    """What it finds, why, how to fix."""


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one rule."""

    title: str
    """Code and name: `PM106 · dangling-reference`."""
    words: dict[Language, Words]
    failing: str
    """The failing example as written, with its files and findings."""
    passing: str

    @property
    def failing_files(self) -> tuple[ExampleFile, ...]:
        """The files that break the rule."""
        return tuple(_files(self.failing))

    @property
    def passing_files(self) -> tuple[ExampleFile, ...]:
        """The files that keep it."""
        return tuple(_files(self.passing))

    @property
    def findings(self) -> str:
        """What `check --format concise` says about the failing files, one finding a line."""
        return next((fence.body for fence in _fences(self.failing) if fence.language == "text"), "")

    def text(self, language: Language) -> str:
        """Returns the page in one language, with the examples."""
        texts = load_texts("findings", language)
        words = self.words[language]
        parts = [f"# {self.title}", words.facts]
        for section in words.sections:
            parts += [f"## {section.heading}", section.body]
        parts += [f"## {texts('page.failing')}", self.failing, f"## {texts('page.passing')}", self.passing]
        return "\n\n".join(parts)


def explain(code: str, language: Language = Language.ENGLISH) -> str | None:
    """Returns the page of a rule as Markdown in one language, or None if no rule has that code."""
    source = page_source(code)
    return None if source is None else read_page(source).text(language)


def page_source(code: str) -> str | None:
    """Returns the text of a rule's page, or None if there is none."""
    if not CODE_PATTERN.fullmatch(code):
        return None
    shipped = resources.files("processmap").joinpath("_rules", f"{code}.md")
    in_repository = Path(__file__).parents[3] / "docs" / "rules" / f"{code}.md"
    for page in (shipped, in_repository):
        if page.is_file():
            return page.read_text(encoding="utf-8")
    return None


def read_page(source: str) -> Page:
    """Reads a page.

    Raises:
        BrokenPageError: if a part is missing or stands in the wrong place.
    """
    title, *blocks = _split(source, "# ")
    if len(blocks) != 1 or title.strip():
        raise BrokenPageError("a page begins with one heading of the first level")
    heading, _, rest = blocks[0].partition("\n")
    facts, *parts = _split(rest, "## ")
    sections = [_section(part) for part in parts]
    expected = [*_SECTIONS[Language.ENGLISH], _PORTUGUESE, _FAILING, _PASSING]
    if [section.heading for section in sections] != expected:
        raise BrokenPageError(f"{heading}: the headings are not {', '.join(expected)}")
    portuguese, failing, passing = sections[-3:]
    return Page(
        title=heading,
        words={
            Language.ENGLISH: Words(facts.strip(), tuple(sections[:-3])),
            Language.PORTUGUESE: _portuguese(heading, portuguese.body),
        },
        failing=failing.body,
        passing=passing.body,
    )


def _portuguese(heading: str, body: str) -> Words:
    facts, *parts = _split(body, "### ")
    sections = tuple(_section(part) for part in parts)
    if tuple(section.heading for section in sections) != _SECTIONS[Language.PORTUGUESE]:
        raise BrokenPageError(f"{heading}: the Portuguese headings are not {_SECTIONS[Language.PORTUGUESE]}")
    return Words(facts.strip(), sections)


def _split(source: str, mark: str) -> list[str]:
    """Splits at headings of one level; a `#` inside a fenced block is a comment of YAML and heads nothing."""
    parts: list[list[str]] = [[]]
    is_fenced = False
    for line in source.splitlines():
        is_fenced ^= line.startswith("```")
        if line.startswith(mark) and not is_fenced:
            parts.append([line.removeprefix(mark)])
        else:
            parts[-1].append(line)
    return ["\n".join(lines) for lines in parts]


def _section(part: str) -> Section:
    heading, _, body = part.partition("\n")
    return Section(heading.strip(), body.strip())


@dataclass(frozen=True, slots=True)
class _Fence:
    language: str
    title: str | None
    times: int
    body: str


_OPENING = re.compile(r'```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?(?: times="(?P<times>\d+)")?')


def _fences(section: str) -> Iterator[_Fence]:
    opening: re.Match[str] | None = None
    lines: list[str] = []
    for line in section.splitlines():
        if opening is None:
            opening = _OPENING.fullmatch(line)
        elif line == "```":
            body = "".join(f"{text}\n" for text in lines)
            yield _Fence(opening["language"], opening["title"], int(opening["times"] or 1), body)
            opening, lines = None, []
        else:
            lines.append(line)


def _files(section: str) -> Iterator[ExampleFile]:
    """A `yaml` block is a file as it stands; a `bytes` block holds escaped bytes and may stand several `times`."""
    for fence in _fences(section):
        if fence.title and fence.language == "yaml":
            yield ExampleFile(fence.title, fence.body.encode())
        elif fence.title and fence.language == "bytes":
            yield ExampleFile(fence.title, _unescaped(fence.body) * fence.times)


def _unescaped(body: str) -> bytes:
    return re.sub(rb"\\x([0-9a-f]{2})", lambda found: bytes.fromhex(found[1].decode()), body.encode())
