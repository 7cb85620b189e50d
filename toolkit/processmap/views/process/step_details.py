"""What stands beside a step: documents, systems, times, marks."""

from dataclasses import replace

from processmap.model.steps import ApprovalStep, EndStep, StartStep, StepBase, TaskStep, WaitStep
from processmap.views.linking import Linker
from processmap.views.pieces import Cell, Chip, Code, Fact, Ref


def details_of(linker: Linker, step: StepBase) -> tuple[Fact, ...]:
    """What a step needs, makes and hands over, and with what; empty ones left out."""
    words = linker.wording
    found: list[tuple[str, Cell]] = []
    for key, name in (
        ("senders", "senders"),
        ("receives", "receives"),
        ("inputs", "in"),
        ("reads", "reads"),
        ("outputs", "out"),
        ("documents", "waits_for"),
        ("sends", "sends"),
        ("returns", "returns"),
        ("delivers_to", "delivers_to"),
        ("informs", "informs"),
        ("consulted", "consulted"),
        ("informed", "informed"),
        ("pauses", "pauses"),
    ):
        found.append((name, linker.refs(getattr(step, key, ()))))
    for key in ("source", "to_process", "system", "control", "ola", "decision", "attached_to", "about", "accountable"):
        value = getattr(step, key, None)
        if value:
            found.append((key, _named(linker, key, value)))
    if isinstance(step, StartStep) and step.cadence:
        found.append(("cadence", (words.cadence(step.cadence),)))
    if isinstance(step, StartStep) and step.channel:
        found.append(("channel", (words.word("channel", step.channel),)))
    if isinstance(step, StartStep) and step.volume:
        found.append(("volume", (words.rate(step.volume),)))
    return tuple(Fact(words(f"step.{key}"), _short(value)) for key, value in found if value)


def _short(cell: Cell) -> Cell:
    """Links without what hovering would say: they are many, and the page of a process is the largest there is."""
    return tuple(
        replace(piece, kind="", detail="") if isinstance(piece, Ref) and not piece.is_broken else piece
        for piece in cell
    )


def _named(linker: Linker, key: str, value: str) -> Cell:
    if key in ("attached_to", "about"):
        return (Code(value),)
    if key == "decision":  # The policy; which of its outputs is for rules to know.
        return (linker.ref(value.partition("/")[0]),)
    return linker.optional(value)


def time_of(linker: Linker, step: StepBase) -> Cell:
    """Effort and longest time of a step; how long a wait lasts."""
    words = linker.wording
    if isinstance(step, WaitStep):
        return (words.duration(step.after or step.max),) if step.after or step.max else ()
    time = getattr(step, "time", None)
    if time is None:
        return ()
    parts = []
    if time.work:
        parts.append(words("step.work", time=words.duration(time.work)))
    if time.max:
        parts.append(words("step.max", time=words.duration(time.max)))
    return tuple(parts)


def marks_of(linker: Linker, step: StepBase) -> tuple[Chip, ...]:
    """What is special about a step: done by a system, a stage of the CRM, who must agree."""
    words = linker.wording
    marks: list[Chip] = []
    if isinstance(step, TaskStep) and step.automatic:
        marks.append(Chip(words("mark.automatic"), "accent"))
    crm = getattr(step, "crm", None)
    if crm:
        label = f"CRM: {crm.stage}" + (f" · {crm.probability}%" if crm.probability is not None else "")
        marks.append(Chip(label, "good" if crm.won else "bad" if crm.lost else "busy"))
    if isinstance(step, EndStep) and step.cancels_all:
        marks.append(Chip(words("mark.cancels_all"), "warn"))
    if isinstance(step, ApprovalStep) and len(step.approvers) > 1:
        marks.append(Chip(words.word("needs", step.needs)))
    return tuple(marks)
