"""What comes back from another process: which of its ends a case can come to, and what each gives back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from processmap.graph import Handoff, HandoffKind
from processmap.model.micro import Micro
from processmap.model.steps import CallStep, EndStep, HandoffStep, StartStep
from processmap.rules.proofs import flow_proofs
from processmap.rules.rule import RuleContext
from processmap.rules.scope import live_micros


@dataclass(frozen=True)
class Request:
    """A hand-off or call that waits, and the process that answers."""

    context: RuleContext
    source: Micro
    index: int
    """Place of the waiting step."""
    step: HandoffStep | CallStep
    target: Micro
    start: StartStep

    @cached_property
    def happening(self) -> frozenset[str] | None:
        """The steps of the target that can happen in such a case; None where that is not proved."""
        proof = flow_proofs(self.context).get(self.target.id)
        return proof.happening(self.start) if proof is not None and proof.is_sound else None

    @property
    def ends(self) -> tuple[EndStep, ...]:
        """The ends of the target that such a case may come to."""
        return tuple(
            step
            for step in self.target.steps
            if isinstance(step, EndStep) and (self.happening is None or step.id in self.happening)
        )

    def is_passed_on(self) -> bool:
        """Whether the target may end by beginning yet another process, which may give the answer in its place."""
        return any(end.to_process is not None for end in self.ends)


def requests(context: RuleContext) -> Iterator[Request]:
    """Yields the hand-offs and calls that wait for something, by micro and then in authored order.

    Left out are those whose target is planned, retired or unknown, or has no start that they reach: others report that.
    """
    live: dict[str, Micro] = {micro.id: micro for micro in live_micros(context)}
    for handoff in context.graph.handoffs:
        source, target = live.get(handoff.source_micro), live.get(handoff.target_micro)
        if source is None or target is None or handoff.kind is HandoffKind.END:
            continue
        start = _start(target, handoff)
        if start is None:
            continue
        for index, step in enumerate(source.steps):
            if step.id == handoff.source_step and isinstance(step, HandoffStep | CallStep):
                yield Request(context, source, index, step, target, start)


def _start(target: Micro, handoff: Handoff) -> StartStep | None:
    starts = (step for step in target.steps if isinstance(step, StartStep))
    return next((start for start in starts if start.id == handoff.target_start), None)
