"""Open gaps and adopted practices."""

from processmap.model.improvement import Gap, Practice
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Tone
from processmap.views.usage import used_in

_SEVERITY: dict[str, Tone] = {"low": "neutral", "medium": "warn", "high": "bad"}
_PROGRESS: dict[str, Tone] = {"open": "bad", "in_progress": "busy", "done": "good"}


def gap_chips(linker: Linker, gap: Gap) -> tuple[Chip, Chip]:
    """Severity and progress of a gap."""
    words = linker.wording
    return (
        Chip(words.word("gap_severity", gap.severity), _SEVERITY[gap.severity]),
        Chip(words.word("gap_status", gap.status), _PROGRESS[gap.status]),
    )


def describe_practice(linker: Linker, practice: Practice) -> Described:
    """A practice of others, and where it was adopted."""
    words = linker.wording
    return described(
        linker,
        practice,
        facts=(
            fact(words, "source_of", linker.prose(practice.source)),
            text_fact(words, "country", practice.country),
            text_fact(words, "industry", practice.industry),
            fact(words, "adopted_in", linker.lines(practice.adopted_in)),
            *used_in(linker, practice.id),
        ),
        summary=(said(practice.country), said(practice.industry), linker.refs(practice.adopted_in)),
    )
