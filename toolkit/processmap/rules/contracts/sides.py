"""How the rules on contracts name their two sides and point at them."""

from collections.abc import Iterable, Sequence
from typing import Literal

from processmap.diagnostics import Location, Part
from processmap.graph import Contract
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.rules.naming import element_name, holder_named, listed, named
from processmap.rules.rule import RuleContext


def sender(contract: Contract) -> str:
    """Returns the sending step for a reader: `MIC-VEN-010/H50 (Pedir entrega)`."""
    return step_in(contract.source, contract.step_index)


def receiver(contract: Contract) -> str:
    """Returns the start that is reached for a reader, or the micro when no start fits."""
    if contract.start_index is None:
        return micro_named(contract.target)
    return step_in(contract.target, contract.start_index)


def step_in(micro: Micro, index: int) -> str:
    """Returns a step by its global name with its text."""
    return holder_named(micro.id, micro, ("steps", index))


def micro_named(micro: Micro) -> str:
    """Returns a micro with its name."""
    return named(micro.id, micro.name)


def element_named(context: RuleContext, element_id: str) -> str:
    """Returns an element's id with its name, where it has one."""
    element = context.map.elements.get(element_id)
    return named(element_id, element_name(element.model) if element else None)


def elements_named(context: RuleContext, ids: Iterable[str]) -> str:
    """Returns several elements by id and name."""
    return listed(element_named(context, element_id) for element_id in ids)


def documents_said(context: RuleContext, what: Literal["sends", "receives", "returns"], ids: Sequence[str]) -> Message:
    """Returns what one side says of documents, for a remark at its place."""
    if not ids:
        return Message.of(f"PM402.nothing_{what}")
    return Message.of(f"PM402.list_{what}", documents=elements_named(context, ids))


def key_of_step(micro: Micro, index: int, key: str, *, is_written: bool) -> Location:
    """Returns the place of a key of a step, or of the step's id where the key is not written."""
    if is_written:
        return Location(micro.id, ("steps", index, key), Part.KEY)
    return step_at(micro, index)


def step_at(micro: Micro, index: int) -> Location:
    """Returns the place of a step's id."""
    return Location(micro.id, ("steps", index, "id"))


def sending_place(contract: Contract) -> Location:
    """Returns where a sender says to whom it hands over."""
    return Location(contract.source.id, ("steps", contract.step_index, "to_process"))


def receiving_place(contract: Contract) -> Location:
    """Returns the start that is reached, or the head of the micro when no start fits."""
    if contract.start_index is None:
        return Location(contract.target.id)
    return step_at(contract.target, contract.start_index)
