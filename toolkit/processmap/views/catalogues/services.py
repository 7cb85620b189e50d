"""Controls."""

from processmap.model.policies import Control
from processmap.values.ids import Kind
from processmap.views.catalogues.catalogue import Described, described, fact, said, text_fact
from processmap.views.linking import Linker
from processmap.views.usage import used_in


def describe_control(linker: Linker, control: Control) -> Described:
    """A control with the risk it keeps small and the steps at which it is exercised."""
    words = linker.wording
    every = str(control.frequency or "")
    frequency = words("each_case") if every == "each case" else words.word("period", every) if every else ""
    steps = [
        *control.tasks,
        *(mention.source for mention in linker.atlas.mentions_of(control.id) if mention.field == "control"),
    ]
    return described(
        linker,
        control,
        facts=(
            fact(words, "risk", linker.prose(control.risk)),
            fact(words, "policy", linker.optional(control.policy)),
            fact(words, "exercised_at", linker.lines(dict.fromkeys(steps))),
            fact(words, "evidence", linker.prose(control.evidence)),
            text_fact(words, "frequency", frequency),
            fact(words, "owner", linker.optional(control.owner)),
            *used_in(linker, control.id, without=(Kind.MICRO,)),
        ),
        summary=(linker.prose(control.risk), linker.optional(control.policy), said(frequency)),
    )
