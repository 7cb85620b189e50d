from tests.views.small_maps import linker_of, micro

from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.catalogues.promises import SlaEntry, SlasPage

SLAS = """slas:
  - id: SLA-A-001
    name: Offer to contract
    type: client
    clock: {start: [MIC-A-010/S10], stop: [MIC-A-010/E90]}
    target: 10 bd
    compliance: 90%
    owner: ROL-A-1
    escalation:
      - {after: 75%, inform: [ROL-A-1]}
      - {after: 100%, inform: [ROL-B-1]}
  - {id: SLA-B-001, name: Draft, type: internal, target: 4 bd, supports: SLA-A-001, owner: ROL-B-1}
"""
ASKING = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Write, lane: ROL-A-1, time: {work: 1 h, max: 2 bd}}
  - id: H30
    handoff: Ask for draft
    to_process: MIC-B-010/S10
    ola: SLA-B-001
    returns: [DOC-D]
    paths: [{outcome: E90, returns: [DOC-D], to: E90}]
  - {id: E90, end: Signed}
"""
ASKED = """
  - {id: S10, start: Draft asked, from: [MIC-A-010/H30], lane: ROL-B-1}
  - {id: T20, task: Draft, lane: ROL-B-1, out: [DOC-D], time: {work: 1 h, max: 3 bd}}
  - {id: E90, end: Drafted, returns: [DOC-D]}
"""


def entries() -> dict[str, SlaEntry]:
    linker = linker_of(
        ("processes/catalog/slas.yaml", SLAS),
        ("processes/catalog/documents.yaml", "documents:\n  - {id: DOC-D, name: Draft, type: Letter}\n"),
        micro("MIC-A-010", ASKING),
        micro("MIC-B-010", ASKED, name="Draft a contract", macro="MAC-B"),
        page="map/catalogue/slas.md",
    )
    page = CATALOGUE_SOURCES["slas"].page(linker)
    assert isinstance(page, SlasPage)
    assert [group.anchor for group in page.groups] == ["sla-client", "sla-internal"]
    return {entry.head.id: entry for group in page.groups for entry in group.entries}


def test_the_ladder_says_shares_as_times() -> None:
    rungs = entries()["SLA-A-001"].ladder

    assert [(rung.share, rung.after) for rung in rungs] == [("75%", "7.5 business days"), ("100%", "10 business days")]


def test_what_stands_behind_a_promise_is_summed_on_the_slowest_way() -> None:
    behind = entries()["SLA-A-001"].behind

    assert [(each.ref.label, each.target, each.percent) for each in behind.supporters] == [
        ("Draft", "4 business days", 40.0)
    ]
    assert behind.summary == (
        "On the slowest way these agreements take 4 business days of the 10 business days promised."
    )


def test_a_promise_links_to_the_process_that_proves_it() -> None:
    found = {
        sla: [(kept.chip.tone, kept.proof.href, kept.left) for kept in entry.kept] for sla, entry in entries().items()
    }

    assert found == {
        "SLA-A-001": [("good", "../micro/MIC-A-010.html#time-sla-a-001", "4 business days left")],
        "SLA-B-001": [("good", "../micro/MIC-B-010.html#time-sla-b-001", "1 business day left")],
    }
