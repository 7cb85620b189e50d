"""PM512: the work stands still without a role, and nobody stands in for it."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Severity
from processmap.i18n import Message
from processmap.model.document_control import Status
from processmap.model.organisation import Role
from processmap.rules.naming import named
from processmap.rules.roles.instructed import instructions
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.unread import Unread

RULE = Rule("PM512", "critical-role-without-backup", Severity.WARNING, since="0.1.0", tags=("roles", "risk"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields critical roles for which neither their entry nor an ITO of theirs names another role as backup."""
    backed = {role.id for role in context.graph.all(Role) if role.backup and role.backup != role.id}
    backed |= {ito.role for ito in instructions(context).itos if ito.backup and ito.backup != ito.role}
    unread = Unread(context.map)
    for role in context.graph.all(Role):
        is_open = role.critical and role.id not in backed and role.status is not Status.RETIRED
        if is_open and not unread.may_mention(role.id):
            yield _problem(context, role)


def _problem(context: RuleContext, role: Role) -> Problem:
    own = next((ito for ito in instructions(context).itos if ito.role == role.id), None)
    hint = Message.of("PM512.hint_ito", ito=named(own.id, own.name)) if own else Message.of("PM512.hint")
    key = "PM512.itself" if role.backup == role.id or (own and own.backup == role.id) else "PM512.message"
    place = Location(role.id, ("critical",))
    return Problem(RULE.code, Message.of(key, role=named(role.id, role.name)), place, hint=hint)
