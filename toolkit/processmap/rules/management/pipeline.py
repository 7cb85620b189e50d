"""The stages of the CRM as the flows set them: one pipeline per object and record type."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

from processmap.diagnostics import Location
from processmap.model.steps import CrmStage, EndStep, HandoffStep, Step, WorkKeys
from processmap.rules.rule import RuleContext
from processmap.rules.scope import live_micros

OPPORTUNITY = "Opportunity"
"""The object that is meant where a stage names none."""


@dataclass(frozen=True, slots=True)
class PlacedStage:
    """A stage where a step sets it."""

    micro: str
    index: int
    step: Step
    stage: CrmStage

    @property
    def name(self) -> str:
        """The name as written."""
        return self.stage.stage.strip()

    @property
    def pipeline(self) -> tuple[str, str]:
        """Object and record type, the latter empty where there is none."""
        return self.stage.object or OPPORTUNITY, self.stage.record_type or ""

    @property
    def is_closed(self) -> bool:
        """Whether the record ends here, won or lost."""
        return self.stage.won or self.stage.lost

    def at(self, key: str = "stage") -> Location:
        """The place of one of its values; of the stage's name where that key is not written."""
        written = {"probability": self.stage.probability is not None, "won": self.stage.won, "lost": self.stage.lost}
        return Location(self.micro, ("steps", self.index, "crm", key if written.get(key) else "stage"))


def placed_stages(context: RuleContext) -> Iterator[PlacedStage]:
    """Yields every stage that a step of a live flow sets, by file and then in authored order."""
    for micro in live_micros(context):
        for index, step in enumerate(micro.steps):
            if isinstance(step, WorkKeys | HandoffStep | EndStep) and step.crm is not None:
                yield PlacedStage(micro.id, index, step, step.crm)


def folded(name: str) -> str:
    """Returns a name without case, accents and extra spaces: `Negociação` and `negociacao` are one stage."""
    letters = normalize("NFKD", " ".join(name.casefold().split()))
    return "".join(letter for letter in letters if not combining(letter))
