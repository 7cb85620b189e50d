"""Indexes: what is listed, in which groups, and by what a list can be narrowed down."""

from tests.views.small_maps import linker_of, micro

from processmap.views.area_index import area_index
from processmap.views.ito_index import ito_index
from processmap.views.processes import processes_page
from processmap.views.role_index import role_index

FLOW = """  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Answer, lane: ROL-A-1}
  - {id: E90, end: Done}
"""
ITO = (
    "itos/ITO-A-001.yaml",
    "kind: ito\nid: ITO-A-001\nname: Selling\nrole: ROL-A-1\ndoc: {status: draft, rev: '01'}\nactivities: []\n",
)


def test_roles_stand_under_their_areas_with_what_they_can_be_filtered_by() -> None:
    page = role_index(linker_of(page="map/role/index.md"))

    assert [(group.title, [card.ref.id for card in group.cards]) for group in page.groups] == [
        ("Sales", ["ROL-A-1"]),
        ("Legal", ["ROL-B-1"]),
    ]
    assert page.groups[0].cards[0].facets == ("ARE-COM", "operational")
    assert [(facet.label, [value for value, _ in facet.values]) for facet in page.facets] == [
        ("Area", ["ARE-COM", "ARE-JUR"])
    ]


def test_a_property_with_one_value_is_no_filter() -> None:
    page = ito_index(linker_of(ITO, page="map/ito/index.md"))

    assert page.groups[0].cards[0].facets == ("ARE-COM", "draft")
    assert page.groups[0].cards[0].roles == ("ROL-A-1",)
    assert page.facets == ()


def test_areas_are_apart_by_side() -> None:
    page = area_index(linker_of(page="map/area/index.md"))

    assert [(group.anchor, [card.ref.id for card in group.cards]) for group in page.groups] == [
        ("commercial", ["ARE-COM"]),
        ("support", ["ARE-JUR"]),
    ]


def test_processes_stand_under_their_macros_and_know_whose_business_they_are() -> None:
    page = processes_page(linker_of(micro("MIC-A-010", FLOW), page="map/macro/index.md"))

    core = page.bands[1]
    assert [macro.ref.id for macro in core.macros] == ["MAC-A"]
    assert [(card.ref.id, card.facets, card.roles) for card in core.macros[0].micros] == [
        ("MIC-A-010", ("ARE-COM", "published"), ("ROL-A-1",))
    ]
    assert [macro.ref.id for macro in page.bands[2].macros] == ["MAC-B"]
