"""What a process still lacks: each goal by the smallest flow that misses it."""

from processmap.graph import MapGraph
from processmap.graph.coverage import Goal, Lack, Want, coverage
from processmap.loading import from_text, load

CATALOGUE = (
    ("processes/catalog/areas.yaml", "areas:\n  - {id: ARE-COM, name: Sales, commercial: true}\n"),
    ("itos/roles.yaml", "roles:\n  - {id: ROL-A-1, name: Seller, area: ARE-COM, level: operational}\n"),
    (
        "processes/a/MAC-A.yaml",
        "kind: macro\nid: MAC-A\nname: Sell\nclass: core\narea: ARE-COM\nowner: ROL-A-1\norder: 10\npurpose: P.\n",
    ),
    ("processes/catalog/documents.yaml", "documents:\n  - {id: DOC-A, name: Lead, type: data}\n"),
)
HEAD = "kind: micro\nid: MIC-A-010\nname: Sell one\nmacro: MAC-A\norder: 10\nowner: {owner}\n"
CONTROL = (
    "doc: {rev: '01', status: draft, effective: 2026-01-01, next_review: 2027-01-01, author: C, reviewer: ROL-A-1, "
    "approver: ROL-A-1}\n"
)
TASK = "  - {id: T20, task: Call, lane: ROL-A-1, in: [DOC-A], time: {work: 1 h}}\n"
FLOW = "steps:\n  - {id: S10, start: Asked, lane: ROL-A-1}\n" + TASK + "  - {id: E99, end: Done}\n"
ITO = (
    "itos/ITO-A-1.yaml",
    """kind: ito
id: ITO-A-1
name: Seller
role: ROL-A-1
mission: Sell.
activities:
  - {id: A10, name: Call, does: [MIC-A-010/T20], steps: [Dial.]}
""",
)
VALIDATION = "validations:\n  - {id: VAL-1, elements: [MIC-A-010], roles: [ROL-A-1], date: %s, verdict: %s}\n"


def lacks(micro: str, *further: tuple[str, str], faults: frozenset[str] = frozenset()) -> list[Lack]:
    texts = (*CATALOGUE, ("processes/a/MIC-A-010.yaml", micro), *further)
    loaded = load([from_text(path, text) for path, text in texts])
    (found,) = coverage(MapGraph(loaded), faults)
    return list(found.lacks)


def validated(day: str, verdict: str) -> tuple[str, str]:
    return "processes/catalog/validations.yaml", VALIDATION % (day, verdict)


COMPLETE = HEAD.format(owner="ROL-A-1") + "result: Sold.\n" + FLOW + CONTROL


def test_a_process_with_everything_lacks_nothing() -> None:
    assert lacks(COMPLETE, ITO, validated("2026-02-01", "approved")) == []


def test_a_planned_process_lacks_its_flow_for_every_goal() -> None:
    planned = HEAD.format(owner="ROL-A-1") + "doc: {status: planned}\n"

    assert lacks(planned) == [Lack(goal, Want.FLOW) for goal in Goal]


def test_a_retired_process_is_left_out() -> None:
    retired = COMPLETE.replace("status: draft", "status: retired")
    loaded = load([from_text(path, text) for path, text in (*CATALOGUE, ("processes/a/MIC-A-010.yaml", retired))])

    assert coverage(MapGraph(loaded), frozenset()) == ()


def test_drawn_up_wants_owner_result_times_and_documents() -> None:
    bare = TASK.replace(", in: [DOC-A], time: {work: 1 h}", "")
    micro = HEAD.format(owner="ROL-NOBODY") + FLOW.replace(TASK, bare) + CONTROL

    assert [lack for lack in lacks(micro) if lack.goal is Goal.DRAWN_UP] == [
        Lack(Goal.DRAWN_UP, Want.OWNER),
        Lack(Goal.DRAWN_UP, Want.RESULT),
        Lack(Goal.DRAWN_UP, Want.TIME, ("MIC-A-010/T20",)),
        Lack(Goal.DRAWN_UP, Want.DOCUMENTS, ("MIC-A-010/T20",)),
    ]


def test_formalised_wants_complete_control_and_no_fault() -> None:
    micro = COMPLETE.replace("effective: 2026-01-01, ", "").replace(", approver: ROL-A-1", "")

    found = lacks(micro, faults=frozenset({"MIC-A-010"}))

    assert [lack for lack in found if lack.goal is Goal.FORMALISED] == [
        Lack(Goal.FORMALISED, Want.CONTROL, ("effective", "approver")),
        Lack(Goal.FORMALISED, Want.FAULTS),
    ]


def test_validated_wants_the_newest_word_of_every_role_to_be_an_approval() -> None:
    refused = lacks(COMPLETE, ITO, validated("2026-02-01", "rejected"))

    assert refused == [Lack(Goal.VALIDATED, Want.REFUSED, ("ROL-A-1",))]
    assert lacks(COMPLETE, ITO) == [Lack(Goal.VALIDATED, Want.VALIDATION, ("ROL-A-1",))]


def test_integrated_wants_instructed_tasks_and_hand_offs_that_the_other_side_expects() -> None:
    other = HEAD.replace("MIC-A-010", "MIC-A-020").format(owner="ROL-A-1") + "doc: {status: planned}\n"
    handing = FLOW.replace(
        "  - {id: E99", "  - {id: H30, handoff: Ask, lane: ROL-A-1, to_process: MIC-A-020}\n  - {id: E99"
    )
    texts = (
        *CATALOGUE,
        ("processes/a/MIC-A-010.yaml", COMPLETE.replace(FLOW, handing)),
        ("processes/a/MIC-A-020.yaml", other),
    )
    loaded = load([from_text(path, text) for path, text in texts])

    first, _ = coverage(MapGraph(loaded), frozenset())

    assert [lack for lack in first.lacks if lack.goal is Goal.INTEGRATED] == [
        Lack(Goal.INTEGRATED, Want.OTHER_SIDE, ("MIC-A-010/H30",)),
        Lack(Goal.INTEGRATED, Want.INSTRUCTION, ("MIC-A-010/T20",)),
    ]
