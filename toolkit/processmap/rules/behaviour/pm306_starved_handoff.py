"""PM306: a hand-off or call that waits for an answer which the other process can never send."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.steps import EndStep, OutcomePath
from processmap.rules.behaviour.answers import Request, requests
from processmap.rules.naming import holder_named, listed, named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.steps_of_micro import step_by_id, step_location

RULE = Rule("PM306", "starved-handoff", Severity.ERROR, since="0.1.0", tags=("flow", "soundness", "handoffs"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields what is waited for in vain: ends that no such case comes to, and documents that no end gives back."""
    for request in requests(context):
        for number, path in enumerate(request.step.paths):
            end = step_by_id(request.target, path.outcome)
            if isinstance(end, EndStep):
                yield from _outcome(request, number, path, end)
        yield from _returns(request)


def _outcome(request: Request, number: int, path: OutcomePath, end: EndStep) -> Iterator[Problem]:
    at = ("steps", request.index, "paths", number)
    names = {**_names(request), "end": step_named(end)}
    there = step_location(request.target, end.id)
    if request.happening is not None and end.id not in request.happening:
        start = Remark(step_location(request.target, request.start.id), Message.of("PM306.start"))
        yield Problem(
            RULE.code,
            Message.of("PM306.unreached", **names, start=step_named(request.start)),
            Location(request.source.id, (*at, "outcome")),
            hint=Message.of("PM306.hint_unreached", reached=listed(end.id for end in request.ends)),
            related=(start, Remark(there, Message.of("PM306.end"))),
        )
    elif end.to_process is None:
        for place, document in enumerate(path.returns):
            if document not in end.returns:
                yield Problem(
                    RULE.code,
                    Message.of("PM306.withheld", **names, document=_document(request, document)),
                    Location(request.source.id, (*at, "returns", place)),
                    hint=Message.of("PM306.hint_withheld", document=document, end=end.id, target=request.target.id),
                    related=(Remark(there, Message.of("PM306.end")),),
                )


def _returns(request: Request) -> Iterator[Problem]:
    ends = request.ends
    if request.is_passed_on():
        return
    for place, document in enumerate(request.step.returns):
        if any(document in end.returns for end in ends):
            continue
        yield Problem(
            RULE.code,
            Message.of("PM306.nowhere", **_names(request), document=_document(request, document)),
            Location(request.source.id, ("steps", request.index, "returns", place)),
            hint=Message.of("PM306.hint_nowhere", document=document, target=request.target.id),
            related=tuple(Remark(step_location(request.target, end.id), Message.of("PM306.end")) for end in ends),
        )


def _names(request: Request) -> dict[str, str]:
    return {
        "holder": holder_named(request.source.id, request.source, ("steps", request.index)),
        "target": named(request.target.id, request.target.name),
    }


def _document(request: Request, document: str) -> str:
    element = request.context.graph.element(document)
    return named(document, getattr(element.model, "name", None) if element else None)
