"""Tags of pages, and the page that lists everything under its tag."""

from tests.views.small_maps import linker_of, micro

from processmap.views.tags import tags_of, tags_page

FLOW = """  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Answer, lane: ROL-A-1, system: SYS-CRM}
  - {id: T30, task: Answer again, lane: ROL-A-1, system: SYS-NIL}
  - {id: E90, end: Done}
"""
SYSTEMS = ("processes/catalog/systems.yaml", "systems:\n  - {id: SYS-CRM, name: CRM, type: crm}\n")


def test_a_process_is_tagged_with_its_area_its_state_and_the_systems_that_exist() -> None:
    linker = linker_of(micro("MIC-A-010", FLOW), SYSTEMS)

    assert [(tag.label, tag.href) for tag in tags_of(linker, "MIC-A-010")] == [
        ("Sales", "../tags.html#area-are-com"),
        ("Published", "../tags.html#status-published"),
        ("CRM", "../tags.html#system-sys-crm"),
    ]


def test_a_role_has_no_state_and_a_page_of_no_element_has_no_tags() -> None:
    linker = linker_of()

    assert [tag.label for tag in tags_of(linker, "ROL-B-1")] == ["Legal"]
    assert tags_of(linker, "") == ()
    assert tags_of(linker, "SYS-CRM") == ()


def test_the_page_of_tags_lists_them_in_the_order_of_the_map() -> None:
    page = tags_page(linker_of(micro("MIC-A-010", FLOW), SYSTEMS, page="map/tags.md"))

    assert [
        (section.anchor, [(tag.anchor, [ref.id for ref in tag.pages]) for tag in section.tags])
        for section in page.sections
    ] == [
        ("area", [("area-are-com", ["MAC-A", "MIC-A-010", "ROL-A-1"]), ("area-are-jur", ["MAC-B", "ROL-B-1"])]),
        ("status", [("status-published", ["MAC-A", "MAC-B", "MIC-A-010"])]),
        ("system", [("system-sys-crm", ["MIC-A-010"])]),
    ]
