"""The position table agrees with an independent parser, for every key and scalar of every flagship file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from processmap.diagnostics import Part
from processmap.loading.parsed import parse

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path.relative_to(ROOT).as_posix() for folder in ("processes", "itos") for path in (ROOT / folder).rglob("*.yaml")
)


def scalars(
    node: yaml.Node, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Part, yaml.ScalarNode]]:
    """Yields every key and every scalar of PyYAML's own pure-Python parser, which shares no code with libyaml."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), Part.KEY, key
            yield from scalars(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from scalars(item, (*path, index))
    else:
        yield path, Part.VALUE, node


@pytest.mark.parametrize("path", FILES)
def test_every_scalar_stands_where_an_independent_parser_finds_it(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    file = parse(path, text)

    found = list(scalars(yaml.compose(text, Loader=yaml.SafeLoader)))

    assert found
    for way, part, node in found:
        span = file.place(way, part).span
        assert (span.start.line, span.start.column) == (node.start_mark.line + 1, node.start_mark.column + 1), (
            way,
            part,
        )
        if node.style not in ("|", ">"):  # the end of a block text includes line ends that nobody would underline
            assert (span.end.line, span.end.column) == (node.end_mark.line + 1, node.end_mark.column + 1), (way, part)
