"""Matrices of hand-offs and the lists that they open."""

import pytest
from tests.views.small_maps import linker_of, micro

from processmap.views.contract_cards import CardMaker
from processmap.views.crossing_lists import Crossings, handoff_sections
from processmap.views.crossing_matrix import Count, Head, Matrix, area_matrix, process_matrix
from processmap.views.interdependence import handoffs_page, interdependence_page, process_dependence_page
from processmap.views.linking import Linker
from processmap.views.pieces import Ref

PAGE = "map/interdependence.md"
SELL = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - id: H20
    handoff: Ask for a contract
    lane: ROL-A-1
    to_process: MIC-B-010
    sends: [DOC-OFFER]
    returns: [DOC-X]
    ola: SLA-1
  - {id: H30, handoff: Ask for another, lane: ROL-A-1, to_process: MIC-B-010, sends: [DOC-OFFER]}
  - {id: C40, call: Check, lane: ROL-A-1, to_process: MIC-A-020}
  - {id: E50, end: Done}
"""
WRITE = """
  - {id: S10, start: Asked for, lane: ROL-B-1, from: [MIC-A-010], receives: [DOC-OFFER]}
  - {id: T20, task: Write, lane: ROL-B-1, out: [DOC-X], time: {work: 8 h, max: 1 bd}}
  - {id: E50, end: Written, returns: [DOC-X]}
"""
DOCUMENTS = """documents:
  - {id: DOC-OFFER, name: Offer sheet, type: Letter}
  - {id: DOC-X, name: Contract, type: Letter}
"""
SLAS = "slas:\n  - {id: SLA-1, name: Contract in time, type: internal, target: 2 bd, owner: ROL-B-1}\n"
FILES = (
    micro("MIC-A-010", SELL),
    micro("MIC-A-020", "  - {id: S10, start: Asked, lane: ROL-A-1}\n", name="Check the client"),
    micro("MIC-B-010", WRITE, name="Write the contract", macro="MAC-B"),
    ("processes/catalog/documents.yaml", DOCUMENTS),
    ("processes/catalog/slas.yaml", SLAS),
)


def crossings_of(linker: Linker) -> Crossings:
    return Crossings(linker, linker.atlas.graph.handoffs)


def numbers(matrix: Matrix) -> list[list[int | None]]:
    return [[cell.number if cell else None for cell in row.cells] for band in matrix.bands for row in band.rows]


def sums(counts: tuple[Count | None, ...]) -> list[int]:
    return [count.number if count else 0 for count in counts]


def test_the_matrix_of_areas_counts_what_goes_from_which_into_which() -> None:
    matrix = area_matrix(crossings_of(linker_of(*FILES, page=PAGE)))

    assert [head.ref.label for head in matrix.columns] == ["Sales", "Legal"]
    assert [(band.title, band.side, band.size) for band in matrix.bands] == [
        ("Commercial areas", "commercial", 1),
        ("Non-commercial areas", "support", 1),
    ]
    assert numbers(matrix) == [[1, 2], [None, None]]


def test_sums_leave_out_what_stays_inside_an_area() -> None:
    matrix = area_matrix(crossings_of(linker_of(*FILES, page=PAGE)))

    assert sums(matrix.totals) == [0, 2]
    assert [sums((row.total,)) for band in matrix.bands for row in band.rows] == [[2], [0]]
    assert [sums(band.sums) for band in matrix.bands] == [[0, 2], [0, 0]]
    assert sums((matrix.total,)) == [2]


def test_a_number_names_its_list_and_leads_to_it() -> None:
    cell = area_matrix(crossings_of(linker_of(*FILES, page=PAGE))).bands[0].rows[0].cells[1]

    assert cell == Count(
        2, "2", "Sales → Legal: 2 hand-offs", "handoffs.html#are-com--are-jur", ("are-com--are-jur",), 3, "boundary"
    )


def test_processes_that_only_give_have_a_row_and_no_column() -> None:
    matrix = process_matrix(linker := linker_of(*FILES, page=PAGE), linker.atlas.graph.handoffs)

    assert [head.short for head in matrix.columns] == ["A-020", "B-010"]
    assert [row.head.short for band in matrix.bands for row in band.rows] == ["A-010"]
    assert numbers(matrix) == [[1, 2]]
    assert matrix.bands[0].rows[0].cells[1] == Count(
        2,
        "2",
        "Sell one → Write the contract: 2 hand-offs",
        "#mic-a-010--mic-b-010",
        ("mic-a-010-h20", "mic-a-010-h30"),
        3,
        "boundary",
    )


def test_every_hand_off_stands_in_the_list_once_those_across_the_boundary_first() -> None:
    linker = linker_of(*FILES, page=PAGE)

    sections = handoff_sections(crossings_of(linker), CardMaker(linker))

    assert [(section.anchor, section.count) for section in sections] == [
        ("commercial-to-support", "2 hand-offs"),
        ("within", "1 hand-off"),
    ]
    assert [card.anchor for section in sections for group in section.groups for card in group.cards] == [
        "mic-a-010-h20",
        "mic-a-010-h30",
        "mic-a-010-c40",
    ]


def test_a_card_has_the_words_of_both_sides_and_what_the_promise_rests_on() -> None:
    linker = linker_of(*FILES, page=PAGE)

    card = next(CardMaker(linker).cards(linker.atlas.graph.handoffs))

    assert (card.sender.process.label, card.sender.documents) == ("Sell one", linker.refs(["DOC-OFFER"]))
    assert (card.receiver.process.label, card.receiver.documents) == ("Write the contract", linker.refs(["DOC-OFFER"]))
    assert [(way.end, way.documents) for way in card.ways_back] == [
        ((linker.part("MIC-B-010/E50"),), linker.refs(["DOC-X"]))
    ]
    assert card.promise is not None
    assert (card.promise.target, card.promise.owner) == ("2 business days", (linker.ref("ROL-B-1"),))
    assert card.proof is not None
    assert (card.proof.worst, card.proof.share) == ("1 business day", 50)
    assert card.proof.process.href == "micro/MIC-B-010.html#time"
    assert card.depends is not None
    assert card.depends.process.href == "micro/MIC-A-010.html"
    assert not card.is_disputed


def test_documents_that_only_one_side_names_are_marked() -> None:
    files = (*FILES[:2], micro("MIC-B-010", WRITE.replace("[DOC-OFFER]", "[DOC-X]"), macro="MAC-B"), *FILES[3:])
    linker = linker_of(*files, page=PAGE)

    card = next(CardMaker(linker).cards(linker.atlas.graph.handoffs))

    assert (card.sender.only_here, card.receiver.only_here) == (linker.refs(["DOC-OFFER"]), linker.refs(["DOC-X"]))
    assert card.is_disputed


def test_a_hand_off_to_nowhere_is_listed_under_no_area() -> None:
    steps = SELL.replace("MIC-B-010", "MIC-X-999")
    linker = linker_of(micro("MIC-A-010", steps), *FILES[1:2], page=PAGE)

    page = interdependence_page(linker, linker.atlas.graph.handoffs)
    listed = handoffs_page(linker, linker.atlas.graph.handoffs)

    groups = [group.anchor for section in listed.sections for group in section.groups]
    assert groups == ["are-com--none", "are-com--are-com"]
    assert [head.ref.label for head in page.matrix.columns] == ["Sales", "No area"]


def test_a_map_without_hand_offs_has_empty_matrices() -> None:
    linker = linker_of(micro("MIC-A-010", "  - {id: S10, start: Asked, lane: ROL-A-1}\n"), page=PAGE)

    assert interdependence_page(linker, ()).matrix.columns == ()
    assert process_dependence_page(linker, ()).matrix.columns == ()
    assert handoffs_page(linker, ()).sections == ()


@pytest.mark.parametrize(("processes", "can_be_read"), [(60, True), (61, False)])
def test_a_matrix_of_many_processes_is_shown_as_a_list(processes: int, can_be_read: bool) -> None:
    head = Head(Ref("MIC-A-010", "Sell", None), "MIC-A-010", "commercial")

    assert Matrix((head,) * processes, (), ()).can_be_read is can_be_read
