from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.views.small_maps import linker_of, micro

from processmap.app.building import atlas_of
from processmap.app.opening import open_map
from processmap.i18n import Language, load_texts
from processmap.model.document_control import DocumentControl
from processmap.model.documents import Document
from processmap.views.catalogues.contents import CATALOGUE_SOURCES
from processmap.views.catalogues.master_list import MasterListPage
from processmap.views.linking import Linker
from processmap.views.wording import Wording

ROOT = Path(__file__).parents[2]
PAGE = "map/catalogue/documents.md"
DOCUMENTS = """documents:
  - {id: DOC-OFFER, name: Offer, type: Letter, owner: ROL-A-1, retention: 5 years, record: true}
"""
SYSTEMS = "systems:\n  - {id: SYS-CRM, name: CRM, type: crm}\n"
VALIDATIONS = """validations:
  - {id: VAL-001, elements: [MIC-A-010], roles: [ROL-A-1], date: 2026-03-01, verdict: rejected}
  - {id: VAL-002, elements: [MIC-A-010], roles: [ROL-A-1], date: 2026-04-01, verdict: approved}
"""
STEPS = """
  - {id: S10, start: Asked, lane: ROL-A-1}
  - {id: T20, task: Write offer, lane: ROL-A-1, out: [DOC-OFFER], system: SYS-CRM}
  - {id: T30, task: Send offer, lane: ROL-A-1, in: [DOC-OFFER]}
  - {id: E90, end: Sent}
doc:
  rev: "02"
  status: published
  effective: 2026-01-10
  next_review: 2027-01-10
  approver: ROL-B-1
"""


def page_on(today: date | None) -> MasterListPage:
    linker = linker_of(
        micro("MIC-A-010", STEPS),
        ("processes/catalog/documents.yaml", DOCUMENTS),
        ("processes/catalog/systems.yaml", SYSTEMS),
        ("processes/catalog/validations.yaml", VALIDATIONS),
        page=PAGE,
    )
    page = CATALOGUE_SOURCES["documents"].page(replace(linker, atlas=replace(linker.atlas, today=today)))
    assert isinstance(page, MasterListPage)
    return page


def test_a_controlled_document_stands_there_with_revision_approver_and_newest_validation() -> None:
    line = next(line for line in page_on(None).controlled if line.id == "MIC-A-010")

    assert (line.type, line.rev, line.status.label, line.ref.href) == (
        "Micro", "02", "Published", "../micro/MIC-A-010.html",
    )  # fmt: skip
    assert line.next_review is not None
    assert (line.next_review.text, line.next_review.iso) == ("2027-01-10", "2027-01-10")
    assert [getattr(piece, "label", piece) for piece in line.approver] == ["Lawyer"]
    record, verdict = line.validated
    assert (getattr(record, "href", ""), getattr(verdict, "label", "")) == ("validations.html#val-002", "approved")


def test_a_review_is_overdue_from_the_day_after_it_was_due() -> None:
    overdue = {
        day: [line.id for line in page_on(day).controlled if line.is_overdue]
        for day in (None, date(2027, 1, 10), date(2027, 1, 11))
    }

    assert overdue == {None: [], date(2027, 1, 10): [], date(2027, 1, 11): ["MIC-A-010"]}
    assert [figure.value for figure in page_on(date(2027, 1, 11)).figures] == ["3", "3", "1", "1"]


def test_a_document_says_where_it_is_made_kept_and_used() -> None:
    (line,) = page_on(None).filed

    assert (line.title, line.retention, line.flow, [mark.label for mark in line.marks]) == (
        "Offer", "5 years", "2 steps", ["record"],
    )  # fmt: skip
    assert [getattr(piece, "label", piece) for piece in line.stored] == ["CRM"]
    assert [(ref.label, ref.href) for ref in line.made[0].steps] == [("T20", "../micro/MIC-A-010.html#t20")]
    assert [(ref.label, ref.href) for ref in line.used[0].steps] == [("T30", "../micro/MIC-A-010.html#t30")]


def test_every_controlled_document_of_the_flagship_is_in_the_list() -> None:
    atlas = atlas_of(open_map(ROOT, use_cache=False))
    linker = Linker(atlas, Wording(load_texts("site", Language.PORTUGUESE)), PAGE)
    page = CATALOGUE_SOURCES["documents"].page(linker)
    assert isinstance(page, MasterListPage)

    under_control = {
        element for element, model in atlas.elements.items() if isinstance(getattr(model, "doc", None), DocumentControl)
    }

    assert under_control <= {line.id for line in page.controlled}
    assert [line.id for line in page.filed] == [document.id for document in atlas.all(Document)]
    assert len(under_control) > 60


def test_a_map_without_documents_says_so() -> None:
    linker = linker_of(page=PAGE)

    page = CATALOGUE_SOURCES["documents"].page(linker)

    assert isinstance(page, MasterListPage)
    assert ([line.id for line in page.controlled], page.filed) == (["MAC-A", "MAC-B"], ())
