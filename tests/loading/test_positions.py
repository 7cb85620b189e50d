"""The table of positions agrees with PyYAML's own parser in pure Python."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from processmap.diagnostics import Part, Path, Position
from processmap.loading.parsed import parse

WORD = st.text(alphabet="abcxyzçãé0123456789_-. \U0001f600", min_size=1, max_size=12)
TREE = st.recursive(
    WORD,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORD, inner, max_size=4),
    max_leaves=25,
)
STYLE = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "indent": st.integers(2, 6),
        "width": st.sampled_from([20, 80, 1000]),
        "allow_unicode": st.just(value=True),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


def expected(node: yaml.Node, path: Path) -> Iterator[tuple[Path, Part, yaml.Node]]:
    """Every key and value of a composed document, with the way to it."""
    yield path, Part.VALUE, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), Part.KEY, key
            yield from expected(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from expected(item, (*path, index))


@given(tree=st.dictionaries(WORD, TREE, min_size=1, max_size=5), style=STYLE, mark=st.sampled_from(["", "\ufeff"]))
def test_every_key_and_value_begins_where_an_independent_parser_says(
    tree: object, style: dict[str, object], mark: str
) -> None:
    text = yaml.dump(tree, Dumper=yaml.SafeDumper, **style)
    root = yaml.compose(text, Loader=yaml.SafeLoader)

    file = parse("x.yaml", mark + text)

    assert root is not None
    for path, part, node in expected(root, ()):
        start, end = file.offsets(path, part)
        assert start == node.start_mark.index, (path, part)
        if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
            assert end == node.end_mark.index, (path, part)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_code_points_after_every_kind_of_line_end(line_end: str) -> None:
    text = line_end.join(["# \U0001f600 é", "a: [\U0001f600, b]", "c:", "  d: e\u2028f", "  g: h", ""])

    file = parse("x.yaml", "\ufeff" + text)

    assert file.place(("a", 1)).span.start == Position(2, 8)
    assert file.place(("c", "g"), Part.KEY).span.start == Position(5, 3)
    assert file.place(("c", "g")).span.end == Position(5, 7)


def test_a_mapping_in_block_style_ends_with_its_last_value() -> None:
    file = parse("x.yaml", "a:\n  b: c\n\n\nd: e\n")

    span = file.place(("a",)).span

    assert (span.start, span.end) == (Position(2, 3), Position(2, 7))


def test_a_path_that_leads_past_what_was_written_ends_at_the_last_value_there() -> None:
    file = parse("x.yaml", "a: {b: c}\n")

    assert file.place(("a", "b", "x", 3)).span.start == Position(1, 8)
    assert file.place(("z",)).span.start == Position(1, 1)


def test_positions_of_a_long_list_are_found_in_reasonable_time() -> None:
    file = parse("x.yaml", "a:\n" + "  - {b: c, d: [e, f]}\n" * 20_000)

    lines = [file.place(("a", index, "d", 1)).span.start.line for index in range(20_000)]

    assert lines == list(range(2, 20_002))
