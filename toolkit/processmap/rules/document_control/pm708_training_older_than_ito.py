"""PM708: a training teaches an older revision of an ITO than the one in force."""

from collections.abc import Iterator

from processmap.diagnostics import Location, Problem, Remark, Severity
from processmap.i18n import Message
from processmap.model.capability import ItoRevision, Training
from processmap.model.document_control import Status
from processmap.model.ito import Ito
from processmap.rules.document_control.revisions import revision_key
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models

RULE = Rule("PM708", "training-older-than-ito", Severity.WARNING, since="0.1.0", tags=("documents", "training"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields the ITOs of trainings whose published revision is newer than the one that is taught."""
    for _, training in live_models(context):
        if not isinstance(training, Training):
            continue
        for index, taught in enumerate(training.itos):
            ito = context.graph.model(taught.ito, Ito)
            if ito and _is_older(context, taught, ito):
                yield _problem(training, index, taught, ito)


def _is_older(context: RuleContext, taught: ItoRevision, ito: Ito) -> bool:
    if ito.doc is None or ito.doc.rev is None or context.map.elements[ito.id].status is not Status.PUBLISHED:
        return False
    return revision_key(taught.rev) < revision_key(ito.doc.rev)


def _problem(training: Training, index: int, taught: ItoRevision, ito: Ito) -> Problem:
    rev = ito.doc.rev if ito.doc else None
    return Problem(
        RULE.code,
        Message.of(
            "PM708.message",
            training=named(training.id, training.name),
            ito=named(ito.id, ito.name),
            taught=taught.rev,
            rev=rev,
        ),
        Location(training.id, ("itos", index, "rev")),
        hint=Message.of("PM708.hint", rev=rev),
        related=(Remark(Location(ito.id, ("doc", "rev")), Message.of("PM708.current")),),
    )
