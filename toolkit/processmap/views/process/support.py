"""What a process rests on: indicators, controls, policies, documents and systems, and its known gaps."""

from collections.abc import Iterable

from processmap.model.improvement import Gap
from processmap.model.indicators import Kpi
from processmap.model.micro import Micro
from processmap.model.policies import Control
from processmap.values.ids import Kind
from processmap.values.references import references
from processmap.views.atlas import distinct, kind_of
from processmap.views.catalogues.improvement import gap_chips
from processmap.views.linking import Linker
from processmap.views.performance import kpi_table, measured_at
from processmap.views.pieces import Cell, Fact, Ref, Row, Section, Table

_SHOWN = (Kind.DOCUMENT, Kind.FORM, Kind.SYSTEM)


def support_of(linker: Linker, micro: Micro) -> Section:
    """Documents and systems as facts; indicators, controls and policies as tables."""
    words = linker.wording
    named = _named(micro)
    facts = [Fact(words.word("kinds", kind.name.lower()), linker.refs(named[kind])) for kind in _SHOWN if kind in named]
    practices = [
        mention.source for mention in linker.atlas.mentions_of(micro.id) if kind_of(mention.source) is Kind.PRACTICE
    ]
    if practices:
        facts.append(Fact(words.word("kinds", "practice"), linker.refs(distinct(practices))))
    tables = (
        kpi_table(linker, _kpis(linker, micro), title=words.word("kinds", "kpi")),
        _policies(linker, micro, named.get(Kind.POLICY, [])),
        _controls(linker, micro),
    )
    return Section("around", words("section.around"), facts=tuple(facts), tables=tables)


def gaps_of(linker: Linker, micros: Iterable[str]) -> Section:
    """The known gaps at the steps of these processes."""
    words = linker.wording
    places = frozenset(micros)
    rows = tuple(
        Row(
            (
                (linker.ref(gap.id),),
                (linker.part(gap.step),),
                gap_chips(linker, gap),
                linker.prose(gap.action),
                (linker.ref(gap.owner),),
                (words.date(gap.due),),
            )
        )
        for gap in linker.atlas.all(Gap)
        if gap.step.partition("/")[0] in places
    )
    columns = tuple(words(f"field.{key}") for key in ("issue", "step", "status", "action", "owner", "due"))
    return Section("issues", words("section.issues"), tables=(Table(columns, rows),))


def _named(micro: Micro) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = {}
    for reference in references(micro):
        kind = None if reference.is_local else kind_of(reference.element)
        if kind and reference.element not in found.get(kind, ()):
            found.setdefault(kind, []).append(reference.element)
    return found


def _kpis(linker: Linker, micro: Micro) -> tuple[Kpi, ...]:
    places = {f"{micro.id}/{step.id}" for step in micro.steps}
    return tuple(kpi for kpi in linker.atlas.all(Kpi) if kpi.id in micro.kpis or measured_at(kpi, places))


def _policies(linker: Linker, micro: Micro, policies: Iterable[str]) -> Table:
    words = linker.wording
    rows = tuple(Row(((linker.ref(policy),), _decided_at(linker, micro, policy))) for policy in policies)
    return Table((words("field.policy"), words("process.decides_at")), rows, words.word("kinds", "policy"))


def _decided_at(linker: Linker, micro: Micro, policy: str) -> tuple[Ref, ...]:
    """The choices of the flow that its decision table decides."""
    deciding = (step for step in micro.steps if str(getattr(step, "decision", None) or "").partition("/")[0] == policy)
    return tuple(linker.part(f"{micro.id}/{step.id}") for step in deciding)


def _controls(linker: Linker, micro: Micro) -> Table:
    words = linker.wording
    at: dict[str, list[str]] = {}
    for step in micro.steps:
        if control := getattr(step, "control", None):
            at.setdefault(control, []).append(f"{micro.id}/{step.id}")
    for control in linker.atlas.all(Control):
        here = [task for task in control.tasks if task.partition("/")[0] == micro.id]
        if here:
            at[control.id] = [*distinct((*at.get(control.id, ()), *here))]
    rows = tuple(Row(((linker.ref(name),), _risk(linker, name), linker.refs(steps))) for name, steps in at.items())
    columns = (words("field.control"), words("field.risk"), words("field.exercised_at"))
    return Table(columns, rows, words("process.controls"))


def _risk(linker: Linker, control: str) -> Cell:
    known = linker.atlas.get(control, Control)
    return linker.prose(known.risk) if known else ()
