"""Whose business a process is: what the focus on one role goes by."""

from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.model.steps import ApprovalStep
from processmap.values.ids import Kind
from processmap.views.atlas import distinct, kind_of
from processmap.views.flow import lanes_of
from processmap.views.linking import Linker


def roles_of_micro(linker: Linker, micro: Micro) -> tuple[str, ...]:
    """Returns the ids of the roles that own a process, do a step of it or approve one, without repetitions."""
    approvers = (name for step in micro.steps if isinstance(step, ApprovalStep) for name in step.approvers)
    named = (micro.owner, *micro.lanes, *lanes_of(linker, micro).values(), *approvers)
    return distinct(name for name in named if name and kind_of(name) is Kind.ROLE)


def roles_of_macro(linker: Linker, macro: Macro) -> tuple[str, ...]:
    """Returns the ids of the roles of a macro: its owner and those of its micros."""
    micros = linker.atlas.micros_of(macro.id)
    return distinct((macro.owner, *(role for micro in micros for role in roles_of_micro(linker, micro))))
