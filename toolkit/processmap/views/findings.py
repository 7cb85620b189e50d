"""The findings page: what a check says, grouped by grade and rule, and within a rule by file; and a page per rule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from processmap.diagnostics import Finding, Severity
from processmap.i18n import Texts
from processmap.views.addresses import FINDINGS, HOME, Address, rule_address
from processmap.views.index_page import Facet
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Header, Ref, Tone
from processmap.views.wording import Wording

_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.INFO: "neutral",
    Severity.OFF: "muted",
}
_GRADES = ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.INFO, "infos"))


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding with its place."""

    message: str
    hint: str
    line: int
    """In its file, from 1."""
    element: Ref | None


@dataclass(frozen=True, slots=True)
class FileGroup:
    """The findings of one rule in one file."""

    path: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The findings of one rule in one grade."""

    code: str
    name: str
    page: Ref
    """The page of the rule: what it finds, why, how to fix it."""
    grade: str
    """The word by which the filter knows the grade."""
    chip: Chip
    files: tuple[FileGroup, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Everything on the findings page."""

    header: Header
    groups: tuple[RuleGroup, ...]
    facets: tuple[Facet, ...]
    """Grades and rules to narrow the list down by; none where there is nothing to choose."""
    empty: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """The page of a rule."""

    header: Header
    text: str
    """Markdown, as it comes with processmap, without its title."""
    back: Ref


def findings_page(linker: Linker, findings: Sequence[Finding], texts: Texts, rules: Mapping[str, str]) -> FindingsPage:
    """Makes the findings page: errors first, then by rule, then by file.

    Args:
        linker: makes the links.
        findings: what the check has found, by file and line.
        texts: the catalogue `findings` in the map's language.
        rules: the rules that have a page, by code.
    """
    words = linker.wording
    groups = tuple(_groups(linker, findings, texts, rules))
    header = Header(
        path=linker.page,
        title=words("nav.findings"),
        kind_label=words("page.findings"),
        kind="findings",
        lead=words("lead.findings"),
        crumbs=(linker.to(Address(HOME), words("nav.home")),),
        chips=tuple(chip for _, chip in _counts(words, findings)),
    )
    return FindingsPage(header, groups, _facets(words, findings, groups), words("findings.clean"))


def rule_page(linker: Linker, text: str) -> RulePage:
    """Makes the page of a rule.

    Args:
        linker: makes the links.
        text: what stands in its page, in the map's language, the title on the first line.
    """
    words = linker.wording
    title, _, body = text.partition("\n")
    findings = linker.to(Address(FINDINGS), words("nav.findings"))
    header = Header(
        path=linker.page,
        title=title.removeprefix("# "),
        kind_label=words("rule.page"),
        kind="findings",
        crumbs=(linker.to(Address(HOME), words("nav.home")), findings),
    )
    return RulePage(header, body.strip(), findings)


def _groups(linker: Linker, findings: Sequence[Finding], texts: Texts, rules: Mapping[str, str]) -> Iterator[RuleGroup]:
    for grade, _ in _GRADES:
        of_grade = [finding for finding in findings if finding.severity is grade]
        for code in sorted({finding.code for finding in of_grade}):
            own = [finding for finding in of_grade if finding.code == code]
            href = rule_address(code).seen_from(linker.page) if code in rules else None
            yield RuleGroup(
                code=code,
                name=own[0].name,
                page=Ref("", linker.wording("rule.explained", code=code), href),
                grade=grade.value,
                chip=Chip(linker.wording.word("severity", grade), _TONES[grade]),
                files=tuple(
                    FileGroup(path, tuple(_line(linker, finding, texts) for finding in inside))
                    for path, inside in groupby(own, key=lambda finding: finding.place.path)
                ),
            )


def _counts(words: Wording, findings: Sequence[Finding]) -> Iterator[tuple[Severity, Chip]]:
    for grade, noun in _GRADES:
        count = sum(finding.severity is grade for finding in findings)
        if count:
            yield grade, Chip(words.counted(noun, count), _TONES[grade])


def _facets(words: Wording, findings: Sequence[Finding], groups: Sequence[RuleGroup]) -> tuple[Facet, ...]:
    grades = tuple((grade.value, chip) for grade, chip in _counts(words, findings))
    codes = {group.code: group.name for group in groups}
    rules = tuple((code, Chip(code, "neutral", detail=codes[code])) for code in sorted(codes))
    facets = (Facet(words("filter.severity"), grades), Facet(words("filter.rule"), rules))
    return tuple(facet for facet in facets if len(facet.values) > 1)


def _line(linker: Linker, finding: Finding, texts: Texts) -> FindingLine:
    element = finding.element
    known = element is not None and element.partition("/")[0] in linker.atlas.elements
    return FindingLine(
        message=texts.render(finding.message),
        hint=texts.render(finding.hint) if finding.hint else "",
        line=finding.place.span.start.line,
        element=linker.part(element) if element and known else None,
    )
