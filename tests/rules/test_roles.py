"""Rules on roles where the example of a page does not reach."""

from collections.abc import Callable

from processmap.diagnostics import Finding

FindingsOf = Callable[..., tuple[Finding, ...]]

ROLES = "itos/roles.yaml"
MICRO = "processes/vendas/MIC-VEN-020.yaml"


def test_a_role_that_is_used_up_to_the_minute_is_not_overloaded(findings_of: FindingsOf, base_map) -> None:
    # 52 cases a week, 30 minutes each: 26 hours, exactly.
    micro = base_map[MICRO].decode().replace("receives: [FRM-VEN-001]", "receives: [FRM-VEN-001]\n    volume: 52/week")
    micro = micro.replace("work: 1 h", "work: 30 min")
    entry = "name: Entregador, area: ARE-ENT, reports_to: ROL-GER-ENT, level: operational"

    def codes(capacity: str) -> list[str]:
        roles = base_map[ROLES].decode().replace(entry, f"{entry}, headcount: 2, capacity: {capacity}")
        return [finding.code for finding in findings_of({MICRO: micro, ROLES: roles}) if finding.code[2] == "5"]

    assert codes("13 h") == []
    assert codes("12.9 h") == ["PM513"]


def test_an_approval_with_a_second_approver_is_not_a_request_of_ones_own(findings_of: FindingsOf, base_map) -> None:
    path = "processes/vendas/MIC-VEN-010.yaml"
    alone = base_map[path].decode().replace("approvers: [ROL-GER-VEN]", "approvers: [ROL-VENDEDOR]")
    both = alone.replace("[ROL-VENDEDOR]\n    in", "[ROL-VENDEDOR, ROL-DIR]\n    accountable: ROL-DIR\n    in")

    def codes(text: str) -> list[str]:
        return [finding.code for finding in findings_of({path: text}) if finding.code == "PM511"]

    assert codes(alone) == ["PM511"]
    assert codes(both) == []
