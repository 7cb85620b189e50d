"""Policies with readable decision tables, and forums with their agenda."""

from processmap.model.governance import Forum
from processmap.model.policies import Policy, TableInput
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Row, Table
from processmap.views.usage import used_in


def describe_policy(linker: Linker, policy: Policy) -> Described:
    """A policy in words and as a decision table."""
    words = linker.wording
    kind = Chip(words.word("policy_type", policy.type))
    binds = Chip(words("mark.mandatory"), "accent") if policy.mandatory else Chip(words("mark.advisory"), "muted")
    status = words.status(linker.atlas.status(policy))
    return described(
        linker,
        policy,
        chips=(kind, binds, *((status,) if policy.doc else ())),
        facts=(
            fact(words, "text", linker.prose(policy.text)),
            fact(words, "owner", linker.optional(policy.owner)),
            *used_in(linker, policy.id),
        ),
        tables=(decision_table(linker, policy),),
        summary=((kind,), (binds,), linker.optional(policy.owner), (words.number(len(policy.rows)),)),
    )


def decision_table(linker: Linker, policy: Policy) -> Table:
    """The rows of a policy: conditions on the left, what follows on the right."""
    words = linker.wording
    columns = tuple(_heading(linker, name, column) for name, column in policy.inputs.items())
    outputs = tuple(f"→ {_words_of(name)}" for name in policy.outputs)
    rows = tuple(
        Row(
            (
                *((words.cell(row[name]) if name in row else words("cell.any"),) for name in policy.inputs),
                *(_output(linker, row, name) for name in policy.outputs),
            )
        )
        for row in policy.rows
    )
    return Table((*columns, *outputs), rows, words("section.decision_table", hit=words.word("hit", policy.hit)))


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


def _heading(linker: Linker, name: str, column: TableInput) -> str:
    label = column.label or _words_of(name)
    return f"{label} ({linker.wording.cell(column.domain)})"


def _words_of(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _output(linker: Linker, row: object, name: str) -> Cell:
    assert hasattr(row, "get")
    cell = row.get(name)
    return (Chip(linker.wording.cell(cell), "accent"),) if cell else ()
