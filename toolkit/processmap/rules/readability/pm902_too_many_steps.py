"""PM902: a flow that nobody can take in at once."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.steps import NoteStep
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros

RULE = Rule("PM902", "too-many-steps", Severity.WARNING, since="0.1.0", tags=("size",))

READABLE = 31
"""Steps above which errors of readers and modellers rise sharply (Sánchez-González et al. 2010; 7PMG G7)."""
BEARABLE = 50
"""Steps above which a flow has to be cut (Mendling, Reijers, van der Aalst 2010, 7PMG G7)."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields micros with too many steps; notes do not count."""
    for micro in live_micros(context):
        count = sum(not isinstance(step, NoteStep) for step in micro.steps)
        if count > READABLE:
            yield Problem(
                RULE.code,
                Message.of("PM902.message", micro=named(micro.id, micro.name), count=count, most=READABLE),
                Location(micro.id, ("name",)),
                hint=Message.of("PM902.hint"),
                severity=Severity.ERROR if count > BEARABLE else None,
            )
