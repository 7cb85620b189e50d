"""What the search finds in a map."""

from tests.views.small_maps import linker_of, micro

from processmap.views.pieces import Header
from processmap.views.search import Findable, Finder

GLOSSARY = (
    "processes/catalog/glossary.yaml",
    """glossary:
  - {term: Legal, definition: Those who read it., synonyms: [lawyers], avoid: [police], about: ARE-JUR}
""",
)
SYSTEMS = (
    "processes/catalog/systems.yaml",
    "systems:\n  - {id: SYS-CRM, name: CRM, type: crm, description: Keeps **deals**.}\n",
)
STEPS = """  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Write the offer, lane: ROL-A-1, system: SYS-CRM, time: {work: 20 min}}
  - {id: E90, end: Sold}
result: An offer.
"""


def found(*files: tuple[str, str]) -> dict[str, Findable]:
    linker = linker_of(*files)
    headers = (
        Header("map/role/index.md", "Roles", "Overview", lead="All."),
        Header("map/role/ROL-A-1.md", "Seller", "Role"),
    )
    return {each.location: each for each in Finder(linker.atlas, linker.wording).everything(headers)}


def test_an_element_is_found_on_its_page_by_name_id_and_texts():
    role = found()["map/role/ROL-A-1.html"]

    assert (role.title, role.kind, role.id, role.where, role.text) == ("Seller", "Role", "ROL-A-1", "Sales", "Sales")


def test_an_entry_of_a_catalogue_is_found_under_its_fragment_without_the_marks_of_markdown():
    system = found(SYSTEMS)["map/catalogue/systems.html#sys-crm"]

    assert (system.title, system.kind, system.text) == ("CRM", "System", "Keeps deals.")


def test_a_step_is_found_in_its_row_and_counts_less_than_an_element():
    entries = found(SYSTEMS, micro("MIC-A-010", STEPS))
    step, process = entries["map/micro/MIC-A-010.html#t20"], entries["map/micro/MIC-A-010.html"]

    assert (step.title, step.kind, step.id) == ("Write the offer", "Step", "MIC-A-010/T20")
    assert step.where == "Sell one · Seller"
    assert step.boost < process.boost
    assert "Write the offer" not in process.text


def test_a_term_is_found_by_its_synonyms_and_so_is_what_it_names():
    entries = found(GLOSSARY)
    term, area = entries["map/catalogue/glossary.html#legal"], entries["map/area/ARE-JUR.html"]

    assert (term.words, term.is_term) == (("lawyers", "police"), True)
    assert (area.words, area.is_term) == (("Legal", "lawyers", "police"), False)


def test_a_page_of_its_own_right_is_found_by_its_title_and_that_of_an_element_once():
    linker = linker_of()
    headers = (
        Header("map/role/index.md", "Roles", "Overview", lead="All."),
        Header("map/role/ROL-A-1.md", "Seller", "X"),
    )

    entries = Finder(linker.atlas, linker.wording).everything(headers)

    assert entries[-1] == Findable("map/role/index.html", "Roles", "Overview", text="All.")
    assert [each.kind for each in entries if each.location == "map/role/ROL-A-1.html"] == ["Role"]
