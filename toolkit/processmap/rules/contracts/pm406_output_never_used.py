"""PM406: a step makes a document that nobody needs."""

from collections.abc import Iterable, Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import DocumentUse
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.documents import Document, Form
from processmap.model.micro import Micro
from processmap.model.steps import EndStep
from processmap.rules.contracts.sides import element_named, step_in
from processmap.rules.contracts.supply import is_checked, makers
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.unread import Unread
from processmap.values.ids import Kind

RULE = Rule("PM406", "output-never-used", Severity.WARNING, since="0.1.0", tags=("documents",))

_NO_USERS = frozenset({Kind.MACRO, Kind.DOCUMENT, Kind.ITO, Kind.VALIDATION, Kind.PHASE, Kind.TRAINING, Kind.INTERVIEW})
"""Those that name a document without needing what is in it."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields, at the first step that makes it, each document that nobody takes in, reads, hands on or gets."""
    unread = Unread(context.map)
    for document, use in context.graph.document_uses.items():
        if not use.produced_by or not is_checked(context, document) or _is_used(context, use):
            continue
        if _is_kept(context, document) or unread.may_mention(document) or _is_mentioned(context, document):
            continue
        steps = [
            (micro, index, getattr(micro.steps[index], "outputs", ()))
            for micro, index in makers(context, use, document)
            if not _is_delivered_by_an_end(context, micro, document)
        ]
        if steps:
            yield _problem(context, document, steps)


def _is_used(context: RuleContext, use: DocumentUse) -> bool:
    users = (use.consumed_by, use.read_by, use.sent_by, use.delivered_by)
    return any(_is_live(context, step) for steps in users for step in steps)


def _is_live(context: RuleContext, step: str) -> bool:
    return context.map.elements[step.partition("/")[0]].status is not Status.RETIRED


def _is_kept(context: RuleContext, document: str) -> bool:
    element = context.map.elements[document]
    return element.model is None or (isinstance(element.model, Document | Form) and element.model.record)


def _is_mentioned(context: RuleContext, document: str) -> bool:
    """Whether a forum, a control, an indicator, a policy or the like rests on it, or it is what a case is."""
    for mention in context.graph.references_to(document):
        holder = context.map.elements.get(mention.source)
        if holder and holder.status is not Status.RETIRED:
            is_case = mention.reference.path == ("case",)
            if is_case or (holder.kind is not Kind.MICRO and holder.kind not in _NO_USERS):
                return True
    return False


def _is_delivered_by_an_end(context: RuleContext, micro: Micro, document: str) -> bool:
    """Whether it may have come to an end whose result goes to an external."""
    flow = context.graph.flow(micro.id)
    assert flow is not None, "the model could be read"
    documents = context.graph.document_flow(flow)
    ends = (step for step in micro.steps if isinstance(step, EndStep) and step.delivers_to)
    return any(not documents.never(end.id, document) for end in ends)


def _problem(context: RuleContext, document: str, steps: Iterable[tuple[Micro, int, tuple[str, ...]]]) -> Problem:
    (micro, index, outputs), *others = steps
    return Problem(
        RULE.code,
        Message.of("PM406.message", step=step_in(micro, index), document=element_named(context, document)),
        Location(micro.id, ("steps", index, "out", outputs.index(document))),
        hint=Message.of("PM406.hint", document=document),
        related=tuple(
            Remark(Location(other.id, ("steps", place, "out", made.index(document))), Message.of("PM406.also"))
            for other, place, made in others
        ),
    )
