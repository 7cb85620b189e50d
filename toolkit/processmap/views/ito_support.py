"""What an ITO rests on and leaves behind: terms, records, controls."""

import re
from dataclasses import dataclass

from processmap.model.documents import Document, Form
from processmap.model.glossary import GlossaryTerm
from processmap.model.ito import Ito
from processmap.model.policies import Control
from processmap.model.steps import StepBase
from processmap.values.ids import Kind
from processmap.views.addresses import GLOSSARY, Address, part_fragment
from processmap.views.atlas import distinct, kind_of
from processmap.views.folding import folded
from processmap.views.ito_activity import work_at
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Ref, Row, Table


@dataclass(frozen=True, slots=True)
class Definition:
    """A glossary term that the ITO uses."""

    term: str
    definition: Cell
    href: str


def definitions(linker: Linker, ito: Ito) -> tuple[Definition, ...]:
    """The terms of the glossary that the ITO's own text uses, as whole words, in the glossary's order."""
    texts = [ito.mission or "", ito.scope or "", ito.authority or ""]
    for activity in ito.activities:
        texts += [activity.name, activity.by or "", activity.done_when or "", activity.avoid or "", *activity.steps]
    text = folded(" ".join(texts))
    glossary = Address(GLOSSARY).seen_from(linker.page)
    return tuple(
        Definition(term.term, linker.prose(term.definition), glossary)
        for term in linker.atlas.glossary
        if _is_used(term, text)
    )


def records(linker: Linker, ito: Ito) -> Table:
    """What the activities leave behind: where it is made, in which system, how long it is kept."""
    words = linker.wording
    made: dict[str, list[tuple[str, StepBase]]] = {}
    for activity in ito.activities:
        for step in work_at(linker, activity.does):
            for name in step.outputs:
                made.setdefault(name, []).append((activity.id, step))
    rows = tuple(
        Row(
            (
                (linker.ref(name),),
                tuple(_activity(activity) for activity in distinct(activity for activity, _ in makers)),
                linker.refs(distinct(system for _, step in makers if (system := getattr(step, "system", None)))),
                *_keeping(linker, name),
            )
        )
        for name, makers in made.items()
    )
    keys = ("work.record", "field.activity", "work.kept_in", "field.retention", "field.owner")
    return Table(tuple(words(key) for key in keys), rows)


def controls(linker: Linker, ito: Ito) -> Table:
    """The risks that these activities keep small: control, policy, evidence, and where it is exercised."""
    words = linker.wording
    exercised: dict[str, list[str]] = {}
    for activity in ito.activities:
        named = {step.control for step in work_at(linker, activity.does) if step.control}
        for control in linker.atlas.all(Control):
            if control.id in named or set(control.tasks) & set(activity.does):
                exercised.setdefault(control.id, []).append(activity.id)
        for broken in sorted(named - exercised.keys()):
            exercised[broken] = [activity.id]
    rows = tuple(_control(linker, name, activities) for name, activities in exercised.items())
    keys = ("field.risk", "field.control", "field.policy", "field.evidence", "field.frequency", "field.activity")
    return Table(tuple(words(f"{key}") for key in keys), rows)


def _is_used(term: GlossaryTerm, text: str) -> bool:
    """Whether a term or one of its synonyms stands in a folded text, also in the plural."""
    words = (re.escape(folded(word)) for word in (term.term, *term.synonyms))
    return re.search(rf"(?<!\w)(?:{'|'.join(words)})(?:e?s)?(?!\w)", text) is not None


def _keeping(linker: Linker, name: str) -> tuple[Cell, Cell]:
    model = Form if kind_of(name) is Kind.FORM else Document
    found = linker.atlas.get(name, model)
    if not isinstance(found, Document | Form):
        return (), ()
    kept = linker.wording.retention(found.retention)
    return (kept,) if kept else (), linker.optional(found.owner)


def _control(linker: Linker, name: str, activities: list[str]) -> Row:
    words = linker.wording
    found = linker.atlas.get(name, Control)
    frequency = words.word("period", found.frequency) if found and found.frequency not in (None, "each case") else ""
    if found and found.frequency == "each case":
        frequency = words("each_case")
    return Row(
        (
            linker.prose(found.risk if found else None),
            (linker.ref(name),),
            linker.optional(found.policy if found else None),
            linker.prose(found.evidence if found else None),
            (frequency,) if frequency else (),
            tuple(_activity(activity) for activity in activities),
        )
    )


def _activity(activity: str) -> Ref:
    return Ref(activity, activity, f"#{part_fragment(activity)}", "step")
