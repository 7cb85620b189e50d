"""Trainings as a table of who attends what, then each of them."""

from dataclasses import dataclass

from processmap.model.capability import Training
from processmap.model.organisation import Role
from processmap.views.catalogues.catalogue import CatalogueSource
from processmap.views.catalogues.charted import ChartedPage, charted_page
from processmap.views.catalogues.people import describe_training
from processmap.views.linking import Linker
from processmap.views.pieces import Ref


@dataclass(frozen=True, slots=True)
class PlannedTraining:
    """A column: one training."""

    ref: Ref
    hours: str
    date: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """A row: one role, with a yes or no per training and the hours of all that it attends."""

    role: Ref
    attends: tuple[bool, ...]
    hours: str


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """Roles by trainings."""

    trainings: tuple[PlannedTraining, ...]
    rows: tuple[Attendance, ...]


def trainings_page(source: CatalogueSource, linker: Linker) -> ChartedPage[TrainingPlan]:
    """Makes the page of the trainings."""
    trainings = linker.atlas.all(Training)
    return charted_page(source, linker, training_plan(linker, trainings), trainings, describe_training)


def training_plan(linker: Linker, trainings: tuple[Training, ...]) -> TrainingPlan:
    """Returns who attends what: the roles of any audience, in declared order."""
    words = linker.wording
    columns = tuple(
        PlannedTraining(linker.part(item.id), words("hours", count=words.number(item.hours)), words.date(item.date))
        for item in trainings
    )
    rows = []
    for role in linker.atlas.all(Role):
        attends = tuple(role.id in item.audience for item in trainings)
        hours = sum(item.hours for item, is_there in zip(trainings, attends, strict=True) if is_there)
        if any(attends):
            rows.append(Attendance(linker.ref(role.id), attends, words("hours", count=words.number(hours))))
    return TrainingPlan(columns, tuple(rows))
