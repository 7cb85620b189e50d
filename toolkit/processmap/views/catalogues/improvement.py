"""Open gaps and adopted practices."""

from processmap.model.improvement import Gap
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Tone

_SEVERITY: dict[str, Tone] = {"low": "neutral", "medium": "warn", "high": "bad"}
_PROGRESS: dict[str, Tone] = {"open": "bad", "in_progress": "busy", "done": "good"}


def gap_chips(linker: Linker, gap: Gap) -> tuple[Chip, Chip]:
    """Severity and progress of a gap."""
    words = linker.wording
    return (
        Chip(words.word("gap_severity", gap.severity), _SEVERITY[gap.severity]),
        Chip(words.word("gap_status", gap.status), _PROGRESS[gap.status]),
    )
