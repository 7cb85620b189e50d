"""SLAs and controls."""

from processmap.model.policies import Control
from processmap.model.services import Sla
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.pieces import Chip, Row, Table
from processmap.views.usage import used_in


def describe_sla(linker: Linker, sla: Sla) -> Described:
    """A promise of time with its clock and its escalation."""
    words = linker.wording
    chip = Chip(words.word("sla_type", sla.type), "accent" if sla.type == "client" else "neutral")
    clock = sla.clock
    escalation = tuple(Row((said(words.percent(step.after)), linker.refs(step.inform))) for step in sla.escalation)
    return described(
        linker,
        sla,
        chips=(chip,),
        facts=(
            text_fact(words, "target", words.duration(sla.target)),
            text_fact(words, "compliance", words.percent(sla.compliance)),
            fact(words, "customer", linker.optional(sla.customer)),
            fact(words, "owner", linker.optional(sla.owner)),
            fact(words, "clock_start", linker.lines(clock.start) if clock else ()),
            fact(words, "clock_stop", linker.lines(clock.stop) if clock else ()),
            fact(words, "supports", linker.optional(sla.supports)),
            text_fact(words, "calendar", sla.calendar),
            *used_in(linker, sla.id),
        ),
        tables=(Table((words("field.after"), words("field.inform")), escalation, words("section.escalation")),),
        summary=((chip,), said(words.duration(sla.target)), linker.optional(sla.owner), linker.optional(sla.supports)),
    )


def describe_control(linker: Linker, control: Control) -> Described:
    """A control with the risk it keeps small and the steps at which it is exercised."""
    words = linker.wording
    every = str(control.frequency or "")
    frequency = words("each_case") if every == "each case" else words.word("period", every) if every else ""
    steps = [
        *control.tasks,
        *(mention.source for mention in linker.atlas.mentions_of(control.id) if mention.field == "control"),
    ]
    return described(
        linker,
        control,
        facts=(
            fact(words, "risk", linker.prose(control.risk)),
            fact(words, "policy", linker.optional(control.policy)),
            fact(words, "exercised_at", linker.lines(dict.fromkeys(steps))),
            fact(words, "evidence", linker.prose(control.evidence)),
            text_fact(words, "frequency", frequency),
            fact(words, "owner", linker.optional(control.owner)),
            *used_in(linker, control.id, without=(Kind.MICRO,)),
        ),
        summary=(linker.prose(control.risk), linker.optional(control.policy), said(frequency)),
    )
