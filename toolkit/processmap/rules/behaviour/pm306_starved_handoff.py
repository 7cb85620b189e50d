"""PM306: a hand-off or call that waits for an answer which the other process can never send, or has no answer for."""

from collections.abc import Iterator
from dataclasses import dataclass

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.graph import Contract
from processmap.i18n import Message
from processmap.model.steps import CallStep, EndStep, HandoffStep, StartStep
from processmap.rules.naming import holder_named, listed, named, step_named
from processmap.rules.proofs import flow_proofs
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.steps_of_micro import step_location

RULE = Rule("PM306", "starved-handoff", Severity.ERROR, since="0.1.0", tags=("flow", "soundness", "handoffs"))


@dataclass(frozen=True, slots=True)
class _Request:
    """Who waits, and the ends that such a case can come to in a process that has been proved."""

    contract: Contract
    step: HandoffStep | CallStep
    start: StartStep
    ends: tuple[EndStep, ...]
    dead: tuple[str, ...]
    """Ends and steps of the other process that happen in no case whatever; PM304 says so."""

    @property
    def names(self) -> dict[str, str]:
        """The parameters that all messages share."""
        source, target = self.contract.source, self.contract.target
        return {
            "holder": holder_named(source.id, source, ("steps", self.contract.step_index)),
            "target": named(target.id, target.name),
            "start": step_named(self.start),
        }

    def place_of(self, end: EndStep) -> Remark:
        """Returns the place of an end of the other process."""
        return Remark(step_location(self.contract.target, end.id), Message.of("PM306.end"))

    def problem(self, case: str, at: Location, end: EndStep, severity: Severity | None = None) -> Problem:
        """Returns what is wrong with one end; `case` is the key of the message."""
        begins = Remark(step_location(self.contract.target, self.start.id), Message.of("PM306.start"))
        reached = listed(end.id for end in self.ends)
        return Problem(
            RULE.code,
            Message.of(f"PM306.{case}", **self.names, end=step_named(end)),
            at,
            hint=Message.of(f"PM306.hint_{case}", end=end.id, reached=reached, target=self.contract.target.id),
            related=(begins, self.place_of(end)),
            severity=severity,
            other_side=self.contract.target.id,
        )


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields ends that are waited for and never come, then ends that come and leave the sender waiting.

    Documents that no end gives back are PM403's.
    """
    for request in _requests(context):
        yield from _waited_for_in_vain(request)
        yield from _left_waiting(request)


def _requests(context: RuleContext) -> Iterator[_Request]:
    proofs = flow_proofs(context)
    for contract in context.graph.contracts.all:
        proof, step, start = proofs.get(contract.target.id), contract.step, contract.start
        if proof is None or not proof.is_sound or start is None or isinstance(step, EndStep):
            continue
        happening = proof.happening(start)
        ends = tuple(end for end in proof.flow.ends if end.id in happening)
        yield _Request(contract, step, start, ends, proof.dead)


def _waited_for_in_vain(request: _Request) -> Iterator[Problem]:
    known = {step.id: step for step in request.contract.target.steps if isinstance(step, EndStep)}
    for number, path in enumerate(request.step.paths):
        end = known.get(path.outcome)
        if end is not None and end not in request.ends and end.id not in request.dead:
            at = ("steps", request.contract.step_index, "paths", number, "outcome")
            yield request.problem("unreached", Location(request.contract.source.id, at), end)


def _left_waiting(request: _Request) -> Iterator[Problem]:
    """Yields ends for which nothing is foreseen; where an end goes on in yet another process, that one may answer."""
    at = step_location(request.contract.source, request.step.id)
    outcomes = {path.outcome for path in request.step.paths}
    if not outcomes:
        return
    for end in request.ends:
        if end.id not in outcomes and end.to_process is None:
            yield request.problem("unforeseen", at, end, Severity.WARNING)
