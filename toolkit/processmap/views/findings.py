"""The findings page: what a check says, grouped by grade and rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from processmap.diagnostics import Finding, Severity
from processmap.i18n import Texts
from processmap.views.addresses import HOME, Address
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Header, Ref, Tone

_TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.INFO: "neutral",
    Severity.OFF: "muted",
}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding with its place."""

    message: str
    hint: str
    place: str
    element: Ref | None


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The findings of one rule in one grade."""

    code: str
    name: str
    chip: Chip
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Everything on the findings page."""

    header: Header
    groups: tuple[RuleGroup, ...]
    empty: str


def findings_page(linker: Linker, findings: Sequence[Finding], texts: Texts) -> FindingsPage:
    """Makes the findings page: errors first, then by rule.

    Args:
        linker: makes the links.
        findings: what the check has found.
        texts: the catalogue `findings` in the map's language.
    """
    words = linker.wording
    groups = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        of_grade = [finding for finding in findings if finding.severity is severity]
        for code in sorted({finding.code for finding in of_grade}):
            own = [finding for finding in of_grade if finding.code == code]
            chip = Chip(words.word("severity", severity), _TONES[severity])
            groups.append(RuleGroup(code, own[0].name, chip, tuple(_line(linker, item, texts) for item in own)))
    header = Header(
        path=linker.page,
        title=words("nav.findings"),
        kind_label=words("page.findings"),
        kind="findings",
        lead=words("lead.findings"),
        crumbs=(linker.to(Address(HOME), words("nav.home")),),
        chips=tuple(
            Chip(words.counted(noun, count), _TONES[severity])
            for noun, severity in (("errors", Severity.ERROR), ("warnings", Severity.WARNING), ("infos", Severity.INFO))
            if (count := sum(finding.severity is severity for finding in findings))
        ),
    )
    return FindingsPage(header, tuple(groups), words("findings.clean"))


def _line(linker: Linker, finding: Finding, texts: Texts) -> FindingLine:
    element = finding.element
    known = element is not None and element.partition("/")[0] in linker.atlas.elements
    start = finding.place.span.start
    return FindingLine(
        message=texts.render(finding.message),
        hint=texts.render(finding.hint) if finding.hint else "",
        place=f"{finding.place.path}:{start.line}",
        element=linker.part(element) if element and known else None,
    )
