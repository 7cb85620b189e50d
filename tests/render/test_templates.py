import re
from pathlib import Path

from tests.views.small_maps import linker_of

from processmap.render.pages import TEMPLATES, template_of
from processmap.views.catalogues.contents import CATALOGUE_SOURCES

ROOT = Path(__file__).parents[2]


def test_the_reference_lists_every_block_of_every_template() -> None:
    page = (ROOT / "docs/reference/templates.md").read_text(encoding="utf-8")

    for path in sorted((ROOT / "templates/site").rglob("*.md.jinja")):
        blocks = re.findall(r"\{% block (\w+) %\}", path.read_text(encoding="utf-8"))
        listed = ", ".join(f"`{block}`" for block in blocks)
        assert f"| `{path.relative_to(ROOT / 'templates').as_posix()}` | {listed} |" in page


def test_every_page_has_a_shipped_template() -> None:
    assert [name for name in TEMPLATES.values() if not (ROOT / "templates" / name).is_file()] == []


def test_every_catalogue_has_a_shipped_template() -> None:
    pages = [source.page(linker_of(page=source.path)) for source in CATALOGUE_SOURCES.values()]

    assert [name for name in map(template_of, pages) if not (ROOT / "templates" / name).is_file()] == []
