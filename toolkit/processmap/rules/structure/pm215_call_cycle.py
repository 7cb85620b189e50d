"""PM215: a process that calls itself through others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import CallStep
from processmap.rules.naming import holder_named, named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM215", "call-cycle", Severity.ERROR, since="0.1.0", tags=("flow", "handoffs"))


@dataclass(frozen=True, slots=True)
class _Call:
    caller: Micro
    step_index: int
    called: str

    @property
    def location(self) -> Location:
        return Location(self.caller.id, ("steps", self.step_index, "to_process"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields one problem per ring of calls, at the call by its first process."""
    calls: dict[str, tuple[_Call, ...]] = {micro.id: _calls(micro) for micro in live_micros(context)}
    in_a_reported_ring: set[str] = set()
    for caller in calls:
        if caller in in_a_reported_ring:
            continue
        ring = _shortest_ring(caller, calls)
        if ring:
            in_a_reported_ring.update(call.caller.id for call in ring)
            yield _problem(context, ring)


def _calls(micro: Micro) -> tuple[_Call, ...]:
    return tuple(
        _Call(micro, index, step.to_process.partition("/")[0])
        for index, step in enumerate(micro.steps)
        if isinstance(step, CallStep)
    )


def _shortest_ring(start: str, calls: Mapping[str, Sequence[_Call]]) -> tuple[_Call, ...]:
    """Returns the calls that lead from a process back to itself, the fewest possible, or none."""
    frontier: list[tuple[_Call, ...]] = [(call,) for call in calls[start]]
    seen: set[str] = set()
    while frontier:
        ways = frontier
        frontier = []
        for way in ways:
            called = way[-1].called
            if called == start:
                return way
            if called not in seen:
                seen.add(called)
                frontier += [(*way, call) for call in calls.get(called, ())]
    return ()


def _problem(context: RuleContext, ring: tuple[_Call, ...]) -> Problem:
    first = ring[0]
    cycle = " → ".join([*(call.caller.id for call in ring), first.caller.id])
    return Problem(
        RULE.code,
        Message.of("PM215.message", micro=named(first.caller.id, first.caller.name), cycle=cycle),
        first.location,
        hint=Message.of("PM215.hint"),
        related=tuple(Remark(call.location, _remark(context, call)) for call in ring[1:]),
    )


def _remark(context: RuleContext, call: _Call) -> Message:
    called = context.map.elements[call.called].model
    assert isinstance(called, Micro)
    caller = holder_named(call.caller.id, call.caller, call.location.path)
    return Message.of("PM215.call", caller=caller, called=named(called.id, called.name))
