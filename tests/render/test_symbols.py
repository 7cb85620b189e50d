"""Each symbol as a picture of its own, to be looked at: tests/render/symbols/*.svg."""

from pathlib import Path

import pytest

from processmap.layout.placed import Box
from processmap.layout.swimlane.sizes import node_size
from processmap.render.svg.symbols import colour_class, symbol
from processmap.render.svg.themes import Theme, style_sheet
from processmap.views.diagram import Node, NodeKind

GOLDEN = Path(__file__).parent / "symbols"
CASES = [(kind, True) for kind in NodeKind] + [(NodeKind.WAIT_TIMER, False), (NodeKind.WAIT_MESSAGE, False)]


def picture(kind: NodeKind, *, is_interrupting: bool) -> str:
    width, height = node_size(Node("X", kind, "L"))
    drawn = symbol(kind, Box(4, 4, width, height), is_interrupting=is_interrupting)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 8}" height="{height + 8}">'
        f'<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="symbols.css"/>\n'
        f'<g class="d-commercial {colour_class(kind)}">{drawn}</g>\n</svg>\n'
    )


@pytest.mark.parametrize(("kind", "is_interrupting"), CASES)
def test_each_symbol_looks_as_it_did(kind: NodeKind, is_interrupting: bool, updates_golden: bool) -> None:
    expected = GOLDEN / f"{kind}{'' if is_interrupting else '-warning'}.svg"
    drawn = picture(kind, is_interrupting=is_interrupting)

    if updates_golden:
        expected.write_text(drawn, encoding="utf-8")
        (GOLDEN / "symbols.css").write_text(style_sheet(Theme.LIGHT).replace("}", "}\n"), encoding="utf-8")

    assert drawn == expected.read_text(encoding="utf-8")


def test_no_two_kinds_look_the_same_but_splits_and_joins() -> None:
    drawn: dict[str, list[NodeKind]] = {}
    for kind in NodeKind:
        drawn.setdefault(picture(kind, is_interrupting=True), []).append(kind)

    assert [kinds for kinds in drawn.values() if len(kinds) > 1] == [
        [NodeKind.EXCLUSIVE, NodeKind.JOIN_ANY],
        [NodeKind.PARALLEL, NodeKind.JOIN_ALL],
    ]
