from processmap.layout.network_source import network_source
from processmap.views.diagram import Side
from processmap.views.networks import Network, NetworkEdge, NetworkNode


def network(label: str = "Sell", count: int = 1) -> Network:
    nodes = (
        NetworkNode("MIC-A-010", label, Side.COMMERCIAL, "a.html", label, group="Sales", is_focus=True),
        NetworkNode("MIC-B-010", "Write", Side.NON_COMMERCIAL, None, "Write"),
    )
    edges = (NetworkEdge("MIC-A-010", "MIC-B-010", count, crosses_boundary=True, title="Sell → Write", label="2"),)
    return Network("areas", "Title", "Description", nodes, edges)


def test_quotes_and_backslashes_in_a_name_stay_text() -> None:
    source = network_source(network('Say "yes" \\N'))

    assert '\\"yes\\"' in source
    assert "\\\\N" in source


def test_classes_say_side_focus_and_border() -> None:
    source = network_source(network())

    assert 'class="pm-node pm-side--commercial pm-focus"' in source
    assert 'class="pm-edge pm-edge--boundary"' in source
    assert 'URL="a.html"' in source


def test_more_hand_offs_make_a_wider_line_up_to_a_limit() -> None:
    assert "penwidth=1.5" in network_source(network(count=1))
    assert "penwidth=2.1" in network_source(network(count=2))
    assert "penwidth=6.0" in network_source(network(count=99))
