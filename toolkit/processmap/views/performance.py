"""What a stretch of work is measured by: the KPIs taken at its steps and the promises of time that run through them."""

from collections.abc import Container

from processmap.model.indicators import Kpi
from processmap.model.services import Sla
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Row, Table


def measured_at(kpi: Kpi, places: Container[str]) -> bool:
    """Tells whether a KPI is taken at one of these steps, or from a field of one of these forms."""
    ends = (end for measure in kpi.terms.values() for end in (measure.subject, measure.until) if end)
    return any(place.partition(".")[0] in places for place in (*kpi.anchors, *ends))


def clocked_at(sla: Sla, steps: Container[str]) -> bool:
    """Tells whether the clock of an SLA starts or stops at one of these steps."""
    return sla.clock is not None and any(step in steps for step in (*sla.clock.start, *sla.clock.stop))


def kpi_table(linker: Linker, kpis: tuple[Kpi, ...], title: str, *, with_owner: bool = True) -> Table:
    """KPIs with target, floor, rhythm and who answers for them."""
    words = linker.wording
    owner = ("owner",) if with_owner else ()
    keys = ("kpi", "target", "floor", "every", *owner, "shown_in")
    rows = tuple(
        Row(
            (
                (linker.ref(kpi.id),),
                _said(words.measured(kpi.target.value, kpi.unit)) if kpi.target else (),
                _said(words.measured(kpi.target.floor, kpi.unit)) if kpi.target else (),
                _said(words.word("period", kpi.every)) if kpi.every else (),
                *((linker.optional(kpi.owner),) if with_owner else ()),
                linker.refs(kpi.shown_in),
            )
        )
        for kpi in kpis
    )
    return Table(tuple(words(f"field.{key}") for key in keys), rows, title)


def sla_table(linker: Linker, slas: tuple[Sla, ...], title: str, *, with_owner: bool = True) -> Table:
    """SLAs with what they promise, to whom, and who answers for them."""
    words = linker.wording
    rows = tuple(
        Row(
            (
                (linker.ref(sla.id),),
                _said(words.duration(sla.target)),
                _said(words.percent(sla.compliance)),
                (Chip(words.word("sla_type", sla.type)), *linker.optional(sla.customer)),
                *((linker.optional(sla.owner),) if with_owner else ()),
            )
        )
        for sla in slas
    )
    owner = ("field.owner",) if with_owner else ()
    keys = ("work.sla", "field.promise", "field.compliance", "work.promised_to", *owner)
    return Table(tuple(words(key) for key in keys), rows, title)


def _said(text: str) -> Cell:
    return (text,) if text else ()
