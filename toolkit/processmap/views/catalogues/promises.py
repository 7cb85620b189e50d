"""The page of the SLAs: what is promised to whom, what stands behind each promise, and whether it is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from processmap.model.micro import Micro
from processmap.model.services import Sla, SlaType
from processmap.timing import Clock, clock_of
from processmap.values.durations import Duration
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.catalogues.entry import Head, Uses, head_of, uses_of
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Fact, Ref
from processmap.views.process.business_time import business_time
from processmap.views.process.proof import Verdict, proofs


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of an escalation ladder."""

    share: str
    after: str
    """The same as a time."""
    inform: Cell


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether a process keeps a promise, with the way to its proof."""

    verdict: Verdict
    chip: Chip
    proof: Ref
    left: str
    """What is left of the time at worst; empty where nothing can be said."""


@dataclass(frozen=True, slots=True)
class Supporter:
    """An agreement between areas behind a promise."""

    ref: Ref
    target: str
    owner: Cell
    percent: float
    """Its share of the promise, at most 100."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind one promise to a client."""

    supporters: tuple[Supporter, ...]
    summary: str
    """What the agreements take together on the slowest way, against the promise; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class SlaEntry:
    """One promise of time."""

    head: Head
    target: str
    compliance: str
    starts: Cell
    stops: Cell
    facts: tuple[Fact, ...]
    ladder: tuple[Rung, ...]
    behind: Behind
    kept: tuple[Kept, ...]
    uses: Uses


@dataclass(frozen=True, slots=True)
class SlaGroup:
    """The promises of one sort."""

    anchor: str
    title: str
    lead: str
    entries: tuple[SlaEntry, ...]


@dataclass(frozen=True, slots=True)
class SlasPage(KindPage):
    """Promises to clients first, then contracts, then what areas have agreed among themselves."""

    groups: tuple[SlaGroup, ...]


_SEVERITY = (Verdict.KEPT, Verdict.UNPROVED, Verdict.AT_RISK, Verdict.BROKEN)
_ORDER = (SlaType.CLIENT, SlaType.CONTRACT, SlaType.INTERNAL)


def slas_page(source: CatalogueSource, linker: Linker) -> SlasPage:
    """Makes the page of the SLAs."""
    all_slas = linker.atlas.all(Sla)
    proved = _proved(linker)
    groups = tuple(_group(linker, type_, all_slas, proved) for type_ in _ORDER)
    return SlasPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not all_slas,
        empty=linker.wording("empty.catalogue"),
        groups=tuple(group for group in groups if group.entries),
    )


def _group(linker: Linker, type_: SlaType, slas: Iterable[Sla], proved: Mapping[str, tuple[Kept, ...]]) -> SlaGroup:
    words = linker.wording
    entries = tuple(_entry(linker, sla, proved.get(sla.id, ())) for sla in slas if sla.type is type_)
    return SlaGroup(f"sla-{type_}", words(f"slas.{type_}"), words(f"slas.{type_}_lead"), entries)


def _entry(linker: Linker, sla: Sla, kept: tuple[Kept, ...]) -> SlaEntry:
    words = linker.wording
    has_calendars = len({other.calendar for other in linker.atlas.all(Sla)}) > 1
    facts = (
        Fact(words("field.customer"), linker.optional(sla.customer)),
        Fact(words("field.owner"), linker.optional(sla.owner)),
        Fact(words("field.supports"), linker.optional(sla.supports)),
        Fact(words("field.calendar"), (sla.calendar,) if sla.calendar and has_calendars else ()),
    )
    return SlaEntry(
        head=head_of(linker, sla),
        target=words.duration(sla.target),
        compliance=words("slas.compliance", share=words.percent(sla.compliance)) if sla.compliance else "",
        starts=linker.refs(sla.clock.start) if sla.clock else (),
        stops=linker.refs(sla.clock.stop) if sla.clock else (),
        facts=tuple(fact for fact in facts if fact.value),
        ladder=tuple(_ladder(linker, sla)),
        behind=_behind(linker, sla),
        kept=kept,
        uses=uses_of(linker, sla.id, without=(Kind.SLA,)),
    )


def _ladder(linker: Linker, sla: Sla) -> Iterator[Rung]:
    for step in sla.escalation:
        after = Duration(sla.target.amount * step.after.points / Decimal(100), sla.target.unit) if sla.target else None
        yield Rung(linker.wording.percent(step.after), linker.wording.duration(after), linker.refs(step.inform))


def _behind(linker: Linker, sla: Sla) -> Behind:
    supporters = tuple(other for other in linker.atlas.all(Sla) if other.supports == sla.id and other.id != sla.id)
    shown = tuple(
        Supporter(
            linker.ref(other.id),
            linker.wording.duration(other.target),
            linker.optional(other.owner),
            _percent(linker, other, sla),
        )
        for other in supporters
    )
    return Behind(shown, _summary(linker, sla, supporters))


def _percent(linker: Linker, part: Sla, whole: Sla) -> float:
    if part.target is None or whole.target is None:
        return 0.0
    clock = Clock("", calendar=whole.calendar)
    weight, limit = (linker.atlas.times.limit_weight(clock, each) for each in (part.target, whole.target))
    return round(min(100 * weight / limit, 100.0), 1) if limit else 0.0


def _summary(linker: Linker, sla: Sla, supporters: tuple[Sla, ...]) -> str:
    """What the agreements take together on the slowest way, where the clock runs in one sound process."""
    flows = {micro.id: linker.atlas.flow(micro) for micro in linker.atlas.all(Micro)} if supporters else {}
    own = clock_of(sla, {micro: flow for micro, flow in flows.items() if micro not in linker.atlas.unsound})
    if own is None or sla.target is None:
        return ""
    only = frozenset(other.id for other in supporters)
    clocks = [Clock(own.flow.micro.id, start, own.stops, sla.id, sla.calendar, only) for start in own.starts]
    paths = [path for clock in clocks if (path := linker.atlas.times.worst_path(clock))]
    longest = max((path.minutes for path in paths), default=0)
    if not longest:
        return ""
    day = linker.atlas.times.calendar(sla.calendar).day_minutes
    total = business_time(linker.wording, longest, day)
    return linker.wording("slas.together", total=total, promise=linker.wording.duration(sla.target))


def _proved(linker: Linker) -> Mapping[str, tuple[Kept, ...]]:
    """Where each SLA is proved, by its id; the processes in their order."""
    found: dict[str, dict[str, Kept]] = {}
    for micro in linker.atlas.all(Micro):
        for proof in proofs(linker, micro, is_provable=micro.id not in linker.atlas.unsound) if micro.steps else ():
            ref = linker.ref(micro.id)
            way = Ref(ref.id, ref.label, f"{ref.href}#{proof.anchor}" if ref.href else None, ref.kind)
            left = proof.runs[-1].left if proof.runs and not proof.unbounded else ""
            for sla in proof.slas:
                known = found.setdefault(sla.id, {}).get(micro.id)
                found[sla.id][micro.id] = _worse(known, Kept(proof.verdict, proof.chip, way, left))
    return {sla: tuple(kept.values()) for sla, kept in found.items()}


def _worse(known: Kept | None, kept: Kept) -> Kept:
    """Of two proofs in one process the worse; what is left is said only where both say the same."""
    if known is None:
        return kept
    worse = max(known, kept, key=lambda each: _SEVERITY.index(each.verdict))
    return worse if known.left == kept.left else replace(worse, left="")
