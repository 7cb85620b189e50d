"""The pages of the rules: complete, and their examples say what `check` says."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from processmap.i18n import Language
from processmap.rules import ALL_RULES, rule_by_code
from processmap.rules.listing import facts, index_page
from processmap.rules.pages import ExampleFile, Page, explain, page_source, read_page

_FOLDER = Path(__file__).parents[2] / "docs" / "rules"
_CODES = [module.RULE.code for module in ALL_RULES]

LinesOf = Callable[..., list[str]]


def _page(code: str) -> Page:
    source = page_source(code)
    assert source is not None
    return read_page(source)


def _files(files: tuple[ExampleFile, ...]) -> dict[str, bytes | str]:
    return {file.path: file.content for file in files}


def _families(code: str) -> str:
    """What an example is checked for: files, schema and structure, and the family of its own rule."""
    return "012" + code[2]


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    pages = sorted(page.stem for page in _FOLDER.glob("PM*.md"))

    assert pages == _CODES


def test_every_page_stands_in_the_navigation_and_so_has_breadcrumbs() -> None:
    navigation = (_FOLDER.parents[1] / "mkdocs.yml").read_text(encoding="utf-8")

    assert re.findall(r"- rules/(PM[0-9]{3})\.md", navigation) == _CODES


def test_rules_are_listed_by_code_and_no_code_comes_twice() -> None:
    assert sorted(set(_CODES)) == _CODES


@pytest.mark.parametrize("code", _CODES)
def test_page_says_code_name_and_severity_of_its_rule(code: str) -> None:
    module = rule_by_code(code)
    assert module is not None

    page = _page(code)

    assert page.title == f"{module.RULE.code} · {module.RULE.name}"
    for language in Language:
        assert page.words[language].facts == facts(module.RULE, language)


@pytest.mark.parametrize("code", _CODES)
def test_failing_example_gives_exactly_the_findings_on_the_page(
    code: str, lines_of: LinesOf, updates_golden: bool
) -> None:
    page = _page(code)

    found = "".join(f"{line}\n" for line in lines_of(_files(page.failing_files), _families(code)))

    if updates_golden:
        _replace_findings(code, page.findings, found)
        page = _page(code)
    assert f" {code} " in found
    assert found == page.findings


@pytest.mark.parametrize("code", _CODES)
def test_passing_example_gives_no_finding(code: str, lines_of: LinesOf) -> None:
    assert lines_of(_files(_page(code).passing_files), _families(code)) == []


def test_base_map_has_no_finding(lines_of: LinesOf) -> None:
    assert lines_of({}, "0123456789") == []


def test_index_lists_every_rule_and_shows_the_base_map(base_map: Mapping[str, bytes], updates_golden: bool) -> None:
    pages = {code: _page(code) for code in _CODES}
    expected = index_page(pages, {path: content.decode() for path, content in base_map.items()})
    index = _FOLDER / "index.md"

    if updates_golden:
        index.write_text(expected, encoding="utf-8")

    assert index.read_text(encoding="utf-8") == expected


def test_explain_shows_the_portuguese_text_with_the_shared_examples() -> None:
    shown = explain("PM106", Language.PORTUGUESE)

    assert shown is not None
    assert [line for line in shown.splitlines() if re.match("#{1,2} [^ ]", line)] == [
        "# PM106 · dangling-reference",
        "## O que encontra",
        "## Por quê",
        "## Como corrigir",
        "## Exemplo que falha",
        "## Exemplo que passa",
    ]
    assert "What it finds" not in shown
    assert "error PM106" in shown


def test_explain_shows_the_english_text_by_default() -> None:
    shown = explain("PM106")

    assert shown is not None
    assert "## What it finds" in shown
    assert "Em português" not in shown


@pytest.mark.parametrize("code", ["PM999", "pm106", "../../README", ""])
def test_explain_knows_no_other_code(code: str) -> None:
    assert explain(code) is None


def _replace_findings(code: str, known: str, found: str) -> None:
    page = _FOLDER / f"{code}.md"
    source = page.read_text(encoding="utf-8")
    page.write_text(source.replace(f"```text\n{known}```", f"```text\n{found}```"), encoding="utf-8")
