"""PM410: what a macro says of its suppliers, inputs, outputs or customers is not what its hand-offs show."""

from collections.abc import Iterator, Sequence

from processmap.diagnostics import Location, Part, Problem, Remark, Severity
from processmap.graph import Passage, Sipoc
from processmap.i18n import Message
from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.rules.contracts.sides import elements_named, step_at, step_in
from processmap.rules.naming import named
from processmap.rules.rule import Rule, RuleContext
from processmap.rules.scope import live_models
from processmap.values.ids import Kind

RULE = Rule("PM410", "sipoc-drift", Severity.WARNING, since="0.1.0", tags=("handoffs", "map"))


def check(context: RuleContext) -> Iterator[Problem]:
    """Yields lists that leave something out, or name what no hand-off and no external implies."""
    is_whole = not context.map.unparsed and _all_micros_are_read(context)
    for _, model in live_models(context):
        if isinstance(model, Macro):
            for key, declared, derived in _lists(context, model):
                missing = [name for name in derived if name not in declared]
                extra = [name for name in declared if name not in derived and name in context.map.elements]
                if missing:
                    yield _missing(context, model, key, missing)
                if extra and is_whole:
                    yield _extra(context, model, key, extra, declared)


def _all_micros_are_read(context: RuleContext) -> bool:
    elements = context.map.elements.values()
    return all(element.model is not None for element in elements if element.kind is Kind.MICRO)


def _lists(context: RuleContext, macro: Macro) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Yields what is declared beside what is derived; nothing is derived for a map that declares nothing."""
    for key in ("suppliers", "inputs", "outputs", "customers"):
        declared: Sequence[str] | None = getattr(macro, key)
        if declared is not None:
            derived: Sequence[str] = getattr(context.graph.sipocs.get(macro.id, Sipoc()), key)
            yield key, declared, derived


def _missing(context: RuleContext, macro: Macro, key: str, missing: Sequence[str]) -> Problem:
    sipoc = context.graph.sipocs[macro.id]
    passages = sipoc.incoming if key in ("suppliers", "inputs") else sipoc.outgoing
    remarks = (_shown(context, passages, name) for name in missing)
    return Problem(
        RULE.code,
        Message.of(f"PM410.missing_{key}", macro=named(macro.id, macro.name), names=elements_named(context, missing)),
        Location(macro.id, (key,), Part.KEY),
        hint=Message.of("PM410.hint_missing"),
        related=tuple(remark for remark in remarks if remark),
    )


def _shown(context: RuleContext, passages: Sequence[Passage], name: str) -> Remark | None:
    """The first step at which a partner or a document passes."""
    for passage in passages:
        if name == passage.partner or name in passage.documents:
            micro = context.graph.model(passage.micro, Micro)
            index = next((i for i, step in enumerate(micro.steps) if step.id == passage.step), None) if micro else None
            if micro and index is not None:
                return Remark(step_at(micro, index), Message.of("PM410.shown", name=name, step=step_in(micro, index)))
    return None


def _extra(context: RuleContext, macro: Macro, key: str, extra: Sequence[str], declared: Sequence[str]) -> Problem:
    return Problem(
        RULE.code,
        Message.of(f"PM410.extra_{key}", macro=named(macro.id, macro.name), names=elements_named(context, extra)),
        Location(macro.id, (key, list(declared).index(extra[0]))),
        hint=Message.of("PM410.hint_extra"),
    )
