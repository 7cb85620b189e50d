"""PM903: a flow with so many lanes that nobody sees who does what."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.rules.naming import listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_flows

RULE = Rule("PM903", "too-many-lanes", Severity.WARNING, since="0.1.0", tags=("size",))

READABLE = 7
"""Lanes that a reader keeps apart (Miller 1956: seven, plus or minus two)."""


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields micros in which too many roles, areas and externals take part."""
    for flow in live_flows(context):
        lanes = tuple(dict.fromkeys(lane for lane in flow.lanes.values() if lane))
        if len(lanes) > READABLE:
            micro = flow.micro
            names = {"micro": named(micro.id, micro.name), "lanes": listed(lanes)}
            yield Problem(
                RULE.code,
                Message.of("PM903.message", **names, count=len(lanes), most=READABLE),
                Location(micro.id, ("lanes",) if micro.lanes else ("name",)),
                hint=Message.of("PM903.hint"),
            )
