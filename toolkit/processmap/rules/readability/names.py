"""Every name in an element that a reader meets: its own, and those of its steps or activities."""

from collections.abc import Iterator

from processmap.diagnostics import Path
from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.micro import Micro
from processmap.model.steps import JoinStep, step_kind
from processmap.rules.naming import element_name


def names_in(model: AnyElement) -> Iterator[tuple[Path, str]]:
    """Yields the way to each name with its text, in authored order; notes are remarks, not names."""
    name = element_name(model)
    if name:
        yield ("name",), name
    if isinstance(model, Micro):
        for index, step in enumerate(model.steps):
            kind = "name" if type(step) is JoinStep else step_kind(step)
            text = getattr(step, kind)
            if text and kind != "note":
                yield ("steps", index, kind), text
    elif isinstance(model, Ito):
        for index, activity in enumerate(model.activities):
            yield ("activities", index, "name"), activity.name
