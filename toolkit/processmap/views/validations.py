"""Who has validated an element, when, and what they asked for."""

from processmap.model.rollout import Validation
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Row, Table, Tone

VERDICT_TONES: dict[str, Tone] = {"approved": "good", "approved_with_changes": "busy", "rejected": "bad"}
"""How the chip of a verdict looks."""


def validation_table(linker: Linker, element: str) -> Table:
    """The validation records of an element, newest first."""
    words = linker.wording
    found = (record for record in linker.atlas.all(Validation) if element in record.elements)
    rows = tuple(
        Row(
            (
                (linker.ref(record.id),),
                (words.date(record.date),),
                (Chip(words.word("verdict", record.verdict), VERDICT_TONES[record.verdict]),),
                linker.refs(record.roles),
                (words.number(record.people),) if record.people is not None else (),
                linker.prose(record.feedback),
            )
        )
        for record in sorted(found, key=lambda record: (record.date, record.id), reverse=True)
    )
    keys = ("work.record", "field.date", "field.verdict", "work.by_whom", "field.people", "field.feedback")
    return Table(tuple(words(key) for key in keys), rows)
