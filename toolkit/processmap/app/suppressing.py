"""Takes out the findings that comments of the map suppress, and judges the comments."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from processmap.diagnostics import Finding, Severity
from processmap.loading.suppressions import Suppression
from processmap.rules import ALL_RULES
from processmap.rules.verdicts import Fate, Verdict

_CAN_BE_SUPPRESSED = {module.RULE.code: module.RULE.can_be_suppressed for module in ALL_RULES}

_Spot: TypeAlias = tuple[str, int, str]
"""File, line and code: what one suppression hides."""


@dataclass(frozen=True, slots=True)
class SuppressedFinding:
    """A finding that a comment hides."""

    finding: Finding
    reason: str
    """Why, in the words of the comment."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Findings on both sides of the line, and what is wrong with the comments that draw it."""

    remaining: tuple[Finding, ...]
    suppressed: tuple[SuppressedFinding, ...]
    verdicts: tuple[Verdict, ...]


def judge(
    findings: Iterable[Finding],
    comments: Mapping[str, tuple[Suppression, ...]],
    *,
    today: date,
    not_run: frozenset[str] = frozenset(),
) -> Judged:
    """Applies the suppressions of a map.

    Args:
        findings: what all rules have found, whatever its order.
        comments: the suppressions by file.
        today: the day; a suppression holds until its last day is over.
        not_run: codes of rules that could not run; no suppression of them is superfluous.
    """
    found = tuple(findings)
    if not comments:
        return Judged(found, (), ())
    reasons = _reasons(comments, today)
    hidden = {index: reasons[_spot(finding)] for index, finding in enumerate(found) if _spot(finding) in reasons}
    remaining = tuple(finding for index, finding in enumerate(found) if index not in hidden)
    return Judged(
        remaining,
        tuple(SuppressedFinding(found[index], reason) for index, reason in hidden.items()),
        tuple(_verdicts(comments, {_spot(found[index]) for index in hidden}, _Unsure.of(remaining, not_run), today)),
    )


def can_be_suppressed(code: str) -> bool:
    """Whether a rule's findings may be hidden; False for an unknown code."""
    return _CAN_BE_SUPPRESSED.get(code, False)


@dataclass(frozen=True, slots=True)
class _Unsure:
    """Where nobody can say that a suppression is superfluous, as its rule may not have run."""

    is_everywhere: bool
    """Something of the map could not be read."""
    paths: frozenset[str]
    """Files with an error: rules that need a sound flow or element pass over them."""
    codes: frozenset[str]
    """Rules that could not run at all."""

    @classmethod
    def of(cls, findings: Iterable[Finding], codes: frozenset[str]) -> "_Unsure":
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        is_everywhere = any(not can_be_suppressed(finding.code) for finding in errors)
        return cls(is_everywhere, frozenset(finding.place.path for finding in errors), codes)

    def about(self, path: str, code: str) -> bool:
        return self.is_everywhere or path in self.paths or code in self.codes


def _spot(finding: Finding) -> _Spot:
    return finding.place.path, finding.place.span.start.line, finding.code


def _reasons(comments: Mapping[str, tuple[Suppression, ...]], today: date) -> dict[_Spot, str]:
    """Returns what is suppressed, and why."""
    found: dict[_Spot, str] = {}
    for path, suppressions in comments.items():
        for suppression in suppressions:
            if suppression.mistake is None and suppression.reason and not _is_over(suppression, today):
                for code in filter(can_be_suppressed, suppression.codes):
                    found.setdefault((path, suppression.line, code), suppression.reason)
    return found


def _verdicts(
    comments: Mapping[str, tuple[Suppression, ...]], used: set[_Spot], unsure: _Unsure, today: date
) -> Iterator[Verdict]:
    for path, suppressions in comments.items():
        for suppression in suppressions:
            if suppression.mistake is not None:
                yield Verdict(path, suppression, Fate(suppression.mistake), ", ".join(suppression.codes))
            elif _is_over(suppression, today):
                yield Verdict(path, suppression, Fate.EXPIRED, ", ".join(suppression.codes))
            else:
                yield from _of_codes(path, suppression, used, unsure)


def _of_codes(path: str, suppression: Suppression, used: set[_Spot], unsure: _Unsure) -> Iterator[Verdict]:
    for code in dict.fromkeys(suppression.codes):
        if code not in _CAN_BE_SUPPRESSED:
            yield Verdict(path, suppression, Fate.UNKNOWN, code)
        elif not can_be_suppressed(code):
            yield Verdict(path, suppression, Fate.NEVER, code)
        elif (path, suppression.line, code) not in used and not unsure.about(path, code):
            yield Verdict(path, suppression, Fate.UNUSED, code)


def _is_over(suppression: Suppression, today: date) -> bool:
    return suppression.until is not None and suppression.until < today
