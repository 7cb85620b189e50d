"""PM806 to PM808 beyond the examples of their pages."""

from collections.abc import Callable

import pytest

Lines = Callable[..., list[str]]
Found = Callable[[str], list[str]]

_ALL = "AC, AL, AM, AP, BA, CE, DF, ES, GO, MA, MG, MS, MT, PA, PB, PE, PI, PR, RJ, RN, RO, RR, RS, SC, SE, SP, TO"


@pytest.fixture
def found(lines_of: Lines) -> Found:
    """Checks one more catalogue; returns what PM8 finds, without the file."""

    def check(text: str) -> list[str]:
        key = text.split(":", 1)[0]
        return [line.split(":", 1)[1] for line in lines_of({f"processes/catalog/{key}.yaml": text}, "8")]

    return check


def _region(name: str, places: str, *, more: str = "") -> str:
    return f"  - {{id: REG-{name}, name: {name}, {places}, team: {{ROL-VENDEDOR: 1}}{more}}}\n"


def test_regions_of_cities_need_not_cover_the_country(found: Found) -> None:
    regions = _region("A", "cities: [Campinas/SP]") + _region("B", "cities: [Santos/SP, Jundiaí]")

    assert found(f"regions:\n{regions}") == []


def test_a_unit_split_by_cities_is_covered_and_a_city_in_a_whole_unit_is_not_free(found: Found) -> None:
    north = _region("A", f"ufs: [{_ALL.replace(', SP', '')}]")

    assert found(f"regions:\n{north}" + _region("B", "cities: [Campinas/SP]")) == []
    assert found(f"regions:\n{north}" + _region("B", "cities: [Campinas / sp, Niterói/RJ]")) == [
        (
            "3:50: error PM806 Niterói/RJ belongs to two regions: REG-B (B) names the city, and REG-A (A) covers its "
            "whole federative unit."
        )
    ]


def test_the_same_city_twice_is_found_however_it_is_spaced(found: Found) -> None:
    regions = _region("A", "cities: [Campinas/SP]") + _region("B", "cities: [campinas / SP]")

    assert found(f"regions:\n{regions}") == [
        "3:35: error PM806 campinas / SP belongs to two regions: REG-A (A) and REG-B (B)."
    ]


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("published", "published", "error"),
        ("published", "draft", "warning"),
        ("validated", "validated", "warning"),
        ("draft", "draft", "warning"),
        ("in_validation", "draft", "warning"),
    ],
)
def test_a_missing_unit_is_a_warning_until_all_regions_are_published(
    found: Found, first: str, second: str, severity: str
) -> None:
    regions = _region("A", "ufs: [SP]", more=f", status: {first}")
    regions += _region("B", f"ufs: [{_ALL.replace(', SP', '').replace(', TO', '')}]", more=f", status: {second}")

    assert found(f"regions:\n{regions}") == [f"2:31: {severity} PM806 No region covers TO: nobody sells there."]


def test_no_unit_is_called_missing_while_a_region_cannot_be_read(lines_of: Lines) -> None:
    regions = _region("A", "ufs: [SP]") + _region("B", "ufs: [XX]")

    lines = lines_of({"processes/catalog/regions.yaml": f"regions:\n{regions}"}, "018")

    assert [line.split()[2] for line in lines] == ["PM103"]


def _incentive(tiers: str, *, more: str = "", kpi: str = "KPI-VEN-001") -> str:
    return (
        f"incentives:\n  - id: INC-1\n    name: Prêmio\n    kpi: {kpi}\n    eligible: [ROL-VENDEDOR]\n{more}"
        f"    tiers:\n{tiers}"
    )


_TIER = "      - {from: 80%, to: 100%, pays: 50%}\n"


@pytest.mark.parametrize(
    ("tier", "expected"),
    [
        (
            "{from: 70%, pays: 60%}",
            "The tiers of {} are out of order: the one from 70% comes after the one from 80%.",
        ),
        ("{from: 90%, pays: 60%}", "Two tiers of {} hold between 90% and 100%."),
        (
            "{from: 110%, pays: 60%}",
            "Nobody knows what {} pays between 100% and 110%: one tier ends and the next begins only later.",
        ),
        ("{from: 100%, pays: 40%}", "{} pays 40% for more attainment and 50% for less: reaching more costs money."),
        ("{from: 100%, to: 100%, pays: 60%}", "A tier of {} goes from 100% to 100%: it holds no attainment at all."),
    ],
)
def test_a_tier_that_does_not_follow_the_one_before(found: Found, tier: str, expected: str) -> None:
    assert found(_incentive(f"{_TIER}      - {tier}\n")) == [
        f"8:9: error PM807 {expected.replace('{}', 'INC-1 (Prêmio)')}"
    ]


def test_only_the_last_tier_is_open(found: Found) -> None:
    tiers = "      - {from: 80%, pays: 50%}\n      - {from: 100%, pays: 100%}\n"

    assert found(_incentive(tiers)) == [
        '8:9: error PM807 The tier of INC-1 (Prêmio) from 80% has no "to", although another follows from 100%.'
    ]


def test_an_incentive_rests_on_a_target_of_its_kpi_or_of_its_region(lines_of: Lines) -> None:
    kpis = (
        "kpis:\n  - {id: KPI-VEN-001, name: Um, type: outcome, unit: count, better: up, shown_in: [FOR-VENDAS],"
        " anchors: [MIC-VEN-010/E90]}\n"
        "  - {id: KPI-VEN-002, name: Dois, type: time, unit: bd, better: down, anchors: [MIC-VEN-010/T20]}\n"
    )
    files = {
        "processes/catalog/kpis.yaml": kpis,
        "processes/catalog/incentives.yaml": _incentive(_TIER, more="    region: REG-A\n"),
        "processes/catalog/regions.yaml": "regions:\n" + _region("A", "cities: [A]") + _region("B", "cities: [B]"),
    }
    target = "targets:\n  - {{id: TGT-1, kpi: KPI-VEN-001, period: 2026-Q4, value: 5{}}}\n"

    def codes(more: str | None) -> list[str]:
        targets = {} if more is None else {"processes/catalog/targets.yaml": target.format(more)}
        return [line.split(": ", 1)[1] for line in lines_of({**files, **targets}, "8")]

    missing = [
        (
            "error PM807 INC-1 (Prêmio) pays by the attainment of KPI-VEN-001 (Um), but no target says what full "
            "attainment is."
        )
    ]
    assert codes(None) == missing
    assert codes(", region: REG-B") == missing
    assert codes(", region: REG-A") == []
    assert codes("") == []


_SHOWN = """forums:
  - id: FOR-VENDAS
    name: V
    cadence: {every: week}
    chair: ROL-DIR
    agenda: [{topic: X, minutes: 1, kpi: KPI-VEN-001}, {topic: Y, minutes: 1, kpi: KPI-VEN-002}]
"""


def _forums(*cadences: str) -> str:
    return _SHOWN + "".join(
        f"  - {{id: FOR-{number}, name: F, cadence: {{{cadence}}}, chair: ROL-GER-VEN, members: [ROL-GER-ENT]}}\n"
        for number, cadence in enumerate(cadences)
    )


_MONDAY = 'every: week, weekday: monday, time: "09:00", length: 1 h'


@pytest.mark.parametrize(
    "other",
    [
        'every: week, weekday: monday, time: "09:59"',
        'every: fortnight, weekday: monday, time: "08:30", length: 31 min',
        'every: day, time: "09:30", length: 15 min',
        'every: month, weekday: monday, time: "09:00"',
    ],
)
def test_forums_that_are_certain_to_sit_at_the_same_time(found: Found, other: str) -> None:
    lines = found(_forums(_MONDAY, other))

    assert [line.split(" PM808 ")[1] for line in lines] == [
        f"{role} takes part in FOR-1 (F) and in FOR-0 (F), which sit at the same time."
        for role in ("ROL-GER-ENT (Gerente de entregas)", "ROL-GER-VEN (Gerente de vendas)")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_MONDAY, 'every: week, weekday: monday, time: "10:00"'),
        (_MONDAY, 'every: week, weekday: tuesday, time: "09:00"'),
        (_MONDAY, "every: week, weekday: monday"),
        (_MONDAY, 'every: month, day: 1 bd, time: "09:00"'),
        (_MONDAY, 'every: day, time: "10:00"'),
        (_MONDAY.replace("week,", "fortnight,"), _MONDAY.replace("week,", "fortnight,")),
        (_MONDAY.replace("length: 1 h", "length: 1 bd"), 'every: week, weekday: monday, time: "09:30"'),
    ],
)
def test_forums_that_need_not_collide(found: Found, one: str, other: str) -> None:
    assert found(_forums(one, other)) == []


def test_monthly_forums_on_the_same_day_of_the_month_collide(found: Found) -> None:
    cadence = 'every: month, day: 1 bd, time: "09:00", length: 1 h'

    assert len(found(_forums(cadence, cadence))) == 2


def test_a_role_of_several_people_may_split_up(lines_of: Lines, base_map: dict[str, bytes]) -> None:
    roles = base_map["itos/roles.yaml"].decode()
    many = roles.replace("level: manager}", "level: manager, headcount: 2}")
    files = {"itos/roles.yaml": many, "processes/catalog/forums.yaml": _forums(_MONDAY, _MONDAY)}

    assert lines_of(files, "8") == []


def test_nobody_is_called_missing_where_a_role_is_unknown(found: Found) -> None:
    forum = "  - {id: FOR-9, name: F, cadence: {every: week}, chair: ROL-DIR, members: [], requires_executive: true}\n"
    manager = forum.replace("ROL-DIR", "ROL-GER-VEN")

    assert found(_SHOWN + forum) == []
    assert found(_SHOWN + manager.replace("[]", "[ROL-NADA]")) == []
    assert [line.split()[2] for line in found(_SHOWN + manager)] == ["PM808"]
