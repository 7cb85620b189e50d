"""How much of its time the processes take from a role in a week, against what its people have."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from processmap.graph import Flow
from processmap.graph.workload import efforts_of, exactly, minutes, minutes_of_day, spent_per_week
from processmap.model.organisation import Role
from processmap.views.lane_links import in_lane
from processmap.views.linking import Linker
from processmap.views.pieces import Ref

_FULL = 100
_TIGHT = 85
"""From this share of the capacity on, little is left for what no process names."""


@dataclass(frozen=True, slots=True)
class LoadPart:
    """What one process takes."""

    process: Ref
    hours: str
    """Per week and person; of the whole role where nobody says how many people there are."""
    percent: float
    """Of the width of the bar."""


@dataclass(frozen=True, slots=True)
class Load:
    """The load of a role, as a bar with its sum."""

    parts: tuple[LoadPart, ...]
    """The largest first."""
    sum: str
    """In words: `22,4 h de 40 h por semana e pessoa (56%)`."""
    tone: str
    """`good`, `warn` (little left) or `bad` (more work than hours); `neutral` where no capacity is known."""


def load_of(linker: Linker, role: Role) -> Load | None:
    """The load of a role; None where no process says how often it comes or how long it takes."""
    spent = _spent(linker, role)
    if not spent:
        return None
    day = minutes_of_day(linker.atlas.settings)
    people = role.headcount or 1
    capacity = minutes(role.capacity, day) if role.capacity is not None and role.headcount else None
    total = sum(spent.values(), Fraction()) / people
    whole = max(total, capacity or total)
    parts = sorted(spent.items(), key=lambda item: (-item[1], item[0]))
    return Load(
        parts=tuple(
            LoadPart(
                in_lane(linker.ref(micro), role.id),
                _hours(linker, taken / people),
                round(float(taken / people / whole) * _FULL, 2),
            )
            for micro, taken in parts
        ),
        sum=_sum(linker, total, capacity, is_per_person=bool(role.headcount)),
        tone=_tone(total, capacity),
    )


def _spent(linker: Linker, role: Role) -> dict[str, Fraction]:
    """Minutes per week of all people of the role, by micro; what takes no time is left out."""
    day = minutes_of_day(linker.atlas.settings)
    found: dict[str, Fraction] = {}
    for micro in linker.atlas.graph.micros:
        flow = linker.atlas.flow(micro)
        efforts = efforts_of(flow, role.id, day)
        if efforts and _is_complete(flow):
            taken = spent_per_week(flow, efforts, exactly).get(role.id)
            if taken:
                found[micro.id] = taken
    return found


def _is_complete(flow: Flow) -> bool:
    """Whether cases can be followed: every step that is pointed to exists, and once only."""
    has_own_ids = len(flow.steps) == len(flow.micro.steps)
    return has_own_ids and not flow.unresolved and flow.attached.keys() <= flow.steps.keys()


def _sum(linker: Linker, total: Fraction, capacity: Fraction | None, *, is_per_person: bool) -> str:
    words = linker.wording
    if capacity:
        percent = words.number(round(total / capacity * _FULL))
        return words("work.load_of", hours=_hours(linker, total), all=_hours(linker, capacity), percent=percent)
    return words("work.load_each" if is_per_person else "work.load_role", hours=_hours(linker, total))


def _tone(total: Fraction, capacity: Fraction | None) -> str:
    if not capacity:
        return "neutral"
    percent = total / capacity * _FULL
    return "bad" if percent > _FULL else "warn" if percent > _TIGHT else "good"


def _hours(linker: Linker, taken: Fraction) -> str:
    """Hours with one decimal, minutes below an hour."""
    words = linker.wording
    if taken < 60:
        return words("minutes", count=words.number(max(round(taken), 1)))
    return words("hours", count=words.number(Decimal(round(taken / 6)) / 10))
