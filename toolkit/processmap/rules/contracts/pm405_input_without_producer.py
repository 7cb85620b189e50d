"""PM405: a step needs a document that nothing before it makes or brings."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import DocumentFlow, DocumentUse
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, CallStep, EndStep, HandoffStep, Step, TaskStep, WaitStep
from processmap.rules.contracts.sides import element_named, step_in
from processmap.rules.contracts.supply import (
    comes_from_outside,
    is_checked,
    is_standing,
    made_here,
    makers,
    steps_in_use,
)
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import complete_flows
from processmap.rules.unread import Unread

RULE = Rule("PM405", "input-without-producer", Severity.ERROR, since="0.1.0", tags=("documents", "flow"))

_MOST_READERS = 5


@dataclass(frozen=True, slots=True)
class _Need:
    """A step that cannot do without a document."""

    micro: Micro
    index: int
    key: str
    document: str
    position: int

    @property
    def location(self) -> Location:
        return Location(self.micro.id, ("steps", self.index, self.key, self.position))

    @property
    def step(self) -> str:
        return step_in(self.micro, self.index)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields, per flow and document, the first step that lacks it; then documents read or awaited that nobody makes."""
    for flow in complete_flows(context):
        yield from _lacking(context, context.graph.document_flow(flow))
    yield from _read_only(context)


def _lacking(context: RuleContext, documents: DocumentFlow) -> Iterator[Problem]:
    grouped: dict[tuple[str, bool], list[_Need]] = {}
    turned_away = None
    for need in _needs(documents):
        if turned_away is None:
            turned_away = _turned_away(context, need.micro)
        if need.document in turned_away:
            continue
        if is_checked(context, need.document) and not (need.key == "sends" and is_standing(context, need.document)):
            is_never = documents.never(need.micro.steps[need.index].id, need.document)
            grouped.setdefault((need.document, is_never), []).append(need)
    for (_, is_never), needs in grouped.items():
        yield _never(context, needs) if is_never else _sometimes(context, needs, documents)


def _turned_away(context: RuleContext, micro: Micro) -> frozenset[str]:
    """Documents that are handed over to a start that does not receive them: PM402 says so."""
    return frozenset(
        document
        for contract in context.graph.contracts.by_target.get(micro.id, ())
        if contract.start and (contract.is_mutual or contract.names_its_start)
        for document in contract.step.sends
        if document not in contract.start.receives
    )


def _needs(documents: DocumentFlow) -> Iterator[_Need]:
    micro = documents.flow.micro
    for index, step in enumerate(micro.steps):
        key, needed = _needed(step)
        if needed and documents.is_reached(step.id):
            for document in documents.missing(step.id, needed):
                yield _Need(micro, index, key, document, needed.index(document))


def _needed(step: Step) -> tuple[str, tuple[str, ...]]:
    match step:
        case TaskStep() | ApprovalStep():
            return "in", step.inputs
        case HandoffStep() | CallStep() | EndStep():
            return "sends", step.sends
        case _:
            return "", ()


def _never(context: RuleContext, needs: list[_Need]) -> Problem:
    first = needs[0]
    is_reading = is_standing(context, first.document)
    return Problem(
        RULE.code,
        Message.of(f"PM405.never_{first.key}", step=first.step, document=element_named(context, first.document)),
        first.location,
        hint=Message.of("PM405.hint_standing" if is_reading else "PM405.hint", document=first.document),
        related=(*_others(needs), *made_here(context, first.document)),
    )


def _sometimes(context: RuleContext, needs: list[_Need], documents: DocumentFlow) -> Problem:
    first = needs[0]
    way = documents.way_without(first.micro.steps[first.index].id, first.document)
    return Problem(
        RULE.code,
        Message.of(
            f"PM405.sometimes_{first.key}",
            step=first.step,
            document=element_named(context, first.document),
            way=" → ".join(way),
        ),
        first.location,
        hint=Message.of("PM405.hint_sometimes"),
        related=_others(needs),
        severity=Severity.INFO,
    )


def _others(needs: list[_Need]) -> tuple[Remark, ...]:
    return tuple(
        Remark(need.location, Message.of("PM405.also", step=need.step)) for need in needs[1 : 1 + _MOST_READERS]
    )


def _read_only(context: RuleContext) -> Iterator[Problem]:
    unread = Unread(context.map)
    for document, use in context.graph.document_uses.items():
        if not (use.read_by or use.consumed_by) or next(makers(context, use, document), None):
            continue
        if not is_checked(context, document) or is_standing(context, document) or unread.may_mention(document):
            continue
        needs = list(_readings(context, use, document))
        if needs and not comes_from_outside(context, use, document):
            yield Problem(
                RULE.code,
                Message.of(f"PM405.{needs[0].key}", step=needs[0].step, document=element_named(context, document)),
                needs[0].location,
                hint=Message.of("PM405.hint_reads", document=document),
                related=(*_others(needs), Remark(Location(document), Message.of("PM405.document"))),
            )


def _readings(context: RuleContext, use: DocumentUse, document: str) -> Iterator[_Need]:
    for micro, index, step in steps_in_use(context, (*use.read_by, *use.consumed_by)):
        match step:
            case TaskStep(reads=wanted) | ApprovalStep(reads=wanted) if document in wanted:
                yield _Need(micro, index, "reads", document, wanted.index(document))
            case WaitStep(documents=wanted) if document in wanted:
                yield _Need(micro, index, "for", document, wanted.index(document))
