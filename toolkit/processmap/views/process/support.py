"""What a process rests on: indicators, controls, policies, documents and systems, and its known gaps."""

from collections.abc import Iterable, Sequence

from processmap.model.improvement import Gap
from processmap.model.indicators import Kpi
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.policies import Control
from processmap.model.steps import StepBase
from processmap.values.ids import Kind
from processmap.values.references import references
from processmap.views.atlas import distinct, kind_of
from processmap.views.catalogues.improvement import gap_chips
from processmap.views.linking import Linker
from processmap.views.performance import kpi_table, measured_at
from processmap.views.pieces import Cell, Fact, Row, Section, Table

_SHOWN = (Kind.DOCUMENT, Kind.FORM, Kind.SYSTEM)


def support_of(linker: Linker, micro: Micro) -> Section:
    """What a process rests on: documents and systems as facts; indicators, policies and controls as tables."""
    words = linker.wording
    named = _named(micro)
    facts = [Fact(words.word("kinds", kind.name.lower()), linker.refs(named[kind])) for kind in _SHOWN if kind in named]
    practices = [
        mention.source for mention in linker.atlas.mentions_of(micro.id) if kind_of(mention.source) is Kind.PRACTICE
    ]
    if practices:
        facts.append(Fact(words.word("kinds", "practice"), linker.refs(distinct(practices))))
    tables = _tables(linker, (micro,), _kpis(linker, micro), named.get(Kind.POLICY, []))
    return Section("around", words("section.around"), facts=tuple(facts), tables=tables)


def support_of_macro(linker: Linker, macro: Macro) -> Section:
    """The indicators by which a macro is managed, its policies, and the controls in its processes."""
    micros = linker.atlas.micros_of(macro.id)
    kpis = tuple(kpi for name in macro.kpis if (kpi := linker.atlas.get(name, Kpi)))
    decided = (name for micro in micros for name in _named(micro).get(Kind.POLICY, ()))
    tables = _tables(linker, micros, kpis, distinct((*macro.policies, *decided)))
    return Section("around", linker.wording("section.around"), tables=tables)


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


def _tables(
    linker: Linker, micros: Sequence[Micro], kpis: tuple[Kpi, ...], policies: Iterable[str]
) -> tuple[Table, ...]:
    words = linker.wording
    steps = [(f"{micro.id}/{step.id}", step) for micro in micros for step in micro.steps]
    return (
        kpi_table(linker, kpis, title=words.word("kinds", "kpi")),
        _policies(linker, steps, policies),
        _controls(linker, steps),
    )


def _policies(linker: Linker, steps: Sequence[tuple[str, StepBase]], policies: Iterable[str]) -> Table:
    """Policies with the choices that their decision tables decide."""
    words = linker.wording
    deciding: dict[str, list[str]] = {policy: [] for policy in policies}
    for name, step in steps:
        policy = str(getattr(step, "decision", None) or "").partition("/")[0]
        if policy in deciding:
            deciding[policy].append(name)
    rows = tuple(Row(((linker.ref(policy),), linker.refs(names))) for policy, names in deciding.items())
    return Table((words("field.policy"), words("process.decides_at")), rows, words.word("kinds", "policy"))


def _controls(linker: Linker, steps: Sequence[tuple[str, StepBase]]) -> Table:
    """Controls with their risk and the steps at which they are exercised."""
    words = linker.wording
    at: dict[str, list[str]] = {}
    for name, step in steps:
        if control := getattr(step, "control", None):
            at.setdefault(control, []).append(name)
    names = {name for name, _ in steps}
    for control in linker.atlas.all(Control):
        for task in control.tasks:
            if task in names and task not in at.get(control.id, ()):
                at.setdefault(control.id, []).append(task)
    rows = tuple(Row(((linker.ref(name),), _risk(linker, name), linker.refs(found))) for name, found in at.items())
    columns = (words("field.control"), words("field.risk"), words("field.exercised_at"))
    return Table(columns, rows, words("process.controls"))


def _risk(linker: Linker, control: str) -> Cell:
    known = linker.atlas.get(control, Control)
    return linker.prose(known.risk) if known else ()
