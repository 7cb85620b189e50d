"""How far each process has come: what it still lacks for each of four goals.

The goals are those of the customer's project: every process drawn up, formalised, validated by those who work in it,
and integrated with the others. They are told from the map itself; the checks are milder with a draft, this is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from processmap.graph.flow import Flow
from processmap.graph.handoffs import HandoffKind
from processmap.graph.index import MapGraph
from processmap.graph.validations import latest_validations
from processmap.model.document_control import DocumentControl, Status
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.model.steps import ApprovalStep, TaskStep

CONTROLLED = ("rev", "effective", "next_review", "author", "reviewer", "approver")
"""What document control has to say of a document (ISO 9001:2015, 7.5.2)."""


class Goal(StrEnum):
    """What a process is to reach, in the order in which projects get there."""

    DRAWN_UP = "drawn_up"
    """It has an owner, a result, and a flow whose work says how long it takes and on which documents."""
    FORMALISED = "formalised"
    """Its document control is complete and the check finds no fault in its form."""
    VALIDATED = "validated"
    """Every role that works in it has approved it."""
    INTEGRATED = "integrated"
    """Both sides know of each of its hand-offs, and every task of people is instructed."""


class Want(StrEnum):
    """What is missing."""

    FLOW = "flow"
    OWNER = "owner"
    RESULT = "result"
    TIME = "time"
    DOCUMENTS = "documents"
    CONTROL = "control"
    FAULTS = "faults"
    VALIDATION = "validation"
    REFUSED = "refused"
    OTHER_SIDE = "other_side"
    INSTRUCTION = "instruction"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a process wants for a goal."""

    goal: Goal
    want: Want
    at: tuple[str, ...] = ()
    """Steps (`MIC-COM-020/T20`), roles or fields that it is about, in authored order."""


@dataclass(frozen=True, slots=True)
class MicroCoverage:
    """How far one process has come."""

    micro: Micro
    lacks: tuple[Lack, ...]

    def has(self, goal: Goal) -> bool:
        """Whether the goal is reached."""
        return all(lack.goal is not goal for lack in self.lacks)


def coverage(graph: MapGraph, faults: frozenset[str]) -> tuple[MicroCoverage, ...]:
    """Returns how far every process has come that is not retired, in the order of the value chain.

    Args:
        graph: the map.
        faults: ids of the micros in whose form the check finds a fault.
    """
    survey = _Survey.of(graph)
    found = []
    for micro in graph.micros:
        element = graph.element(micro.id)
        if element is not None and element.status is not Status.RETIRED:
            found.append(MicroCoverage(micro, tuple(survey.lacks(micro, has_faults=micro.id in faults))))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Survey:
    graph: MapGraph
    instructed: frozenset[str]
    """Tasks that an ITO in use instructs."""
    verdicts: dict[tuple[str, str], str]
    """Newest word of a role about an element."""

    @classmethod
    def of(cls, graph: MapGraph) -> _Survey:
        live = (ito for ito in graph.all(Ito) if not _is_retired(graph, ito.id))
        return cls(
            graph,
            frozenset(str(task) for ito in live for activity in ito.activities for task in activity.does),
            {key: record.verdict for key, record in latest_validations(graph).items()},
        )

    def lacks(self, micro: Micro, *, has_faults: bool) -> Iterator[Lack]:
        flow = self.graph.flow(micro.id)
        if micro.is_planned or not micro.steps or flow is None:
            yield from (Lack(goal, Want.FLOW) for goal in Goal)
            return
        yield from self._drawn_up(micro)
        yield from _formalised(micro, has_faults=has_faults)
        yield from self._validated(micro, flow)
        yield from self._integrated(micro, flow)

    def _drawn_up(self, micro: Micro) -> Iterator[Lack]:
        if self.graph.model(micro.owner, Role) is None:
            yield Lack(Goal.DRAWN_UP, Want.OWNER)
        if not micro.result:
            yield Lack(Goal.DRAWN_UP, Want.RESULT)
        work = [step for step in micro.steps if isinstance(step, TaskStep | ApprovalStep)]
        untimed = [step.id for step in work if not _is_automatic(step) and _has_no_time(step)]
        yield from _lack_at(Goal.DRAWN_UP, Want.TIME, micro, untimed)
        bare = [
            step.id for step in work if isinstance(step, TaskStep) and not (step.inputs or step.outputs or step.reads)
        ]
        yield from _lack_at(Goal.DRAWN_UP, Want.DOCUMENTS, micro, bare)

    def _validated(self, micro: Micro, flow: Flow) -> Iterator[Lack]:
        lanes = dict.fromkeys(lane for lane in flow.lanes.values() if lane and self.graph.model(lane, Role))
        said = {role: self.verdicts.get((micro.id, role)) for role in lanes}
        silent = tuple(role for role, verdict in said.items() if verdict is None)
        if silent:
            yield Lack(Goal.VALIDATED, Want.VALIDATION, silent)
        refused = tuple(role for role, verdict in said.items() if verdict == "rejected")
        if refused:
            yield Lack(Goal.VALIDATED, Want.REFUSED, refused)

    def _integrated(self, micro: Micro, flow: Flow) -> Iterator[Lack]:
        agreed = {
            contract.handoff.source
            for contract in self.graph.contracts.by_source.get(micro.id, ())
            if contract.is_mutual and contract.start and set(contract.step.sends) == set(contract.start.receives)
        }
        given = dict.fromkeys(
            handoff.source_step
            for handoff in self.graph.handoffs
            if handoff.source_micro == micro.id
            and handoff.kind is not HandoffKind.CALL
            and handoff.source not in agreed
        )
        yield from _lack_at(Goal.INTEGRATED, Want.OTHER_SIDE, micro, list(given))
        tasks = [step.id for step in micro.steps if isinstance(step, TaskStep) and self._is_work_of_role(step, flow)]
        untaught = [task for task in tasks if f"{micro.id}/{task}" not in self.instructed]
        yield from _lack_at(Goal.INTEGRATED, Want.INSTRUCTION, micro, untaught)

    def _is_work_of_role(self, step: TaskStep, flow: Flow) -> bool:
        lane = flow.lanes.get(step.id)
        return not step.automatic and lane is not None and self.graph.model(lane, Role) is not None


def _formalised(micro: Micro, *, has_faults: bool) -> Iterator[Lack]:
    missing = tuple(key for key in CONTROLLED if _is_unsaid(micro.doc, key))
    if missing:
        yield Lack(Goal.FORMALISED, Want.CONTROL, missing)
    if has_faults:
        yield Lack(Goal.FORMALISED, Want.FAULTS)


def _is_unsaid(doc: DocumentControl | None, key: str) -> bool:
    return doc is None or getattr(doc, key) is None


def _is_automatic(step: TaskStep | ApprovalStep) -> bool:
    return isinstance(step, TaskStep) and step.automatic


def _has_no_time(step: TaskStep | ApprovalStep) -> bool:
    return step.time is None or (step.time.work is None and step.time.max is None)


def _is_retired(graph: MapGraph, element_id: str) -> bool:
    element = graph.element(element_id)
    return element is not None and element.status is Status.RETIRED


def _lack_at(goal: Goal, want: Want, micro: Micro, steps: Sequence[str]) -> Iterator[Lack]:
    if steps:
        yield Lack(goal, want, tuple(f"{micro.id}/{step}" for step in steps))
