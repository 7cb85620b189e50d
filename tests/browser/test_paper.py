"""What comes out of the printer: Chromium prints pages to PDF, and the PDF is read back page by page."""

import io
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
pypdf = pytest.importorskip("pypdf")

A4_POINTS = (595, 842)
MARK = "Cópia não controlada quando impressa"
CONTROLLED = {
    "map/ito/ITO-COM-001.html": ("ITO-COM-001", "Rev. 04 · Publicado", "Executivo de Contas PME"),
    "map/ito/ITO-TI-001.html": ("ITO-TI-001", "Em validação", "Analista de Sistemas"),
    "map/micro/MIC-COM-020.html": ("MIC-COM-020", "Em validação", "Negociar e contratar PME"),
    "map/form/FRM-COM-001.html": ("FRM-COM-001", "Rev. 03 · Publicado", "Proposta PME"),
}
OTHERS = {
    "index.html": "Mapa de processos do canal PME",
    "map/macro/MAC-COM.html": "MAC-COM",
    "map/role/ROL-EXE-PME.html": "ROL-EXE-PME",
    "map/area/ARE-VEN.html": "ARE-VEN",
    "map/coverage.html": "Cobertura",
    "map/catalogue/trainings.html": "Treinamentos",
}
"""Pages about no controlled document, with what their head says."""


@pytest.fixture(scope="module")
def press(chromium: "Browser", flagship_origin: str) -> "Iterator[Press]":
    press = Press(chromium, flagship_origin)
    yield press
    press.page.context.close()


class Press:
    """Prints pages of the flagship's site, read on a dark screen; each once."""

    def __init__(self, chromium: "Browser", origin: str) -> None:
        self.page: Page = chromium.new_context(color_scheme="dark").new_page()
        self.origin = origin
        self.printed = cache(self._printed)

    def open(self, path: str, *, media: Literal["print", "screen"] = "print") -> "Page":
        """Opens a page, as its printer sees it unless the screen is asked for."""
        self.page.emulate_media(media=media)
        self.page.goto(f"{self.origin}/{path}")
        return self.page

    def _printed(self, path: str) -> "tuple[tuple[str, tuple[int, int]], ...]":
        """Text and size of each sheet."""
        pdf = self.open(path).pdf(prefer_css_page_size=True)
        sheets = pypdf.PdfReader(io.BytesIO(pdf)).pages
        return tuple(
            (
                unicodedata.normalize("NFKC", sheet.extract_text()),
                (int(sheet.mediabox[2]) + 1, int(sheet.mediabox[3]) + 1),
            )
            for sheet in sheets
        )


@pytest.mark.parametrize("path", CONTROLLED)
def test_each_sheet_of_a_controlled_document_says_which_one_it_is(press: Press, path: str) -> None:
    code, revision, title = CONTROLLED[path]
    sheets = press.printed(path)

    for number, (text, size) in enumerate(sheets, start=1):
        head = text[:400]
        assert size in (A4_POINTS, (596, 842), (596, 843))
        assert "Benefícios Exemplo S.A." in head
        assert title in head
        assert code in head
        assert revision in head
        assert MARK in head
        assert f"Página {number}/{len(sheets)}" in head


@pytest.mark.parametrize("path", OTHERS)
def test_each_sheet_of_any_other_page_has_its_name_its_number_and_the_mark(press: Press, path: str) -> None:
    sheets = press.printed(path)

    for number, (text, _) in enumerate(sheets, start=1):
        assert OTHERS[path] in text[:400]
        assert MARK in text[:400]
        assert f"Página {number}/{len(sheets)}" in text[:400]


@pytest.mark.parametrize("path", [*CONTROLLED, *OTHERS])
def test_nothing_of_the_frame_is_printed(press: Press, path: str) -> None:
    text = " ".join(text for text, _ in press.printed(path))

    assert "Buscar" not in text
    assert "Interdependência Catálogos" not in " ".join(text.split())
    assert "Gerado a partir de" not in text


@pytest.mark.parametrize("path", [*CONTROLLED, "map/role/ROL-EXE-PME.html", "map/catalogue/offers.html"])
def test_no_row_of_a_table_is_cut(press: Press, path: str) -> None:
    sheets = [signs(text) for text, _ in press.printed(path)]
    rows = press.open(path).evaluate(
        """() => [...document.querySelectorAll(".md-content table:not(.pm-table--matrix) tbody tr")]
            .filter((row) => row.checkVisibility())
            .map((row) => [...row.cells].flatMap((cell) => cell.innerText.split("\\n")))"""
    )
    cut = [row for row in rows if not any(all(signs(line) in sheet for line in row) for sheet in sheets)]

    assert rows
    assert cut == []


def signs(text: str) -> str:
    """Letters and digits alone: neither line ends nor the commas that the style sheet adds matter."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def test_the_head_of_a_table_comes_again_on_each_sheet(press: Press) -> None:
    sheets = [text for text, _ in press.printed("map/micro/MIC-COM-020.html")]
    kinds = "Tarefa|Decisão|Aprovação|Espera|Entrega|Fim"
    steps = [text for text in sheets if re.search(rf"\b[TGAHWE]\d{{2,3}}\s+({kinds})\b", text)]

    assert len(steps) > 1
    assert all("Passo O quê Quem Com o quê Tempo Depois" in " ".join(text.split()) for text in steps)


@pytest.mark.parametrize("path", ["map/ito/ITO-COM-001.html", "map/role/ROL-EXE-PME.html", "index.html"])
def test_paper_is_white_with_black_letters_even_from_a_dark_screen(press: Press, path: str) -> None:
    page = press.open(path)
    dark_grounds, pale_letters = page.evaluate(
        """() => {
            const light = (colour) => {
                const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
                const scale = colour.startsWith("rgb") ? 255 : 1;
                return alpha === 0 ? 1 : (0.2126 * red + 0.7152 * green + 0.0722 * blue) / scale;
            };
            const shown = [...document.querySelectorAll("body, .md-content *:not(svg *)")]
                .filter((each) => each.checkVisibility() && each.getClientRects().length && each.innerText);
            const grounds = shown.filter((each) => each.innerText.length > 60)
                .filter((each) => light(getComputedStyle(each).backgroundColor) < 0.5);
            const letters = shown.filter((each) => each.matches("p, td, li, h1, h2, h3, dd"))
                .filter((each) => light(getComputedStyle(each).color) > 0.6);
            return [grounds, letters].map((found) => found.map((each) => `${each.tagName} ${each.className}`));
        }"""
    )

    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert (dark_grounds, pale_letters) == ([], [])


def test_what_is_folded_on_the_screen_is_read_on_paper(press: Press) -> None:
    page = press.open("map/role/ROL-EXE-PME.html", media="screen")
    folded = page.evaluate("[...document.querySelectorAll('details:not([open]) a')].map((link) => link.textContent)")
    printed = " ".join(signs(text) for text, _ in press.printed("map/role/ROL-EXE-PME.html"))

    assert folded
    assert [text for text in folded if signs(text) not in printed] == []
