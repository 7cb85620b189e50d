"""PM209: the shares of a fork's paths do not make up the whole."""

from collections.abc import Iterator
from decimal import Decimal

from processmap.diagnostics import Location, Part, Problem, Severity
from processmap.i18n import Message
from processmap.model.micro import Micro
from processmap.model.steps import OptionsStep
from processmap.rules.forks import Fork, forks, label_of, labelled_paths, path_location
from processmap.rules.naming import named, step_named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_micros
from processmap.values.percents import Percent

RULE = Rule("PM209", "shares-do-not-sum", Severity.ERROR, since="0.1.0", tags=("flow", "figures"))

_WHOLE = Decimal(100)


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields forks whose shares are incomplete or do not add up; several `options` may be taken at once."""
    for micro in live_micros(context):
        for index, fork in forks(micro):
            if isinstance(fork, OptionsStep):
                continue
            shares = [path.share.points for path in labelled_paths(fork) if path.share is not None]
            if shares and len(shares) < len(fork.paths):
                yield _incomplete(micro, index, fork)
            elif shares and sum(shares) != _WHOLE:
                yield _wrong_total(micro, index, fork, sum(shares, Decimal()))


def _incomplete(micro: Micro, index: int, fork: Fork) -> Problem:
    position, path = next((position, path) for position, path in enumerate(labelled_paths(fork)) if path.share is None)
    message = Message.of(
        "PM209.missing", step=step_named(fork), micro=named(micro.id, micro.name), label=label_of(path) or path.to
    )
    at = path_location(micro, index, position, path)
    return Problem(RULE.code, message, at, hint=Message.of("PM209.hint_missing"))


def _wrong_total(micro: Micro, index: int, fork: Fork, total: Decimal) -> Problem:
    key = "PM209.hint_over" if total > _WHOLE else "PM209.hint_under"
    names = {"step": step_named(fork), "micro": named(micro.id, micro.name)}
    return Problem(
        RULE.code,
        Message.of("PM209.message", **names, total=Percent(total)),
        Location(micro.id, ("steps", index, "paths"), Part.KEY),
        hint=Message.of(key, difference=Percent(abs(total - _WHOLE))),
    )
