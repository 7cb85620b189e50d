"""The flagship map holds what design/case.md asks for: each row of its table, with the ids that answer it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from processmap.app.checking import check_map
from processmap.app.opening import OpenMap, open_map
from processmap.graph import MapGraph
from processmap.model.commercial import FederativeUnit, Incentive, Region
from processmap.model.document_control import Status
from processmap.model.documents import System, SystemType
from processmap.model.governance import Forum
from processmap.model.indicators import Benefit, Kpi, Target
from processmap.model.ito import Ito
from processmap.model.micro import Micro
from processmap.model.organisation import Level, Role
from processmap.model.policies import Policy
from processmap.model.rollout import Phase, Validation
from processmap.model.services import Sla, SlaType
from processmap.model.steps import StartStep, TaskStep

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)

CASE = {
    "prospecção": ["MAC-PRO", "MIC-PRO-010"],
    "territórios de vendas": ["MAC-TER", "MIC-TER-010", "MIC-TER-020"],
    "segmentação do mercado brasileiro": ["MAC-SEG", "MIC-SEG-010", "MIC-SEG-020"],
    "metas e indicadores": ["MAC-MET", "MIC-MET-010", "MIC-MET-020"],
    "Agenda Comercial": ["MAC-AGE", "MIC-AGE-010", "FOR-AGE"],
    "política comercial": ["MAC-POL", "MIC-POL-010", "POL-COM-001"],
    "oferta, negociação, contratação": ["MAC-COM", "MIC-COM-010", "MIC-COM-020", "MIC-COM-030"],
    "jurídico e tributário": ["MAC-JUR", "MIC-JUR-010", "MIC-JUR-020", "MIC-TRI-010"],
    "incentivos": ["MAC-INC", "MIC-INC-010", "INC-EXE", "INC-GER"],
    "faturamento": ["MAC-FAT", "MIC-FAT-010", "MIC-FAT-020", "MIC-FAT-030", "MIC-FAT-040"],
    "atendimento ao cliente": ["MAC-ATE", "MIC-ATE-010", "MIC-ATE-020"],
    "pós-venda": ["MAC-POS", "MIC-POS-010", "MIC-POS-020"],
    "suporte técnico": ["MAC-SUP", "MIC-SUP-010", "MIC-SUP-020"],
    "ITOs da equipe de vendas": ["ITO-COM-001", "ITO-COM-002", "ITO-COM-003"],
    "papéis da diretoria comercial": ["ROL-DIR-COM", "ROL-GER-DEV", "ROL-EXE-PME", "ROL-ADM-VEN", "ROL-PRE"],
    "treinamento da força de vendas": ["MIC-POL-020", "TRN-VEN", "TRN-PROD"],
    "formulários digitais": ["FRM-COM-001", "FRM-COM-002"],
    "painel e relatórios": ["RPT-001", "RPT-002", "RPT-003"],
    "lacunas": ["ISS-001", "ISS-002", "ISS-003"],
    "melhores práticas": ["PRA-001", "PRA-002", "PRA-003", "PRA-004"],
    "benefícios medidos": ["BEN-001", "BEN-002", "BEN-003"],
    "rastreabilidade e controles": ["CTL-001"],
    "três fases de quatro semanas": ["PHA-1", "PHA-2", "PHA-3"],
}


@pytest.fixture(scope="module")
def opened() -> OpenMap:
    return open_map(ROOT, use_cache=False)


@pytest.fixture(scope="module")
def graph(opened: OpenMap) -> MapGraph:
    return opened.graph


@pytest.mark.parametrize("row", CASE)
def test_every_row_of_the_case_is_answered_by_elements_of_the_map(graph: MapGraph, row: str) -> None:
    missing = [element for element in CASE[row] if graph.element(element) is None]

    assert missing == []


def test_the_map_is_clean(opened: OpenMap) -> None:
    # Without the history: a test must not depend on the commit that it runs in. `make` checks with it (PM707).
    result = check_map(opened.loaded, opened.graph, today=TODAY)

    assert [(finding.code, finding.place.path) for finding in result.findings if finding.severity != "info"] == []


def test_there_are_13_macros_and_at_least_25_micros_and_10_itos(opened: OpenMap) -> None:
    counts = opened.check(today=TODAY).counts

    assert counts["macro"] == 13
    assert counts["micro"] >= 25
    assert counts["ito"] >= 10


def test_every_micro_that_is_not_planned_has_8_to_25_steps(graph: MapGraph) -> None:
    sizes = {micro.id: len(micro.steps) for micro in graph.micros if not micro.is_planned}

    assert {micro: size for micro, size in sizes.items() if not 8 <= size <= 25} == {}


def test_every_state_of_a_document_is_shown(graph: MapGraph) -> None:
    states = Counter(micro.doc.status for micro in graph.micros if micro.doc)

    assert set(states) >= {Status.PLANNED, Status.DRAFT, Status.IN_VALIDATION, Status.VALIDATED, Status.PUBLISHED}
    assert states[Status.PUBLISHED] > sum(states.values()) / 2


def test_every_human_task_of_a_published_micro_is_instructed_by_exactly_one_ito(graph: MapGraph) -> None:
    instructed = Counter(step for ito in graph.itos for activity in ito.activities for step in activity.does)

    wrong = {task: instructed[task] for task in human_tasks(graph) if instructed[task] != 1}

    assert wrong == {}


def test_every_ito_instructs_tasks_of_its_own_role_only(graph: MapGraph) -> None:
    wrong = []
    for ito in graph.itos:
        for reference in (step for activity in ito.activities for step in activity.does):
            micro, _, step = reference.partition("/")
            flow = graph.flow(micro)
            if flow is None or flow.lanes.get(step) != ito.role:
                wrong.append((ito.id, reference))

    assert wrong == []


def test_no_instruction_sentence_stands_in_two_activities(graph: MapGraph) -> None:
    places: dict[str, list[str]] = {}
    for ito in graph.itos:
        for activity in ito.activities:
            for sentence in sentences(ito, activity.steps):
                places.setdefault(sentence, []).append(f"{ito.id}/{activity.id}")

    assert {sentence: where for sentence, where in places.items() if len(where) > 1} == {}


def test_commercial_and_non_commercial_areas_hand_over_to_each_other(graph: MapGraph) -> None:
    directions = {
        graph.is_commercial(handoff.source_area) for handoff in graph.handoffs if handoff.crosses_commercial_boundary
    }

    assert directions == {True, False}


def test_both_sides_of_every_handoff_agree(graph: MapGraph) -> None:
    wrong = []
    for handoff in graph.handoffs:
        target = graph.model(handoff.target_micro, Micro)
        if target and target.is_planned:
            continue
        flow = graph.flow(handoff.target_micro)
        start = flow.steps.get(handoff.target_start) if flow and handoff.target_start else None
        is_named = isinstance(start, StartStep) and {handoff.source, handoff.source_micro} & set(start.senders)
        if not is_named or set(start.receives) != set(handoff.sends):
            wrong.append((handoff.source, handoff.target))

    assert wrong == []


def test_regions_cover_each_federative_unit_exactly_once(graph: MapGraph) -> None:
    covered = Counter(uf for region in graph.all(Region) for uf in region.ufs)

    assert covered == Counter(FederativeUnit)
    assert all(region.team for region in graph.all(Region))


def test_regional_targets_add_up_to_the_national_one(graph: MapGraph) -> None:
    by_period: dict[tuple[str, str], list[Target]] = {}
    for target in graph.all(Target):
        if graph.model(target.kpi, Kpi).adds == "sum":
            by_period.setdefault((target.kpi, target.period), []).append(target)

    assert by_period
    for targets in by_period.values():
        national = [target.value for target in targets if target.region is None]
        regional = sum(target.value for target in targets if target.region)
        assert all(value == regional for value in national)


def test_organisation_shows_every_level_up_to_top_management(graph: MapGraph) -> None:
    assert {role.level for role in graph.all(Role)} == set(Level)
    assert [role.id for role in graph.all(Role) if role.reports_to is None] == ["ROL-PRE"]


def test_slas_are_promised_to_clients_between_areas_and_by_contract(graph: MapGraph) -> None:
    assert {sla.type for sla in graph.all(Sla)} == set(SlaType)


def test_systems_on_their_way_out_say_when_and_what_replaces_them(graph: MapGraph) -> None:
    old = [s for s in graph.all(System) if s.type in (SystemType.PAPER, SystemType.SPREADSHEET, SystemType.LEGACY)]

    assert old
    assert [system.id for system in old if not (system.sunset and system.replaced_by)] == []


def test_forums_are_weekly_with_top_management_and_minutes_that_fit(graph: MapGraph) -> None:
    forums = graph.all(Forum)

    assert len(forums) >= 3
    for forum in forums:
        assert forum.requires_executive
        assert forum.cadence.every == "week"
        assert forum.agenda


def test_the_discount_policy_is_a_decision_table(graph: MapGraph) -> None:
    policy = graph.model("POL-COM-001", Policy)

    assert policy is not None
    assert set(policy.inputs) == {"desconto", "vidas"}
    assert len(policy.rows) >= 4


def test_rollout_takes_twelve_weeks_in_three_phases(graph: MapGraph) -> None:
    assert [phase.weeks for phase in graph.all(Phase)] == [4, 4, 4]


def test_the_whole_sales_team_validated(graph: MapGraph) -> None:
    validated = {role for record in graph.all(Validation) for role in record.roles}

    assert {"ROL-EXE-PME", "ROL-SDR", "ROL-ADM-VEN", "ROL-GER-PME"} <= validated


def test_incentives_and_benefits_are_tied_to_kpis(graph: MapGraph) -> None:
    assert all(graph.model(incentive.kpi, Kpi) for incentive in graph.all(Incentive))
    assert all(graph.model(benefit.kpi, Kpi) for benefit in graph.all(Benefit))


def human_tasks(graph: MapGraph) -> Iterator[str]:
    for micro in graph.micros:
        if micro.doc is None or micro.doc.status is not Status.PUBLISHED:
            continue
        flow = graph.flow(micro.id)
        assert flow is not None
        for step in micro.steps:
            lane = flow.lanes[step.id] or ""
            if isinstance(step, TaskStep) and not step.automatic and lane.startswith("ROL-"):
                yield f"{micro.id}/{step.id}"


def sentences(ito: Ito, steps: tuple[str, ...]) -> Iterator[str]:
    for step in steps:
        for sentence in step.replace(";", ".").split(". "):
            text = " ".join(sentence.rstrip(".").casefold().split())
            if len(text.split()) > 2:
                yield text
