"""Rings of hand-offs and what everything stops without."""

from tests.views.small_maps import linker_of, micro

from processmap.views.pieces import Chip
from processmap.views.weak_points import weak_points

ASK = """
  - {id: S10, start: Asked, lane: ROL-A-1, from: [MIC-A-020]}
  - {id: T20, task: Look, lane: ROL-C-1, system: SYS-CRM}
  - {id: H30, handoff: Ask, lane: ROL-A-1, to_process: MIC-A-020, sends: [DOC-OFFER], returns: [DOC-OFFER]}
  - {id: E50, end: Done}
"""
ANSWER = """
  - {id: S10, start: Asked, lane: ROL-A-1, from: [MIC-A-010], receives: [DOC-OFFER]}
  - {id: H30, handoff: Ask back, lane: ROL-A-1, to_process: MIC-A-010, returns: [DOC-OFFER]}
  - {id: E50, end: Answered, returns: [DOC-OFFER]}
"""
WORK = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Work, lane: ROL-A-1, system: SYS-CRM}
  - {id: E50, end: Done}
"""
ROLES = "roles:\n  - {id: ROL-C-1, name: The only one, area: ARE-COM, level: manager, headcount: 1}\n"
SYSTEMS = "systems:\n  - {id: SYS-CRM, name: CRM, type: crm}\n"
DOCUMENTS = "documents:\n  - {id: DOC-OFFER, name: Offer sheet, type: Letter}\n"
FILES = (
    micro("MIC-A-010", ASK),
    micro("MIC-A-020", ANSWER, name="Answer"),
    micro("MIC-A-030", WORK, name="Work"),
    micro("MIC-A-040", WORK, name="Work on"),
    ("itos/more-roles.yaml", ROLES),
    ("processes/catalog/systems.yaml", SYSTEMS),
    ("processes/catalog/documents.yaml", DOCUMENTS),
)


def test_a_ring_says_who_waits_for_whom_and_through_what() -> None:
    ring = weak_points(linker_of(*FILES, page="map/interdependence.md")).rings[0]

    assert [(step.giver.label, step.what.label, step.what.href) for step in ring.steps] == [
        ("Sell one", "Offer sheet", "handoffs.html#mic-a-010-h30"),
        ("Answer", "Ask back", "handoffs.html#mic-a-020-h30"),
    ]
    assert ring.chip == Chip("nobody begins", "bad")


def test_a_role_of_one_person_stands_with_the_processes_that_wait_for_it() -> None:
    linker = linker_of(*FILES)

    role = weak_points(linker).roles[0]

    assert (role.name, role.counted, role.share) == (linker.ref("ROL-C-1"), "1 of 4 processes", 25)
    assert role.processes == linker.lines(["MIC-A-010"])
    assert role.remark == (Chip("nobody stands in", "warn"),)


def test_a_system_counts_once_per_process_and_only_if_many_use_it() -> None:
    linker = linker_of(*FILES)

    assert [(system.name, system.number) for system in weak_points(linker).systems] == [(linker.ref("SYS-CRM"), 3)]
    assert weak_points(linker_of(*FILES[:3], *FILES[4:])).systems == ()
