"""Links from one part of a process page to another."""

from dataclasses import replace

from processmap.model.micro import Micro
from processmap.views.linking import Linker
from processmap.views.pieces import Ref


def step_here(linker: Linker, micro: Micro, step: str) -> Ref:
    """A link to a step of the process whose page it is; its label begins with its id, so that nothing more is said."""
    ref = linker.part(f"{micro.id}/{step}")
    return ref if ref.is_broken else replace(ref, kind="", detail="")
