"""What a step is called and what kind it is."""

from processmap.model.steps import STEP_MODELS, JoinStep, NoteStep, StepBase
from processmap.views.prose import plain

_KINDS = {model: kind for kind, model in STEP_MODELS.items()}


def step_kind_of(step: StepBase) -> str:
    """The key that carries the step's text, such as `task` or `choice`."""
    return _KINDS[type(step)]


def step_text(step: StepBase) -> str:
    """The text of a step in one line; a join without a name has none."""
    if isinstance(step, JoinStep):
        return step.name or ""
    if isinstance(step, NoteStep):
        return plain(step.note)
    return str(getattr(step, step_kind_of(step)))
