import re
from pathlib import Path

from processmap.render.pages import TEMPLATES

ROOT = Path(__file__).parents[2]


def test_the_reference_lists_every_block_of_every_template() -> None:
    page = (ROOT / "docs/reference/templates.md").read_text(encoding="utf-8")

    for path in sorted((ROOT / "templates/site").glob("*.md.jinja")):
        blocks = re.findall(r"\{% block (\w+) %\}", path.read_text(encoding="utf-8"))
        listed = ", ".join(f"`{block}`" for block in blocks)
        assert f"| `site/{path.name}` | {listed} |" in page


def test_every_page_has_a_shipped_template() -> None:
    assert [name for name in TEMPLATES.values() if not (ROOT / "templates" / name).is_file()] == []
