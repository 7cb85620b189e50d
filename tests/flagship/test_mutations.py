"""Every rule finds its fault in the flagship map: one change by hand per rule, in `mutations/pm*.toml`.

A mutation names the rule that it `breaks` and `why` an author might do so; its edits (`file`, `find`, which must stand
in the file exactly once, and `replace`); and the place of the finding: the first line that holds the text `line`,
looked for after the first line that holds `after` where that is given, in the file `at` (without it, the file of the
first edit). `also` names the other errors that the same change causes; no other may come.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from processmap.app.checking import CheckResult, check_map
from processmap.diagnostics import Severity
from processmap.graph import MapGraph
from processmap.loading import decode, load, read_sources
from processmap.rules import ALL_RULES

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
MUTATIONS = [
    mutation
    for table in sorted((Path(__file__).parent / "mutations").glob("*.toml"))
    for mutation in tomllib.loads(table.read_text(encoding="utf-8"))["mutation"]
]

# What no change of a few lines of text can break, and the tests that break it in another way.
TESTED_ELSEWHERE = {
    "PM008": "flagship/test_unreadable.py",  # a file that cannot be opened
    "PM305": "rules/test_flow_behaviour.py",  # a flow with more states than the limit
    "PM707": "app/test_history.py",  # a published document that differs from its git history
}

Texts = Mapping[str, str]


@pytest.fixture(scope="module")
def flagship() -> dict[str, str]:
    return {source.path: source.text for source in read_sources(ROOT) if source.text is not None}


def _mutated(texts: Texts, mutation: Mapping[str, Any]) -> dict[str, str]:
    changed = dict(texts)
    for edit in mutation["edit"]:
        text = changed.get(edit["file"], "")
        if edit["find"] or text:
            assert text.count(edit["find"]) == 1, f"{edit['find']!r} must stand once in {edit['file']}"
        changed[edit["file"]] = text.replace(edit["find"], edit["replace"], 1)
    return changed


def _checked(texts: Texts) -> CheckResult:
    ordered = sorted(texts, key=lambda path: (path != "processes/map.yaml", path))
    loaded = load([decode(path, texts[path].encode()) for path in ordered])
    return check_map(loaded, MapGraph(loaded), today=TODAY)


def _line(text: str, mutation: Mapping[str, Any]) -> int:
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines) if mutation["after"] in line) if "after" in mutation else 0
    return next(n for n, line in enumerate(lines) if n >= first and mutation["line"] in line) + 1


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: f"{mutation['breaks']}: {mutation['why']}")
def test_a_mutation_is_found_where_it_was_made_and_nothing_else_is(
    flagship: Texts, mutation: Mapping[str, Any]
) -> None:
    texts = _mutated(flagship, mutation)
    at = mutation.get("at", mutation["edit"][0]["file"])

    findings = _checked(texts).findings

    places = {(finding.code, finding.place.path, finding.place.span.start.line) for finding in findings}
    assert (mutation["breaks"], at, _line(texts[at], mutation)) in places
    errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    assert errors - {mutation["breaks"]} == set(mutation.get("also", []))


def test_every_mutation_breaks_a_rule_there_is() -> None:
    codes = {module.RULE.code for module in ALL_RULES}

    assert {mutation["breaks"] for mutation in MUTATIONS} <= codes


def test_every_rule_is_broken_by_a_mutation_or_by_a_test_of_its_own() -> None:
    codes = [module.RULE.code for module in ALL_RULES]
    mutated = {mutation["breaks"] for mutation in MUTATIONS}

    assert [code for code in codes if code not in mutated] == sorted(TESTED_ELSEWHERE)


@pytest.mark.parametrize("code", sorted(TESTED_ELSEWHERE))
def test_a_rule_without_mutation_is_asserted_where_it_is_said_to_be(code: str) -> None:
    test = ROOT / "tests" / TESTED_ELSEWHERE[code]

    assert code in test.read_text(encoding="utf-8")
