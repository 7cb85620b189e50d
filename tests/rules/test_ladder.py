"""How strict a rule is in each state of a document, and what map.yaml says about it."""

import pytest

from processmap.config import CheckSettings
from processmap.diagnostics import Severity
from processmap.model.document_control import Status
from processmap.rules.ladder import graded, least_advanced
from processmap.rules.rule import Rule

_FLOW = Rule("PM202", "unreachable-step", Severity.ERROR, since="0.1.0")
_REFERENCE = Rule("PM106", "dangling-reference", Severity.ERROR, since="0.1.0")
_DEADLOCK = Rule("PM301", "deadlock", Severity.ERROR, since="0.1.0")
_PATH = "processes/vendas/MIC-VEN-010.yaml"


def _graded(rule: Rule, status: Status = Status.PUBLISHED, own: Severity | None = None, **checks: object) -> Severity:
    return graded(rule, status=status, path=_PATH, checks=CheckSettings.model_validate(checks), own=own)


@pytest.mark.parametrize(
    ("status", "error", "warning", "info"),
    [
        (Status.PUBLISHED, Severity.ERROR, Severity.WARNING, Severity.INFO),
        (Status.VALIDATED, Severity.ERROR, Severity.WARNING, Severity.INFO),
        (Status.IN_VALIDATION, Severity.WARNING, Severity.WARNING, Severity.INFO),
        (Status.DRAFT, Severity.WARNING, Severity.INFO, Severity.INFO),
    ],
)
def test_early_states_make_a_rule_milder(status: Status, error: Severity, warning: Severity, info: Severity) -> None:
    assert _graded(_FLOW, status) is error
    assert _graded(_FLOW, status, Severity.WARNING) is warning
    assert _graded(_FLOW, status, Severity.INFO) is info


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_VALIDATION])
@pytest.mark.parametrize("rule", [_REFERENCE, _DEADLOCK])
def test_files_references_and_behaviour_are_errors_in_a_draft_too(rule: Rule, status: Status) -> None:
    assert _graded(rule, status) is Severity.ERROR


def test_a_case_may_have_a_grade_of_its_own() -> None:
    assert _graded(_REFERENCE, own=Severity.INFO) is Severity.INFO


def test_the_map_has_the_last_word_in_every_state() -> None:
    checks = {"severity": {"PM202": "info", "PM106": "off"}}

    assert _graded(_FLOW, Status.DRAFT, **checks) is Severity.INFO
    assert _graded(_REFERENCE, **checks) is Severity.OFF


@pytest.mark.parametrize("pattern", ["processes/vendas", "processes/vendas/", "processes/vendas/*", _PATH])
def test_a_path_of_the_map_overrides_the_whole(pattern: str) -> None:
    checks = {"severity": {"PM202": "info"}, "paths": [{"path": pattern, "severity": {"PM202": "error"}}]}

    assert _graded(_FLOW, **checks) is Severity.ERROR


@pytest.mark.parametrize("pattern", ["processes/ven", "itos", "processes/vendas/MIC-VEN-020.yaml"])
def test_another_path_does_not(pattern: str) -> None:
    assert _graded(_FLOW, paths=[{"path": pattern, "severity": {"PM202": "off"}}]) is Severity.ERROR


def test_two_sided_findings_take_the_less_advanced_state() -> None:
    assert least_advanced([Status.PUBLISHED, Status.DRAFT, Status.VALIDATED]) is Status.DRAFT
