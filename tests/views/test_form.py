import pytest
from tests.views.small_maps import linker_of, micro

from processmap.model.documents import Form
from processmap.views.form import FormPage, form_page
from processmap.views.pieces import Chip, Lines, Ref

FIELDS = """
  - {name: who, label: Who, type: text, required: true, personal: personal, purpose: To call, legal_basis: art7-V}
  - {name: phone, label: Phone, type: phone, personal: personal, purpose: To call, legal_basis: art7-V}
  - {name: blood, label: Blood, type: choice, options: [A, B, AB, "0", other], personal: sensitive, retention: 1 year}
  - {name: size, label: Size, type: choice, options: [S, L], help: By lives.}
  - {name: ready, label: Ready, type: boolean}
"""
STEPS = """  - {id: T10, task: Fill in, lane: ROL-A-1, out: [FRM-A-001]}
  - {id: T20, task: Read, lane: ROL-B-1, in: [FRM-A-001]}
  - {id: E90, end: Done}
"""


def page_of(*files: tuple[str, str], fields: str = FIELDS, more: str = "retention: 5 years") -> FormPage:
    form = f"kind: form\nid: FRM-A-001\nname: Offer\nchannel: mobile\n{more}\nfields:{fields}"
    linker = linker_of(("processes/forms/FRM-A-001.yaml", form), *files, page="map/form/FRM-A-001.md")
    model = linker.atlas.get("FRM-A-001", Form)
    assert model is not None
    return form_page(linker, model)


def test_the_preview_draws_each_field_in_the_shape_of_its_type() -> None:
    preview = page_of().preview

    assert preview.device == "mobile"
    assert [(field.label, field.shape, field.is_required, field.options) for field in preview.fields] == [
        ("Who", "line", True, ()),
        ("Phone", "line", False, ()),
        ("Blood", "list", False, ("A", "B", "AB", "0", "other")),
        ("Size", "choice", False, ("S", "L")),
        ("Ready", "switch", False, ("Yes", "No")),
    ]
    assert preview.fields[1].hint == "(00) 00000-0000"


def test_personal_data_of_one_purpose_basis_and_retention_is_one_record() -> None:
    first, second = page_of().personal.rows

    (lines,) = first.cells[0]
    assert isinstance(lines, Lines)
    assert [piece.href for line in lines.items for piece in line if isinstance(piece, Ref)] == ["#who", "#phone"]
    assert first.cells[1:] == (
        (Chip("personal", "warn"),),
        ("To call",),
        ("LGPD art. 7, V: contract",),
        ("5 years",),
    )
    missing = (Chip("not stated", "warn"),)
    assert second.cells[1:] == ((Chip("sensitive", "bad"),), missing, missing, ("1 year",))


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (FIELDS, "3 of 5 fields hold personal data, 1 of them sensitive."),
        (
            "\n  - {name: who, label: Who, type: text, personal: personal}\n",
            "1 of 1 fields hold personal data; none is sensitive.",
        ),
        ("\n  - {name: size, label: Size, type: text}\n", "This form holds no personal data."),
    ],
)
def test_the_record_of_personal_data_begins_with_its_sum(fields: str, text: str) -> None:
    assert page_of(fields=fields).personal_summary == text


def test_the_steps_that_fill_it_in_and_read_it_lead_to_the_lane_of_whoever_does_them() -> None:
    filled, read = page_of(micro("MIC-A-010", STEPS)).steps

    assert (filled.title, read.title) == ("Filled in at", "Read at")
    refs = [cell[0] for table in (filled, read) for cell in table.rows[0].cells[:2]]
    assert [ref.href for ref in refs if isinstance(ref, Ref)] == [
        "../micro/MIC-A-010.html?role=ROL-A-1#t10",
        "../role/ROL-A-1.html",
        "../micro/MIC-A-010.html?role=ROL-B-1#t20",
        "../role/ROL-B-1.html",
    ]


def test_a_form_that_nobody_uses_has_a_page() -> None:
    page = page_of(more="owner: ROL-NONE")

    assert (page.steps, page.usage) == ((), ())
    assert [fact.label for fact in page.header.facts] == ["Owner", "Fields"]
