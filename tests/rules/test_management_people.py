"""PM811 to PM813, PM815 and PM816 beyond the examples of their pages."""

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]
Found = Callable[..., list[str]]


@pytest.fixture
def found(lines_of: Lines) -> Found:
    """Checks added files; returns what PM8 finds, without the file."""

    def check(**catalogues: str) -> list[str]:
        files = {f"processes/catalog/{key}.yaml": f"{key}:\n{text}" for key, text in catalogues.items()}
        return [line.split(":", 1)[1] for line in lines_of(files, "8")]

    return check


def test_a_step_that_names_a_control_is_its_step(lines_of: Lines, base_map: dict[str, bytes]) -> None:
    control = "controls:\n  - {id: CTL-001, name: C, risk: R, policy: POL-VEN-001, evidence: E, frequency: each case}\n"
    micro = base_map["processes/vendas/MIC-VEN-020.yaml"].decode()
    named = micro.replace("    system: SYS-CRM\n", "    system: SYS-CRM\n    control: CTL-001\n")
    files = {"processes/catalog/controls.yaml": control}

    assert [line.split()[2] for line in lines_of(files, "8")] == ["PM811"]
    assert lines_of({**files, "processes/vendas/MIC-VEN-020.yaml": named}, "8") == []


def test_a_control_that_lacks_everything_is_told_everything(found: Found) -> None:
    assert [line.split(" PM811 ")[1] for line in found(controls="  - {id: CTL-001, name: C}\n")] == [
        "CTL-001 (C) names no evidence: nobody can show that it was exercised.",
        "CTL-001 (C) does not say how often it is exercised.",
        "CTL-001 (C) names no policy: nobody knows which rule it enforces.",
        "CTL-001 (C) does not say which risk it keeps small.",
        "CTL-001 (C) is exercised nowhere: it names no step, and no step names it.",
    ]


def _form(field: str, *, more: str = "") -> dict[str, str]:
    return {
        "processes/forms/FRM-VEN-009.yaml": (
            f"kind: form\nid: FRM-VEN-009\nname: F\nchannel: web\n{more}fields:\n  - {{name: x, label: X, {field}}}\n"
        )
    }


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("type: text, personal: personal, purpose: P, legal_basis: art7-V, retention: 1 year", ""),
        ("type: text, personal: personal, purpose: P, legal_basis: art7-V", "retention: 5 years\n"),
        ("type: text, personal: sensitive, purpose: P, legal_basis: art11-II-f, retention: 1 year", ""),
        ("type: email, crm_field: Account.Mail", ""),
        ("type: text", "record: true\n"),
        ("type: text", "doc: {status: planned}\n"),
    ],
)
def test_fields_with_a_basis_and_a_use(lines_of: Lines, field: str, more: str) -> None:
    assert lines_of(_form(field, more=more), "8") == []


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("type: cpf, crm_field: Contact.CPF", "asks for a CPF, but is not marked as personal data."),
        (
            "type: text, personal: personal, purpose: P, retention: 1 year, legal_basis: art11-I",
            (
                "asks for personal data that is not sensitive on the basis of art11-I: for it the bases are those of "
                "art. 7 (LGPD)."
            ),
        ),
        (
            "type: text, personal: sensitive, purpose: P, retention: 1 year",
            "asks for sensitive personal data without a legal basis (LGPD, art. 11).",
        ),
    ],
)
def test_personal_data_without_a_fitting_basis(lines_of: Lines, field: str, expected: str) -> None:
    lines = lines_of(_form(field), "8")

    assert [line.split(" PM812 ")[1] for line in lines] == [f"x (X) in FRM-VEN-009 (F) {expected}"]


def test_a_field_that_a_policy_or_a_kpi_reads_is_used(lines_of: Lines) -> None:
    kpi = (
        "kpis:\n  - {id: KPI-VEN-009, name: K, type: volume, unit: count, better: up, shown_in: [FOR-VENDAS],"
        " formula: x, terms: {x: sum FRM-VEN-009.x}}\n"
    )

    assert [line.split()[2] for line in lines_of(_form("type: number"), "8")] == ["PM813"]
    assert lines_of({**_form("type: number"), "processes/catalog/kpis-mais.yaml": kpi}, "8") == []


def _skill(*assessments: str) -> str:
    return "  - {id: SKL-A, name: A, levels: [um, dois, três], assessments: [" + ", ".join(assessments) + "]}\n"


_ROLES = """roles:
  - {id: ROL-DIR, name: Diretor, area: ARE-VEN, level: executive}
  - {id: ROL-GER-VEN, name: Gerente de vendas, area: ARE-VEN, reports_to: ROL-DIR, level: manager}
  - {id: ROL-VENDEDOR, name: Vendedor, area: ARE-VEN, level: operational, skills: [{skill: SKL-A, level: 2}]}
  - {id: ROL-GER-ENT, name: Gerente de entregas, area: ARE-ENT, reports_to: ROL-DIR, level: manager}
  - {id: ROL-ENTREGADOR, name: Entregador, area: ARE-ENT, reports_to: ROL-GER-ENT, level: operational}
"""


@pytest.mark.parametrize(
    ("assessments", "training", "expected"),
    [
        (["{role: ROL-VENDEDOR, level: 2, people: 5}"], "", []),
        (["{role: ROL-VENDEDOR, level: 1, people: 0}"], "", []),
        (["{role: ROL-DIR, level: 1, people: 1}"], "", []),
        (["{role: ROL-VENDEDOR, level: 1, people: 5}"], "ROL-VENDEDOR", []),
        (
            ["{role: ROL-VENDEDOR, level: 0, people: 2}", "{role: ROL-VENDEDOR, level: 1, people: 5}"],
            "ROL-DIR",
            [
                (
                    "ROL-VENDEDOR (Vendedor) falls short of level 2 in SKL-A (A), which the work needs (people "
                    "below it: 7), and no training leads there."
                )
            ],
        ),
    ],
)
def test_a_gap_is_closed_by_a_training_for_this_role_up_to_this_level(
    lines_of: Lines, assessments: list[str], training: str, expected: list[str]
) -> None:
    files = {
        "itos/roles.yaml": _ROLES,
        "processes/catalog/skills.yaml": "skills:\n" + _skill(*assessments),
    }
    if training:
        files["processes/catalog/trainings.yaml"] = (
            "trainings:\n  - {id: TRN-A, name: T, skills: [{skill: SKL-A, level: 2}], hours: 4, "
            f"audience: [{training}]}}\n"
        )

    assert [line.split(" PM815 ")[1] for line in lines_of(files, "8")] == expected


def _phases(*phases: tuple[int, str], waves: str = "") -> str:
    return "".join(
        f"  - {{id: PHA-{number}, name: Fase {number}, weeks: {weeks}, deliverables: [{items}]{waves}}}\n"
        for number, (weeks, items) in enumerate(phases, start=1)
    )


@pytest.mark.parametrize(
    ("phases", "expected"),
    [
        ([(2, "{id: D1, name: A, week: 2}"), (3, "{id: D2, name: B, depends_on: [D1], week: 3}")], []),
        ([(2, "{id: D1, name: A}"), (3, "{id: D2, name: B, depends_on: [D1]}")], []),
        ([(2, "{id: D1, name: A}, {id: D2, name: B, depends_on: [D1]}")], []),
        (
            [(2, "{id: D1, name: A, depends_on: [D2]}"), (3, "{id: D2, name: B}")],
            ["D1 (A) is due in week 2, but waits for D2 (B), which only comes in week 5."],
        ),
        (
            [(2, "{id: D1, name: A, depends_on: [D9]}")],
            ["D1 (A) waits for D9, but no phase delivers that."],
        ),
        (
            [(2, "{id: D1, name: A, depends_on: [D1]}")],
            ["These deliverables wait for each other, so that none can be begun: D1 (A)."],
        ),
        (
            [(2, "{id: D1, name: A}"), (2, "{id: D1, name: B}")],
            ["D1 (A) and D1 (B) have the same id D1; nobody can tell which of them others wait for."],
        ),
        (
            [(2, "{id: D1, name: A}"), (2, "{id: D2, name: B, week: 2}")],
            ['"B" is due in week 2, but PHA-2 (Fase 2) goes from week 3 to week 4.'],
        ),
        ([(0, "{id: D1, name: A}")], ["PHA-1 (Fase 1) takes no week at all."]),
    ],
)
def test_weeks_are_counted_on_from_phase_to_phase(
    found: Found, phases: list[tuple[int, str]], expected: list[str]
) -> None:
    lines = found(phases=_phases(*phases))

    assert [line.split(" PM816 ")[1] for line in lines] == expected


def test_a_training_must_be_due_by_the_week_of_its_wave(found: Found) -> None:
    training = "  - {id: TRN-A, name: T, audience: [ROL-DIR], hours: 4, wave: Sul}\n"
    waves = ", waves: [{name: Sul, week: 3}]"

    def lines(item: str, *, more: str = waves) -> list[str]:
        return found(phases=_phases((4, f"{{id: D1, name: A, {item}}}"), waves=more), trainings=training)

    assert lines("week: 3, elements: [TRN-A]") == []
    assert lines("week: 4") == []
    assert [line.split(" PM816 ")[1] for line in lines("elements: [TRN-A]")] == [
        'The wave "Sul" goes live in week 3, but D1 (A), with TRN-A (T) in it, is only due in week 4.'
    ]
    assert [line.split(" PM816 ")[1] for line in lines("week: 3", more="")] == [
        'TRN-A (T) prepares for the wave "Sul", but no phase has a wave of that name.'
    ]
