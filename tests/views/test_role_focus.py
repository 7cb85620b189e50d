"""Whose business a process is, and the roles to choose one's own from."""

from tests.views.small_maps import linker_of, micro

from processmap.i18n import Language, load_texts
from processmap.model.micro import Micro
from processmap.render.site_script import site_script
from processmap.views.home import home_page
from processmap.views.involvement import roles_of_micro
from processmap.views.role_choice import role_choice
from processmap.views.wording import Wording

FLOW = """  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: A20, approval: Agree?, lane: ROL-A-1, approvers: [ROL-B-1], paths: [{when: Yes, to: E90}, {when: No, to: E95}]}
  - {id: E90, end: Done}
  - {id: E95, end: Left}
"""


def test_a_process_is_the_business_of_its_owner_its_lanes_and_its_approvers() -> None:
    linker = linker_of(micro("MIC-A-010", FLOW))

    assert roles_of_micro(linker, linker.atlas.all(Micro)[0]) == ("ROL-A-1", "ROL-B-1")


def test_roles_are_offered_by_area_in_the_order_of_the_map() -> None:
    groups = role_choice(linker_of(page="index.md"))

    assert [(group.area, [role.href for role in group.roles]) for group in groups] == [
        ("Sales", ["map/role/ROL-A-1.html"]),
        ("Legal", ["map/role/ROL-B-1.html"]),
    ]


def test_a_role_of_an_unknown_area_can_be_chosen_too() -> None:
    lost = ("itos/more.yaml", "roles:\n  - {id: ROL-X, name: Lost, area: ARE-NIL, level: operational}\n")

    groups = role_choice(linker_of(lost, page="index.md"))

    assert [(group.area, [role.id for role in group.roles]) for group in groups][-1] == ("Others", ["ROL-X"])


def test_scripts_know_the_roles_and_their_words() -> None:
    groups = role_choice(linker_of(page="index.md"))

    script = site_script(groups, Wording(load_texts("site", Language.ENGLISH)))

    assert script.startswith('window.processmap = {"roles":[{"area":"Sales","roles":[{"id":"ROL-A-1","name":"Seller"')
    assert '"none":"All roles"' in script


def test_home_lists_the_areas_that_run_a_macro() -> None:
    page = home_page(linker_of(page="index.md"), (), ())

    assert [(line.area.id, [macro.id for macro in line.macros], line.roles) for line in page.areas] == [
        ("ARE-COM", ["MAC-A"], "1 role"),
        ("ARE-JUR", ["MAC-B"], "1 role"),
    ]
