"""Every pitfall of YAML ends as a value or as a finding with line and column, never as a traceback."""

import pytest

from processmap.diagnostics import Place, Problem
from processmap.loading.parsed import ParsedFile, parse, parse_source
from processmap.loading.positions import Tree
from processmap.loading.source import decode

BOM = "\ufeff"


def summary(file: ParsedFile) -> list[tuple[str, str, int, int]]:
    """Code, text key, line and column of each problem."""
    return [one_line(problem) for problem in file.problems]


def one_line(problem: Problem) -> tuple[str, str, int, int]:
    assert isinstance(problem.at, Place)
    start = problem.at.span.start
    return problem.code, problem.message.key.partition(".")[2], start.line, start.column


@pytest.mark.parametrize(
    ("text", "code", "variant", "line", "column"),
    [
        ("a: Fase 1: início\n", "PM001", "colon", 1, 10),
        ("b: 1\na: {x: Fase: 1}\n", "PM001", "colon", 2, 12),
        ("a:1\n", "PM001", "no_space", 1, 2),
        ("a:1\nb: 2\n", "PM001", "no_space", 1, 2),
        ("- id: T20\n  task:Fazer\n  lane: X\n", "PM001", "no_space", 2, 7),
        ("a: b\nfoo\nc: d\n", "PM001", "no_colon", 2, 1),
        ('a: "x\nb: 1\n', "PM001", "quote", 1, 4),
        ("a: 'x\nb: 1\n", "PM001", "quote", 1, 4),
        ('a: "x\nb: "y"\nc: d\n', "PM001", "quote", 1, 4),
        ('a: "x" y\n', "PM001", "after_quote", 1, 8),
        ("a: [b]c\n", "PM001", "after_bracket", 1, 7),
        ('a: "\\x"\n', "PM001", "escape", 1, 7),
        ('a: "\\q"\n', "PM001", "escape", 1, 5),
        ("a:\n\tb: 1\n", "PM001", "tab", 2, 1),
        ("\ta: 1\n", "PM001", "tab", 1, 1),
        ("a: 1\n\tb: 2\n", "PM001", "tab", 2, 1),
        ("a: 1\n  b: 2\n", "PM001", "continued", 2, 3),
        ("a:\n  - b\n - c\n", "PM001", "indentation", 3, 2),
        ("a:\n  b: c\n d: e\n", "PM001", "indentation", 3, 2),
        ("a: [1, 2\nb: 3\n", "PM001", "bracket", 1, 4),
        ("a: {x: 1\nb: 3\n", "PM001", "bracket", 1, 4),
        ("a: - b\n", "PM001", "dash", 1, 4),
        ("a: @x\n", "PM001", "reserved", 1, 4),
        ("a: `x\n", "PM001", "reserved", 1, 4),
        ("a: %x\n", "PM001", "reserved", 1, 4),
        ("a: *imp* x\n", "PM001", "reserved", 1, 4),
        ("a: >x\n", "PM001", "block", 1, 4),
        ("a: 1\n...\nfoo\n", "PM001", "other", 3, 1),
        ("? [a, b\n# c\nd: e\n", "PM001", "bracket", 1, 3),
        ("a: [" + "[" * 998 + "]" * 999, "PM004", "depth", 1, 43),
        ("a: " + "[" * 100_000, "PM004", "depth", 1, 43),
        ("a: " + "{x: " * 100_000, "PM004", "depth", 1, 160),
        ("- " * 100_000, "PM004", "depth", 1, 81),
        ("? " * 100_000, "PM004", "depth", 1, 81),
    ],
)
def test_what_cannot_be_read_is_said_where_the_author_has_to_look(
    text: str, code: str, variant: str, line: int, column: int
) -> None:
    file = parse("x.yaml", text)

    assert summary(file) == [(code, variant, line, column)]
    assert not file.is_complete


@pytest.mark.parametrize(
    ("text", "tree", "problems"),
    [
        ("a: 1\na: 2\n", {"a": "1"}, [("PM003", "message", 2, 1)]),
        (
            "x:\n  - {a: 1, a: 2, b: 3, a: 4}\n",
            {"x": [{"a": "1", "b": "3"}]},
            [("PM003", "message", 2, 12), ("PM003", "message", 2, 24)],
        ),
        ("a: &x 1\nb: 2\n", {"a": "1", "b": "2"}, [("PM004", "anchor", 1, 4)]),
        ("a: &x 1\nb: *x\n", {"a": "1", "b": ""}, [("PM004", "anchor", 1, 4), ("PM004", "alias", 2, 4)]),
        (
            "a: &x {y: 1}\nb:\n  <<: *x\n  z: 2\n",
            {"a": {"y": "1"}, "b": {"z": "2"}},
            [("PM004", "anchor", 1, 4), ("PM004", "merge", 3, 3), ("PM004", "alias", 3, 7)],
        ),
        ("a: !foo x\n", {"a": "x"}, [("PM004", "tag", 1, 4)]),
        ("a: !!python/object/apply:os.system [ls]\n", {"a": ["ls"]}, [("PM004", "tag", 1, 4)]),
        ("? [a, b]\n: c\nd: e\n", {"d": "e"}, [("PM004", "key", 1, 3)]),
        ("{a: b}: c\nd: e\n", {"d": "e"}, [("PM004", "key", 1, 1)]),
        ("a: 1\n---\nb: 2\n", {"a": "1"}, [("PM004", "documents", 2, 1)]),
        ("", None, [("PM006", "message", 1, 1)]),
        ("# só um comentário\n", None, [("PM006", "message", 1, 1)]),
        ("---\n", None, [("PM006", "message", 1, 1)]),
        ("a: item #3\n", {"a": "item"}, [("PM005", "message", 1, 9)]),
        ("a: Contrato #1\nb: 2\n", {"a": "Contrato", "b": "2"}, [("PM005", "message", 1, 13)]),
        ("- x #1\n- y\n", ["x", "y"], [("PM005", "message", 1, 5)]),
        ("\u00a0\u00a0a: 1\n", {"a": "1"}, [("PM002", "nbsp", 1, 1)]),
        ("a:\n  \u00a0b: 1\n", {"a": {"b": "1"}}, [("PM002", "nbsp", 2, 3)]),
        ("a: x\x00y\n", {"a": "x\ufffdy"}, [("PM002", "control", 1, 5)]),
        ("a: 1\nb: \x07\n", {"a": "1", "b": "\ufffd"}, [("PM002", "control", 2, 4)]),
        ("a: 1\nb: x\ufeffy\n", {"a": "1", "b": "x\ufffdy"}, [("PM002", "control", 2, 5)]),
        ("a: \ud800\n", {"a": "\ufffd"}, [("PM002", "control", 1, 4)]),
    ],
)
def test_what_can_be_read_in_spite_of_a_problem_is_read(
    text: str, tree: Tree, problems: list[tuple[str, str, int, int]]
) -> None:
    file = parse("x.yaml", text)

    assert summary(file) == problems
    assert file.tree == tree
    assert file.is_complete


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("regiao: NO\n", {"regiao": "NO"}),
        ("a: [yes, no, on, off, true, ~, null]\n", {"a": ["yes", "no", "on", "off", "true", "~", "null"]}),
        ("on: x\n1: y\ntrue: z\n", {"on": "x", "1": "y", "true": "z"}),
        ("a: 14:00\n", {"a": "14:00"}),
        ("a: 12:30:45\n", {"a": "12:30:45"}),
        ("a: [010, 007, 1_000, 0x1F, 1.10, 1e3]\n", {"a": ["010", "007", "1_000", "0x1F", "1.10", "1e3"]}),
        ("a: 2024-02-30\n", {"a": "2024-02-30"}),
        ("a:\nb: x\n", {"a": None, "b": "x"}),
        ('a: ""\n', {"a": ""}),
        (BOM + "a: 1\n", {"a": "1"}),
        ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
        ("a: 1\rb: 2\r", {"a": "1", "b": "2"}),
        ("a: x\u2028y\nb: 1\n", {"a": "x\u2028y", "b": "1"}),
        ("a: x\u2029y\x85z\nb: 1\n", {"a": "x\u2029y\x85z", "b": "1"}),
        ("a: \U0001f600 ok\nb: é\n", {"a": "\U0001f600 ok", "b": "é"}),
        ("a: 10\u00a0%\n", {"a": "10\u00a0%"}),
        ("a: R&D! e C#\n", {"a": "R&D! e C#"}),
        ("a: |\n  um # dois\n  três\n", {"a": "um # dois\ntrês\n"}),
        ("a: 'x #1'\nb: \"y #2\"\n", {"a": "x #1", "b": "y #2"}),
        ("a: [x]   # lista\nb: true   # só avisa\nc: d  ## e\n", {"a": ["x"], "b": "true", "c": "d"}),
        ("a: " + "[" * 39 + "]" * 39 + "\n", {"a": eval("[" * 39 + "]" * 39)}),
    ],
)
def test_a_plain_scalar_is_text_exactly_as_written(text: str, tree: Tree) -> None:
    file = parse("x.yaml", text)

    assert summary(file) == []
    assert file.tree == tree


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 10)]

    file = parse("x.yaml", "\n".join(lines))

    assert file.tree == {"a0": ["x", "x"]} | {f"a{n}": ["", ""] for n in range(1, 10)}
    assert [line[:2] for line in summary(file)].count(("PM004", "alias")) == 18


def test_the_first_of_two_equal_keys_is_shown_beside_the_second() -> None:
    file = parse("x.yaml", "a: 1\nb: {c: 2}\na: 3\n")

    (problem,) = file.problems
    assert dict(problem.message.parameters) == {"key": "a", "line": "1"}
    assert [remark.at.span.start.line for remark in problem.related if isinstance(remark.at, Place)] == [1]
    assert file.place(("b", "c")).span.start.column == 8


def test_all_problems_of_a_file_come_in_one_run_in_the_order_of_its_lines() -> None:
    text = "a: 1\na: 2\nb: x #1\nc: &d 3\ne: \x07\nf: g: h\n"

    file = parse("x.yaml", text)

    assert [(code, line) for code, _, line, _ in summary(file)] == [
        ("PM003", 2),
        ("PM005", 3),
        ("PM004", 4),
        ("PM002", 5),
        ("PM001", 6),
    ]


@pytest.mark.parametrize(
    ("content", "variant", "line", "column"),
    [
        ("a: 1\nb: preço ção\n".encode("cp1252"), "not_utf8", 2, 7),
        (b"\xef\xbb\xbf\xe9: 1\n", "not_utf8", 1, 1),
        ("a: é\n".encode("utf-16"), "utf16", 1, 1),
        ("a: 1\nb: preço\n".encode("utf-16-le"), "utf16", 1, 1),
        ("a: 1\nb: 2\n".encode("utf-16-be"), "utf16", 1, 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 400, "binary", 1, 1),
    ],
)
def test_bytes_that_are_not_utf8_are_named_with_what_they_probably_are(
    content: bytes, variant: str, line: int, column: int
) -> None:
    file = parse_source(decode("x.yaml", content))

    assert summary(file) == [("PM002", variant, line, column)]
    assert not file.is_complete


def test_a_file_of_fifty_megabytes_is_not_read() -> None:
    file = parse_source(decode("x.yaml", b"a" * 50_000_000))

    assert summary(file) == [("PM008", "large", 1, 1)]
