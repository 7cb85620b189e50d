"""Interviews: how many of those planned were held with each role, and what came out of them."""

from dataclasses import dataclass

from processmap.model.improvement import Interview
from processmap.views.catalogues.catalogue import CatalogueSource, KindPage, catalogue_header
from processmap.views.linking import Linker
from processmap.views.pieces import Cell


@dataclass(frozen=True, slots=True)
class Progress:
    """Interviews held, of those planned."""

    done: int
    planned: int

    @property
    def percent(self) -> int:
        """Share held, rounded down; at most 100, which is also said where none was planned."""
        return min(100, self.done * 100 // self.planned) if self.planned else 100

    @property
    def is_complete(self) -> bool:
        """Whether all were held."""
        return self.done >= self.planned


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """The interviews with one role."""

    anchor: str
    id: str
    role_id: str
    role: Cell
    progress: Progress
    findings: Cell
    """The gaps that came out of them."""


@dataclass(frozen=True, slots=True)
class InterviewsPage(KindPage):
    """All interviews, in declared order."""

    total: Progress
    rows: tuple[InterviewRow, ...]


def interviews_page(source: CatalogueSource, linker: Linker) -> InterviewsPage:
    """Makes the page of the interviews."""
    interviews = linker.atlas.all(Interview)
    return InterviewsPage(
        header=catalogue_header(source.name, linker),
        name=source.name,
        is_empty=not interviews,
        empty=linker.wording("empty.catalogue"),
        total=Progress(sum(item.done for item in interviews), sum(item.planned for item in interviews)),
        rows=tuple(
            InterviewRow(
                anchor=item.id.lower(),
                id=item.id,
                role_id=item.role,
                role=(linker.ref(item.role),),
                progress=Progress(item.done, item.planned),
                findings=linker.lines(item.findings),
            )
            for item in interviews
        ),
    )
