"""PM909: a name that is longer than a box of the picture and a line of a table can hold."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.rules.readability.names import names_in
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models

RULE = Rule("PM909", "long-name", Severity.WARNING, since="0.1.0", tags=("names",))

LONGEST = 60
"""Characters; three lines of a task's box."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields names of elements and texts of steps that are too long."""
    for element, model in live_models(context):
        for path, text in names_in(model):
            if len(text) > LONGEST:
                yield Problem(
                    RULE.code,
                    Message.of("PM909.message", text=text, length=len(text), most=LONGEST),
                    Location(element, path),
                    hint=Message.of("PM909.hint"),
                )
