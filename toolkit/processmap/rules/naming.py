"""How findings name things: id and name together, so that a reader knows both what is meant and where to look."""

from collections.abc import Iterable

from processmap.model.ito import Ito
from processmap.model.kinds import AnyElement
from processmap.model.micro import Micro
from processmap.model.steps import JoinStep, StepBase, step_kind
from processmap.values.authored import Authored
from processmap.values.references import Path

_LONGEST_NAME = 60


def named(id_: str, name: str | None) -> str:
    """Returns `MIC-VEN-010 (Atender pedido)`, or the id alone where there is no name."""
    return f"{id_} ({_shortened(name)})" if name else id_


def element_name(model: Authored | None) -> str | None:
    """Returns the name of an element, where it has one."""
    name = getattr(model, "name", None)
    return name if isinstance(name, str) else None


def step_text(step: StepBase) -> str | None:
    """Returns what a step says: the text of its kind's key; a join says only its name."""
    if type(step) is JoinStep:
        return step.name
    text = getattr(step, step_kind(step))
    assert isinstance(text, str)
    return text


def step_named(step: StepBase) -> str:
    """Returns `T20 (Registrar pedido)`."""
    return named(step.id, step_text(step))


def holder_named(id_: str, model: AnyElement, path: Path) -> str:
    """Returns the name of what stands around a place: the step, the activity, or else the element."""
    match model, path:
        case Micro(steps=steps), ("steps", int(index), *_) if index < len(steps):
            return named(f"{id_}/{steps[index].id}", step_text(steps[index]))
        case Ito(activities=activities), ("activities", int(index), *_) if index < len(activities):
            return named(f"{id_}/{activities[index].id}", activities[index].name)
        case _:
            return named(id_, element_name(model))


def key_of(path: Path) -> str:
    """Returns the key under which a value stands, whatever its place in a list."""
    for part in reversed(path):
        if isinstance(part, str):
            return part
    return ""


def listed(items: Iterable[str]) -> str:
    """Returns `S10, T20, E90`, shortened where the list is long."""
    shown = list(items)
    return ", ".join(shown[:_LONGEST_LIST]) + (" …" if len(shown) > _LONGEST_LIST else "")


_LONGEST_LIST = 12


def _shortened(name: str) -> str:
    text = " ".join(name.split())
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1].rstrip() + "…"
