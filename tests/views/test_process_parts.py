"""What stands around a flow: hand-offs with both sides' words, neighbours, RACI, SIPOC, what it rests on."""

from tests.views.small_maps import MACRO, linker_of, micro

from processmap.model.macro import Macro
from processmap.model.micro import Micro
from processmap.views.linking import Linker
from processmap.views.process.exchanges import exchanges
from processmap.views.process.neighbourhood import neighbourhood_of
from processmap.views.process.raci import raci_of
from processmap.views.process.sipoc import sipoc_of
from processmap.views.process.steps import step_lines
from processmap.views.process.support import gaps_of, support_of

CATALOGUE = """documents:
  - {id: DOC-X, name: Draft, type: record}
  - {id: DOC-Y, name: Order, type: record}
  - {id: DOC-Z, name: Proxy, type: record}
"""
SELL = """
  - {id: S10, start: Asked, lane: ROL-A-1, from: [EXT-C], receives: [DOC-Y]}
  - {id: T20, task: Write, lane: ROL-A-1, control: CTL-001, consulted: [ROL-B-1]}
  - {id: X25, exception: Ink is out, attached_to: T20, to: E90}
  - {id: H30, handoff: Ask legal, lane: ROL-A-1, to_process: MIC-B-010/S10, sends: [DOC-Y], returns: [DOC-X]}
  - {id: E90, end: Done, delivers_to: [EXT-C]}
"""
DRAFT = """
  - {{id: S10, start: Asked, lane: ROL-B-1, from: [{sender}], receives: [{received}]}}
  - {{id: T20, task: Draft, lane: ROL-B-1}}
  - {{id: E90, end: Drafted, returns: [{returned}]}}
"""
MORE = (
    ("processes/catalog/documents.yaml", CATALOGUE),
    ("processes/catalog/externals.yaml", "externals:\n  - {id: EXT-C, name: Client}\n"),
    ("processes/catalog/controls.yaml", "controls:\n  - {id: CTL-001, name: Two pens, risk: Blots}\n"),
)


def _linker(sender: str = "MIC-A-010/H30", received: str = "DOC-Y", returned: str = "DOC-X") -> Linker:
    draft = DRAFT.format(sender=sender, received=received, returned=returned)
    return linker_of(*MORE, micro("MIC-A-010", SELL), micro("MIC-B-010", draft, name="Draft", macro="MAC-B"))


def _micro(linker: Linker, id_: str = "MIC-A-010") -> Micro:
    found = linker.atlas.get(id_, Micro)
    assert found is not None
    return found


def test_both_sides_say_the_same() -> None:
    linker = _linker()
    (exchange,) = exchanges(linker, linker.atlas.graph.handoffs, incoming=False)

    assert exchange.agrees
    assert exchange.crosses_boundary
    assert (exchange.own.id, exchange.other_step and exchange.other_step.id) == ("MIC-A-010/H30", "MIC-B-010/S10")
    assert [(words.key, words.sender, words.receiver) for words in exchange.words] == [
        ("there", linker.refs(["DOC-Y"]), linker.refs(["DOC-Y"])),
        ("back", linker.refs(["DOC-X"]), linker.refs(["DOC-X"])),
    ]


def test_what_only_one_side_names_is_said() -> None:
    linker = _linker(sender="MIC-C-010", received="DOC-Z", returned="DOC-Z")
    (exchange,) = exchanges(linker, linker.atlas.graph.handoffs, incoming=True)

    assert not exchange.agrees
    assert [[ref.id for ref in words.differs] for words in exchange.words] == [["DOC-Y", "DOC-Z"], ["DOC-X"]]
    assert exchange.trouble == ("The start S10 does not name the sender.",)
    assert exchange.own.id == "MIC-B-010/S10"


def test_a_planned_process_is_not_accused() -> None:
    linker = linker_of(*MORE, micro("MIC-A-010", SELL))
    (exchange,) = exchanges(linker, linker.atlas.graph.handoffs, incoming=False)

    assert exchange.other.is_broken
    assert exchange.trouble == ()


def test_neighbours_with_what_passes() -> None:
    linker = _linker()
    around = neighbourhood_of(linker, _micro(linker), (), linker.atlas.graph.handoffs)

    assert [(each.ref.id, each.documents) for each in around.before] == [("EXT-C", ("Order",))]
    assert [(each.ref.id, each.documents) for each in around.after] == [("MIC-B-010", ("Order",)), ("EXT-C", ())]


def test_letters_of_every_party() -> None:
    linker = _linker()
    raci = raci_of(linker, _micro(linker))

    assert [party.id for party in raci.parties] == ["ROL-A-1", "ROL-B-1"]
    assert [(row.step.href, row.letters) for row in raci.rows] == [("#t20", (("R", "A"), ("C",)))]


def test_a_step_says_whose_it_is_and_on_whose_border_it_stands() -> None:
    linker = _linker()
    lines = {line.id: line for line in step_lines(linker, _micro(linker))}

    assert (lines["T20"].roles, lines["T20"].host) == (("ROL-A-1",), "")
    assert lines["X25"].host == "T20"
    assert [(step.ref.href, step.ref.detail) for step in lines["T20"].following] == [("#h30", "")]


def test_controls_with_their_risk_and_place() -> None:
    linker = _linker()
    _kpis, _policies, controls = support_of(linker, _micro(linker)).tables

    assert [row.cells for row in controls.rows] == [
        ((linker.ref("CTL-001"),), ("Blots",), linker.refs(["MIC-A-010/T20"]))
    ]
    assert gaps_of(linker, ["MIC-A-010"]).is_empty


def test_a_sipoc_shows_where_the_author_declares_otherwise() -> None:
    declared = "suppliers: [ARE-COM, EXT-C]\ninputs: [DOC-Z]\n"
    macro = (
        "processes/b/MAC-B.yaml",
        MACRO.format(id="MAC-B", name="C", class_="support", area="ARE-JUR", order=20) + declared,
    )
    draft = DRAFT.format(sender="MIC-A-010/H30", received="DOC-Y", returned="DOC-X")
    linker = linker_of(*MORE, macro, micro("MIC-A-010", SELL), micro("MIC-B-010", draft, macro="MAC-B"))
    found = linker.atlas.get("MAC-B", Macro)
    assert found is not None
    sipoc = sipoc_of(linker, found)

    assert sipoc.differs
    assert [
        (line.partner and (line.partner.ref.id, line.partner.trouble), [(i.ref.id, i.trouble) for i in line.documents])
        for line in sipoc.incoming
    ] == [
        (("ARE-COM", ""), [("DOC-Y", "not_declared")]),
        (("EXT-C", "only_declared"), []),
        (None, [("DOC-Z", "only_declared")]),
    ]
    assert [
        (line.partner and line.partner.ref.id, line.partner and line.partner.trouble) for line in sipoc.outgoing
    ] == [("ARE-COM", "")]
