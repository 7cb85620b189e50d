from processmap.values.ids import Kind
from processmap.views.addresses import Address, address_of
from processmap.views.catalogues.contents import CATALOGUE_GROUPS, CATALOGUE_SOURCES, GLOSSARY_NAME


def test_a_link_is_relative_to_the_page_it_stands_on() -> None:
    address = address_of("SYS-CRM")

    assert address == Address("map/catalogue/systems.md", "sys-crm")
    assert address.seen_from("map/micro/MIC-COM-020.md") == "../catalogue/systems.html#sys-crm"
    assert address.seen_from("map/catalogue/systems.md") == "#sys-crm"
    assert address.seen_from("index.md") == "map/catalogue/systems.html#sys-crm"


def test_every_kind_has_an_address() -> None:
    assert [kind for kind in Kind if address_of(f"{kind}-X") is None] == []


def test_every_catalogue_stands_in_exactly_one_group() -> None:
    grouped = [name for names in CATALOGUE_GROUPS.values() for name in names]

    assert sorted(grouped) == sorted([*CATALOGUE_SOURCES, GLOSSARY_NAME])
