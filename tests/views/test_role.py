import pytest
from tests.views.small_maps import linker_of, micro

from processmap.model.organisation import Role
from processmap.views.pieces import Chip, Ref
from processmap.views.role import RolePage, role_page
from processmap.views.role_load import Load, LoadPart
from processmap.views.role_passages import Passage

SELL = """  - {id: S10, start: Asked, lane: ROL-A-1, from: [EXT-A], receives: [DOC-A], volume: 52/year}
  - id: T20
    task: Write offer
    lane: ROL-A-1
    in: [DOC-A]
    out: [DOC-B]
    system: SYS-A
    time: {work: 2 h, max: 1 bd}
  - {id: G25, choice: Which?, paths: [{when: large, to: T30}, {when: small, to: H40}]}
  - {id: T30, task: Read offer, lane: ROL-B-1, in: [DOC-B], time: {work: 30 min}}
  - {id: A35, approval: Good?, approvers: [ROL-B-1], lane: ROL-B-1,
     paths: [{when: yes, to: H40}, {when: no, to: T20, rework: {max: 1, then: E90, why: Errors}}]}
  - {id: H40, handoff: Contract, lane: ROL-A-1, to_process: MIC-B-010, sends: [DOC-B], returns: [DOC-C], ola: SLA-A}
  - {id: E90, end: Sold, delivers_to: [EXT-A]}
"""
CONTRACT = """  - {id: S10, start: Asked, lane: ROL-B-1, from: [MIC-A-010], receives: [DOC-B]}
  - {id: T20, task: Draft, lane: ROL-B-1, out: [DOC-C], informed: [ROL-A-1]}
  - {id: E90, end: Drafted, returns: [DOC-C]}
"""
MONTHLY = """  - {id: S10, start: Month begins, lane: ROL-A-1, cadence: {every: month, day: 1 bd, time: "08:00"}}
  - {id: T20, task: Report, lane: ROL-A-1}
  - {id: E90, end: Reported}
"""
CATALOGUES = (
    ("processes/catalog/externals.yaml", "externals:\n  - {id: EXT-A, name: Client}\n"),
    ("processes/catalog/systems.yaml", "systems:\n  - {id: SYS-A, name: CRM, type: crm}\n"),
    (
        "processes/catalog/documents.yaml",
        (
            "documents:\n"
            "  - {id: DOC-A, name: Lead, type: note}\n"
            "  - {id: DOC-B, name: Offer, type: note}\n"
            "  - {id: DOC-C, name: Contract, type: note}\n"
        ),
    ),
    (
        "processes/catalog/slas.yaml",
        (
            "slas:\n"
            "  - {id: SLA-A, name: Contract in time, type: internal, target: 5 bd, owner: ROL-B-1}\n"
            "  - {id: SLA-B, name: Offer in time, type: client, target: 1 bd,"
            " clock: {start: [MIC-A-010/T20], stop: [MIC-A-010/E90]}}\n"
        ),
    ),
    (
        "processes/catalog/forums.yaml",
        """forums:
  - {id: FOR-A, name: Sales, cadence: {every: week, weekday: monday, time: "10:00", length: 90 min}, chair: ROL-A-1}
  - {id: FOR-B, name: Early, cadence: {every: week, weekday: monday, time: "08:00"}, members: [ROL-A-1]}
  - {id: FOR-C, name: Board, cadence: {every: quarter}, members: [ROL-A-1]}
  - {id: FOR-D, name: Law, cadence: {every: week, weekday: friday}, members: [ROL-B-1]}
""",
    ),
    (
        "itos/ITO-A-001.yaml",
        (
            "kind: ito\nid: ITO-A-001\nname: Seller\nrole: ROL-A-1\nbackup: ROL-B-1\n"
            "activities:\n  - {id: A10, name: Offer, does: [MIC-A-010/T20], steps: [Write.]}\n"
        ),
    ),
)
ROLES = """roles:
  - {{id: ROL-A-1, name: Seller, area: ARE-COM, level: operational{more}}}
  - {{id: ROL-B-1, name: Lawyer, area: ARE-JUR, level: operational, reports_to: ROL-A-1}}
"""
"""Made with `str.format`."""


def page_of(*files: tuple[str, str], role: str = "ROL-A-1", more: str = "") -> RolePage:
    linker = linker_of(*files, ("itos/roles.yaml", ROLES.format(more=more)), page=f"map/role/{role}.md")
    model = linker.atlas.get(role, Role)
    assert model is not None
    return role_page(linker, model, linker.atlas.graph.handoffs)


def whole(role: str = "ROL-A-1", more: str = "") -> RolePage:
    return page_of(
        micro("MIC-A-010", SELL),
        micro("MIC-B-010", CONTRACT, name="Draft contract", macro="MAC-B"),
        micro("MIC-B-020", MONTHLY, name="Report", macro="MAC-B"),
        *CATALOGUES,
        role=role,
        more=more,
    )


def labels(*pieces: object) -> list[str]:
    return [piece.label if isinstance(piece, Ref | Chip) else str(piece) for piece in pieces]


def told(passages: tuple[Passage, ...]) -> list[tuple[list[str], list[str], list[str], list[str]]]:
    return [(labels(*p.what), labels(*p.other), labels(*p.steps), labels(*p.promise)) for p in passages]


def test_the_day_names_each_activity_with_its_promise_and_where_it_is_explained() -> None:
    card = whole().day[0].cards[0]

    assert (card.name, card.kind, card.by, card.effort) == ("Write offer", "task", "up to 1 business day", "work 2 h")
    assert labels(*card.receives, *card.hands_over, *card.system) == ["Lead", "Offer", "CRM"]
    assert [(ref.label, ref.href) for ref in card.how] == [("A10", "../ito/ITO-A-001.html#a10")]
    assert (card.in_flow.label, card.in_flow.href) == ("T20", "../micro/MIC-A-010.html?role=ROL-A-1#t20")


def test_core_processes_come_first_and_link_to_the_role_s_own_lane() -> None:
    groups = whole().day

    assert [(group.process.label, group.macro.label) for group in groups] == [
        ("Sell one", "Sell"),
        ("Report", "Contract"),
    ]
    assert groups[0].process.href == "../micro/MIC-A-010.html?role=ROL-A-1"


def test_an_approval_belongs_to_the_day_of_whoever_decides() -> None:
    cards = whole("ROL-B-1").day[0].cards

    assert [(card.name, card.kind, card.how) for card in cards] == [
        ("Read offer", "task", ()),
        ("Good?", "approval", ()),
    ]


def test_the_week_has_forums_by_day_and_time_and_starts_of_the_calendar() -> None:
    week = whole().week

    monday = week.days[0]
    assert (monday.name, monday.short, len(week.days)) == ("Monday", "Mon", 5)
    assert [(item.when, item.ref.label, item.part) for item in monday.appointments] == [
        ("08:00", "Early", "I take part"),
        ("10:00 · 90 min", "Sales", "I chair"),
    ]
    assert [(item.ref.label, item.part) for item in week.others] == [
        ("Report", "Month begins"),
        ("Board", "I take part"),
    ]


def test_what_comes_names_the_other_side_and_decisions_come_last() -> None:
    assert told(whole().receives) == [
        (["Contract"], ["Lawyer", "Draft contract"], ["H40 Contract"], ["5 business days"]),
        (["Lead"], ["Client"], ["S10 Asked"], []),
        (["Good? yes"], ["Lawyer"], ["H40 Contract"], []),
        (["Good? no"], ["Lawyer"], ["T20 Write offer"], []),
    ]


def test_what_goes_passes_over_the_decision_between_maker_and_taker() -> None:
    assert told(whole().hands_over) == [
        (["Offer"], ["Lawyer", "Draft contract"], ["H40 Contract"], ["5 business days"]),
        (["Offer"], ["Lawyer"], ["G25 Which?"], []),
        (["Sold"], ["Client"], ["E90 Sold"], []),
    ]


def test_promises_are_told_apart_by_who_answers_for_them() -> None:
    assert [(table.title, labels(*table.rows[0].cells[0])) for table in whole().promises] == [
        ("SLAs whose clock runs through my work", ["Offer in time"])
    ]
    assert [table.title for table in whole("ROL-B-1").promises] == ["SLAs I answer for"]


def test_the_load_is_the_effort_of_the_flows_against_what_a_person_has() -> None:
    # One case a week; two hours, and again for the quarter that is sent back once: half are large, half of these fail.
    load = whole(more=", headcount: 1, capacity: 10 h").load

    assert load is not None
    assert load.sum == "2.5 h of 10 h a week and person (25%)"
    assert load.tone == "good"
    assert [(part.process.label, part.hours, part.percent) for part in load.parts] == [("Sell one", "2.5 h", 25.0)]


@pytest.mark.parametrize(
    ("more", "text", "tone"),
    [
        (", headcount: 2, capacity: 1 h", "1.2 h of 1 h a week and person (125%)", "bad"),
        (", headcount: 1, capacity: 170 min", "2.5 h of 2.8 h a week and person (88%)", "warn"),
        (", headcount: 2", "1.2 h a week and person, as far as the flows measure it", "neutral"),
        ("", "2.5 h a week, as far as the flows measure it", "neutral"),
    ],
)
def test_the_load_says_where_there_is_too_much_of_it(more: str, text: str, tone: str) -> None:
    load = whole(more=more).load

    assert isinstance(load, Load)
    assert isinstance(load.parts[0], LoadPart)
    assert (load.sum, load.tone) == (text, tone)


def test_duties_leave_out_what_the_role_does_itself() -> None:
    assert [(group.letter, group.count, labels(*group.processes[0][1])) for group in whole().duties] == [
        ("A", 2, ["T30 Read offer"]),
        ("I", 1, ["T20 Draft"]),
    ]


def test_the_backup_of_the_instruction_counts_as_the_role_s() -> None:
    facts = {fact.label: labels(*fact.value) for fact in whole().header.facts}

    assert facts["Stand-in"] == ["Lawyer"]
    assert facts["Team"] == ["Lawyer"]


def test_a_role_of_an_empty_map_has_a_page() -> None:
    page = page_of()

    assert (page.day, page.receives, page.hands_over, page.load, page.duties) == ((), (), (), None, ())
    assert page.week.is_empty
