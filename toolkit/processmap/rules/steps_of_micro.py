"""Looks up steps of one micro by id, with their place in the file."""

from processmap.diagnostics import Location
from processmap.model.micro import Micro
from processmap.model.steps import StepBase
from processmap.rules.naming import step_named


def step_by_id(micro: Micro, step_id: str) -> StepBase | None:
    """Returns the step with a local id; the first one where an id stands twice."""
    return next((step for step in micro.steps if step.id == step_id), None)


def step_location(micro: Micro, step_id: str) -> Location:
    """Returns the place of a step's id."""
    index = next(index for index, step in enumerate(micro.steps) if step.id == step_id)
    return Location(micro.id, ("steps", index, "id"))


def step_label(micro: Micro, step_id: str) -> str:
    """Returns `T20 (Registrar pedido)`, or the id alone for a step that does not exist."""
    step = step_by_id(micro, step_id)
    return step_named(step) if step else step_id
