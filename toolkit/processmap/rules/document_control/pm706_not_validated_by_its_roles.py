"""PM706: a process was published before those who work in it had validated it."""

from collections.abc import Iterator

from processmap.diagnostics import Problem, Severity
from processmap.graph.validations import latest_validations
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.rules.document_control.controlled import Controlled, controlled
from processmap.rules.naming import element_name, listed, named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.unread import Unread

RULE = Rule("PM706", "not-validated-by-its-roles", Severity.WARNING, since="0.1.0", tags=("documents", "rollout"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields published micros with roles in lanes whose last record about it is missing, or says `rejected`."""
    latest = latest_validations(context.graph)
    unread = Unread(context.map)
    for document in controlled(context):
        if not document.is_published or not isinstance(document.model, Micro):
            continue
        flow = context.graph.flow(document.model.id)
        lanes = dict.fromkeys(lane for lane in (flow.lanes.values() if flow else ()) if lane)
        roles = [lane for lane in lanes if context.graph.model(lane, Role)]
        records = {role: latest.get((document.model.id, role)) for role in roles}
        missing = [role for role in roles if records[role] is None]
        refused = [role for role, record in records.items() if record and record.verdict == "rejected"]
        if missing and not unread.may_mention(document.model.id):
            yield _problem(context, document, missing, "PM706.message")
        elif refused:
            yield _problem(context, document, refused, "PM706.rejected")


def _problem(context: RuleContext, document: Controlled, roles: list[str], key: str) -> Problem:
    names = listed(named(role, element_name(context.graph.model(role, Role))) for role in roles)
    return Problem(
        RULE.code,
        Message.of(key, document=document.name, roles=names),
        document.at("status"),
        hint=Message.of("PM706.hint", element=document.element.id, roles=", ".join(roles)),
    )
