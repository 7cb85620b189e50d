import pytest
from tests.views.small_maps import linker_of, micro

from processmap.views.paper import Paper, paper_of
from processmap.views.pieces import Header

CONTROLLED = 'doc: {rev: "02", status: draft, effective: 2026-05-06}\n'
STEPS = "  - {id: T10, task: Sell, lane: ROL-A-1}\n"


def paper(*files: tuple[str, str], element: str = "", title: str = "Sell one") -> Paper:
    linker = linker_of(*files)
    header = Header("map/x.md", title, "Overview", id=element)
    return paper_of(linker.atlas, linker.wording, header)


def test_a_controlled_document_is_printed_with_its_revision_and_state() -> None:
    found = paper(micro("MIC-A-010", STEPS + CONTROLLED), element="MIC-A-010")

    assert found == Paper(
        client="C",
        title="Sell one",
        code="MIC-A-010",
        revision="Rev. 02 · Draft",
        foot="Uncontrolled copy when printed · In force since 2026-05-06",
    )


@pytest.mark.parametrize("element", ["", "MIC-NONE-010", "ROL-A-1"])
def test_what_has_no_document_control_is_printed_without_revision(element: str) -> None:
    found = paper(element=element, title="Roles")

    assert (found.code, found.revision, found.foot) == (element or "Overview", "", "Uncontrolled copy when printed")


def test_a_document_that_says_no_revision_is_printed_with_its_state() -> None:
    found = paper(micro("MIC-A-010", STEPS + "doc: {status: draft}\n"), element="MIC-A-010")

    assert found.revision == "Draft"
