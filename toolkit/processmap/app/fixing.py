"""Applies the safe edits that findings carry, in memory; what comes of it is written or shown by others.

An edit replaces a stretch of one file and nothing else: comments, quotation marks and line ends stay as they are. One
repair may bring up the next, so the map is checked again until nothing is left to repair.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from processmap.app.checking import check_map
from processmap.diagnostics import Edit, Finding
from processmap.graph import MapGraph
from processmap.loading import SourceFile, from_text, load
from processmap.loading.parsed import parse

MOST_ROUNDS = 20
"""Checks in one run; each repairs everything it can, so that a few are enough for any real map."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What the safe edits make of a map."""

    texts: Mapping[str, str]
    """The new text of every file that changes, by path, sorted; without a byte order mark, like the old one."""
    repaired: tuple[Finding, ...]
    """The findings whose edits were applied, in the order in which they were; places are those of their round."""


def repair(files: Sequence[SourceFile], *, today: date) -> Repair:
    """Applies safe edits until there are none left.

    Args:
        files: the map, in the order in which it is read.
        today: the day that deadlines are compared with.
    """
    current = {file.path: file for file in files}
    changed: dict[str, str] = {}
    repaired: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        applied = tuple(_round(current, today))
        if not applied:
            break
        for path, text, findings in applied:
            current[path], changed[path] = from_text(path, text), text
            repaired += findings
    return Repair(dict(sorted(changed.items())), tuple(repaired))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Returns a text after edits that do not overlap, in order of their offsets."""
    pieces: list[str] = []
    end = 0
    for edit in edits:
        pieces += (text[end : edit.start], edit.replacement)
        end = edit.end
    return "".join((*pieces, text[end:]))


def compatible(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yields findings of one file whose edits go together, in order of their offsets.

    Of two that overlap, or begin at the same place, the first by offset, code and replacement wins; the other may have
    its turn in the next round.
    """
    taken: Edit | None = None
    for finding in sorted(findings, key=_edit_order):
        assert finding.fix is not None
        edit = finding.fix.edit
        if taken is None or (edit.start >= taken.end and edit.start > taken.start):
            taken = edit
            yield finding


def _round(current: Mapping[str, SourceFile], today: date) -> Iterator[tuple[str, str, tuple[Finding, ...]]]:
    """Yields path, new text and repaired findings of each file that one check can repair."""
    loaded = load(current.values())
    by_path: dict[str, list[Finding]] = {}
    for finding in check_map(loaded, MapGraph(loaded), today=today).findings:
        if finding.fix:
            by_path.setdefault(finding.fix.edit.path, []).append(finding)
    for path, findings in by_path.items():
        text = current[path].text or ""
        if text.startswith("\ufeff"):  # a second byte order mark, which no offset counts
            continue
        for chosen in (tuple(compatible(findings)), *((finding,) for finding in compatible(findings))):
            after = edited(text, (finding.fix.edit for finding in chosen if finding.fix))
            if after != text and _is_no_worse(path, text, after):
                yield path, after, chosen
                break


def _is_no_worse(path: str, before: str, after: str) -> bool:
    """Whether a text that could be read can still be read; of one that could not, nothing is asked."""
    return parse(path, after).is_complete or not parse(path, before).is_complete


def _edit_order(finding: Finding) -> tuple[int, int, str, str]:
    assert finding.fix is not None
    edit = finding.fix.edit
    return edit.start, edit.end, finding.code, edit.replacement
