"""PM508: nobody answers for a decision, or several do."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Part, Problem, Severity
from processmap.graph.raci import accountable
from processmap.i18n import Message
from processmap.model.governance import Forum
from processmap.model.steps import ApprovalStep
from processmap.rules.naming import listed
from processmap.rules.roles.steps import Placed, steps_of_kind
from processmap.rules.rule import Rule, RuleContext
from processmap.values.ids import Kind

RULE = Rule("PM508", "not-one-accountable", Severity.ERROR, since="0.1.0", tags=("roles", "raci"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields approvals without exactly one role that answers; a task always has one, the owner of its micro."""
    for approval in steps_of_kind(context, ApprovalStep):
        parties = accountable(context.graph, approval.flow, approval.step)
        if len(parties) != 1 or _has_no_chair(context, parties[0]):
            yield _problem(approval, parties)


def _has_no_chair(context: RuleContext, party: str) -> bool:
    forum = context.graph.model(party, Forum)
    return forum is not None and forum.chair is None


def _problem(approval: Placed[ApprovalStep], parties: tuple[str, ...]) -> Problem:
    micro = approval.flow.micro
    key = "PM508.several" if len(parties) > 1 else "PM508.forum" if parties else "PM508.nobody"
    first = next((party for party in parties if party.startswith(f"{Kind.ROLE}-")), micro.owner)
    hint = "PM508.hint_forum" if key == "PM508.forum" else "PM508.hint_several"
    return Problem(
        RULE.code,
        Message.of(key, **approval.names, parties=listed(parties)),
        Location(micro.id, ("steps", approval.index, "approvers"), Part.KEY),
        hint=Message.of(hint, role=first),
    )
