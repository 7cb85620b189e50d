"""Forums with their agenda."""

from processmap.model.governance import Forum
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Row, Table
from processmap.views.usage import used_in


def describe_forum(linker: Linker, forum: Forum) -> Described:
    """A forum as an agenda sheet."""
    words = linker.wording
    when = words.cadence(forum.cadence)
    agenda = tuple(
        Row(((item.topic,), (words("minutes", count=item.minutes),), linker.optional(item.kpi)))
        for item in forum.agenda
    )
    return described(
        linker,
        forum,
        chips=(Chip(words("mark.executive"), "accent"),) if forum.requires_executive else (),
        facts=(
            fact(words, "purpose", linker.prose(forum.purpose)),
            text_fact(words, "cadence", when),
            fact(words, "chair", linker.optional(forum.chair)),
            fact(words, "members", linker.refs(forum.members)),
            fact(words, "inputs", linker.refs(forum.inputs)),
            fact(words, "decisions", linker.prose_lines(forum.decisions)),
            *used_in(linker, forum.id),
        ),
        tables=(
            Table((words("field.topic"), words("field.length"), words("field.kpi")), agenda, words("section.agenda")),
        ),
        summary=(said(when), linker.optional(forum.chair), linker.refs(forum.members)),
    )
