"""How ready the work is for digital systems: where it is done, and which forms are filled in on paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from processmap.model.document_control import Status
from processmap.model.documents import Form, System, SystemType
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep, TaskStep
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Row, Table, Tone

_DIGITAL = frozenset({SystemType.CRM, SystemType.ERP, SystemType.OTHER})


@dataclass(frozen=True, slots=True)
class WorkShare:
    """How much of the work is done in one way."""

    label: str
    tone: Tone
    count: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """Where tasks and approvals are done, and what is not digital yet."""

    shares: tuple[WorkShare, ...]
    """In a fixed order; only those that occur."""
    summary: str
    """The same in a sentence."""
    not_digital: Table
    """Tasks in systems on their way out, on paper, or in none that is named."""
    forms: Table
    """Forms that are filled in on paper."""


@dataclass(frozen=True, slots=True)
class _Work:
    micro: Micro
    step: TaskStep | ApprovalStep
    system: System | None


def readiness(linker: Linker) -> Readiness:
    """Returns how ready the map's work is; planned and retired processes are left out."""
    words = linker.wording
    work = tuple(_work(linker))
    counted: Mapping[str, int] = {way: sum(_way(each) == way for each in work) for way in _TONES}
    shares = tuple(
        WorkShare(words(f"way_of_work.{way}"), _TONES[way], count) for way, count in counted.items() if count
    )
    return Readiness(
        shares,
        words("readiness.summary", digital=words.number(counted["digital"]), all=words.number(len(work))),
        _not_digital(linker, work),
        _paper_forms(linker),
    )


_TONES: Mapping[str, Tone] = {"digital": "good", "legacy": "warn", "paper": "bad", "unsaid": "muted"}


def _way(work: _Work) -> str:
    match work.system:
        case None:
            return "unsaid"
        case System(type=SystemType.LEGACY):
            return "legacy"
        case System(type=kind) if kind in _DIGITAL:
            return "digital"
        case _:
            return "paper"


def _work(linker: Linker) -> Iterator[_Work]:
    for micro in linker.atlas.graph.micros:
        if linker.atlas.status(micro) in (Status.PLANNED, Status.RETIRED):
            continue
        for step in micro.steps:
            if isinstance(step, TaskStep | ApprovalStep):
                yield _Work(micro, step, linker.atlas.get(step.system or "", System))


def _not_digital(linker: Linker, work: tuple[_Work, ...]) -> Table:
    words = linker.wording
    rows = tuple(
        Row(
            (
                (linker.part(f"{each.micro.id}/{each.step.id}"),),
                (linker.ref(each.micro.id),),
                linker.optional(each.step.system) or (words("way_of_work.unsaid"),),
                _until(linker, each.system),
            )
        )
        for each in work
        if _way(each) != "digital"
    )
    columns = tuple(words(f"field.{key}") for key in ("activity", "process", "system", "until"))
    return Table(columns, rows, words("readiness.not_digital"))


def _until(linker: Linker, system: System | None) -> Cell:
    """When the system goes, and what comes in its place."""
    if system is None or (system.sunset is None and system.replaced_by is None):
        return ()
    sunset = (linker.wording.date(system.sunset),) if system.sunset else ()
    return (*sunset, *(("→", linker.ref(system.replaced_by)) if system.replaced_by else ()))


def _paper_forms(linker: Linker) -> Table:
    words = linker.wording
    rows = tuple(
        Row(((linker.ref(form.id),), linker.optional(form.owner)))
        for form in linker.atlas.all(Form)
        if form.channel == "paper" and linker.atlas.status(form) is not Status.RETIRED
    )
    return Table(tuple(words(f"field.{key}") for key in ("form", "owner")), rows, words("readiness.paper_forms"))
