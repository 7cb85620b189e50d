"""What does not fit the schema is said in our words, at its place, once."""

import pytest

from processmap.diagnostics import Location, Part, Place, Position, Problem
from processmap.i18n import Language, load_texts
from processmap.loading import LoadedMap, from_text, load

MICRO = "processes/vendas/MIC-VEN-010.yaml"
HEAD = "kind: micro\nid: MIC-VEN-010\nname: X\nmacro: MAC-VEN\nowner: ROL-A\n"
ROLE = "roles:\n  - {id: ROL-A, name: A, area: ARE-A, level: "
FORM = "kind: form\nid: FRM-A\nname: X\nchannel: web\nfields: []\n"
CATALOGUE = "processes/catalog/"


def one_line(problem: Problem) -> tuple[str, str, int, int]:
    assert isinstance(problem.at, Place)
    start = problem.at.span.start
    return problem.code, problem.message.key.partition(".")[2], start.line, start.column


def loaded(path: str, text: str) -> LoadedMap:
    return load([from_text(path, text)])


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (MICRO, HEAD + "zzz: x\n", ("PM101", "message", 6, 1)),
        (MICRO, HEAD + "foo:\n", ("PM101", "message", 6, 1)),
        (CATALOGUE + "kpis.yaml", "kpi:\n  - {id: KPI-A}\n", ("PM101", "message", 1, 1)),
        (MICRO, HEAD.replace("owner: ROL-A\n", ""), ("PM102", "message", 2, 5)),
        (MICRO, HEAD + "end_to_end: {sla: SLA-A}\n", ("PM102", "message", 6, 14)),
        (CATALOGUE + "glossary.yaml", "glossary:\n  - {term: a}\n", ("PM102", "message", 2, 6)),
        (MICRO, HEAD.replace("owner: ROL-A", "owner:"), ("PM102", "empty", 5, 1)),
        (MICRO, HEAD + "purpose:\n", ("PM102", "empty", 6, 1)),
        (MICRO, HEAD + "lanes:\n  - ROL-A\n  -\n", ("PM102", "empty_item", 8, 4)),
        (MICRO, HEAD + "steps:\n  -\n", ("PM102", "empty_item", 7, 4)),
        (MICRO, HEAD + "steps:\n  - {id: N10, note: a}\n", ("PM102", "message", 7, 10)),
        (MICRO, HEAD + "steps:\n  - {id: T10, lane: ROL-A}\n", ("PM103", "step_without_kind", 7, 5)),
        (MICRO, HEAD + "steps:\n  - {id: T10, task: a, wait: b}\n", ("PM103", "step_with_several_kinds", 7, 5)),
        (MICRO, HEAD + "steps:\n  - T10\n", ("PM103", "step_not_mapping", 7, 5)),
        (MICRO, HEAD + "steps:\n  - {id: T10, task: Conferir, revisar}\n", ("PM103", "cut_in_braces", 7, 31)),
        (
            CATALOGUE + "benefits.yaml",
            "benefits:\n  - {id: BEN-1, name: N, kpi: KPI-A, baseline: 0,35, target: 1}\n",
            ("PM103", "cut_in_braces", 2, 50),
        ),
        (MICRO, HEAD + "lanes: ROL-A\n", ("PM103", "form.list", 6, 8)),
        (MICRO, HEAD + "doc: publicado\n", ("PM103", "form.mapping", 6, 6)),
        (MICRO, HEAD + "purpose: {a: b}\n", ("PM103", "form.text", 6, 10)),
        (MICRO, HEAD + 'purpose: ""\n', ("PM103", "form.filled_text", 6, 10)),
        (MICRO, HEAD + "end_to_end: {max: 12:30}\n", ("PM103", "form.duration", 6, 19)),
        (MICRO, HEAD + "end_to_end: {max: 1.000 h}\n", ("PM103", "form.thousand_or_decimal", 6, 19)),
        (MICRO, HEAD + "doc: {effective: 2024-02-30}\n", ("PM103", "form.existing_date", 6, 18)),
        (MICRO, HEAD + "doc: {effective: 30/02/2024}\n", ("PM103", "form.date", 6, 18)),
        ("itos/roles.yaml", ROLE + "operational, headcount: 1_000}\n", ("PM103", "form.integer", 2, 70)),
        ("itos/roles.yaml", ROLE + "operational, headcount: 0x1F}\n", ("PM103", "form.integer", 2, 70)),
        ("itos/roles.yaml", ROLE + "operational, headcount: 1e3}\n", ("PM103", "form.integer", 2, 70)),
        ("itos/roles.yaml", ROLE + "operational, headcount: 1.000}\n", ("PM103", "form.thousand_or_decimal", 2, 70)),
        ("itos/roles.yaml", ROLE + "operational, critical: yes}\n", ("PM103", "form.boolean", 2, 69)),
        ("itos/roles.yaml", ROLE + "operacional}\n", ("PM103", "choice", 2, 46)),
        (
            CATALOGUE + "controls.yaml",
            "controls:\n  - {id: CTL-1, name: x, frequency: mensal}\n",
            ("PM103", "choice", 2, 37),
        ),
        (MICRO, HEAD.replace("kind: micro", "kind: mikro"), ("PM103", "kind", 1, 7)),
        ("processes/x.yaml", "- a\n", ("PM103", "file", 1, 1)),
        (CATALOGUE + "kpis.yaml", "kpis: x\n", ("PM103", "form.list", 1, 7)),
        (CATALOGUE + "kpis.yaml", "kpis:\n  - x\n", ("PM103", "form.mapping", 2, 5)),
        (MICRO, HEAD.replace("ROL-A", "rol-a"), ("PM104", "message", 5, 8)),
        (MICRO, HEAD + "steps:\n  - {id: t10, task: a}\n", ("PM104", "message", 7, 10)),
        (MICRO, HEAD + "steps:\n  - id: S10\n    start: a\n    from: [x]\n", ("PM104", "message", 9, 12)),
        (
            CATALOGUE + "regions.yaml",
            "regions:\n  - {id: REG-A, name: x, team: {rol: 2}}\n",
            ("PM104", "message", 2, 33),
        ),
        (CATALOGUE + "controls.yaml", "controls:\n  - {id: KPI-1, name: x}\n", ("PM104", "prefix", 2, 10)),
        ("processes/vendas/MIC-VEN-0101.yaml", HEAD, ("PM007", "name", 2, 5)),
        ("itos/MIC-VEN-010.yaml", HEAD, ("PM007", "folder", 2, 5)),
        (CATALOGUE + "MIC-VEN-010.yaml", HEAD, ("PM007", "folder", 2, 5)),
        ("processes/roles.yaml", ROLE + "operational}\n", ("PM007", "catalogue", 1, 1)),
        ("itos/areas.yaml", "areas: []\n", ("PM007", "catalogue", 1, 1)),
        ("itos/FRM-A.yaml", FORM, ("PM007", "folder", 2, 5)),
        ("processes/notes.yaml", "foo: bar\n", ("PM007", "unknown", 1, 1)),
        ("processes/vendas/map.yaml", "kind: map\nclient: X\ntitle: T\n", ("PM007", "folder", 1, 7)),
        (
            "processes/map.yaml",
            "client: X\ntitle: T\nchecks: {segregation: [{not_both: [MIC-A-1/T10]}]}\n",
            ("PM103", "form.pair", 3, 35),
        ),
    ],
)
def test_each_mistake_is_reported_once_at_its_place(path: str, text: str, expected: tuple[str, str, int, int]) -> None:
    problems = loaded(path, text).problems

    assert [one_line(problem) for problem in problems] == [expected]
    for language in Language:
        texts = load_texts("findings", language)
        for message in (problems[0].message, problems[0].hint):
            assert message is None or texts.render(message)


def test_an_alias_is_reported_once_although_it_has_no_value() -> None:
    found = loaded(MICRO, HEAD.replace("name: X", "name: &n X").replace("ROL-A", "*n"))

    assert [problem.code for problem in found.problems] == ["PM004", "PM004"]


def test_a_mistyped_key_comes_with_its_repair() -> None:
    text = HEAD + "pourpose: x\n"

    (problem,) = loaded(MICRO, text).problems

    assert problem.edit is not None
    assert text[problem.edit.start : problem.edit.end] == "pourpose"
    assert problem.edit.replacement == "purpose"


def test_a_text_with_a_colon_in_a_list_gets_the_hint_on_quotes() -> None:
    text = (
        "kind: ito\nid: ITO-A\nname: X\nrole: ROL-A\nactivities:\n  - id: A10\n    name: N\n"
        "    does: [MIC-A-010/T10]\n    steps:\n      - Atenção: conferir\n"
    )

    (problem,) = loaded("itos/ITO-A.yaml", text).problems

    assert one_line(problem) == ("PM103", "form.text", 10, 9)
    assert problem.hint is not None
    assert problem.hint.key == "PM103.quotes_hint"


def test_an_element_that_breaks_the_schema_keeps_its_id_and_kind() -> None:
    found = loaded(MICRO, HEAD + "colour: blue\n")

    (element,) = found.definitions
    assert (element.id, element.kind.name, element.model) == ("MIC-VEN-010", "MICRO", None)


def test_one_broken_entry_leaves_the_others_of_its_catalogue_alone() -> None:
    entries = ["{id: SYS-A, name: A, type: crm}", "{id: SYS-B, type: crm}", "{id: SYS-C, name: C, type: erp}"]
    text = "systems:\n" + "".join(f"  - {entry}\n" for entry in entries)

    found = loaded(CATALOGUE + "systems.yaml", text)

    assert [(element.id, element.model is not None) for element in found.definitions] == [
        ("SYS-A", True),
        ("SYS-B", False),
        ("SYS-C", True),
    ]
    assert [one_line(problem) for problem in found.problems] == [("PM102", "message", 3, 10)]


def test_of_two_definitions_the_first_counts_and_both_have_a_place() -> None:
    text = "systems:\n  - {id: SYS-A, name: A, type: crm}\n  - {id: SYS-A, name: B, type: erp}\n"

    found = loaded(CATALOGUE + "systems.yaml", text)

    assert getattr(found.elements["SYS-A"].model, "name", None) == "A"
    assert [found.place_of(element).span.start.line for element in found.definitions] == [2, 3]


def test_a_location_in_the_model_is_found_in_its_file() -> None:
    found = loaded(MICRO, HEAD + "steps:\n  - {id: T20, task: A, lane: ROL-A}\n")

    place = found.place(Location("MIC-VEN-010", ("steps", 0, "lane"), Part.KEY))

    assert (place.path, place.span.start) == (MICRO, Position(7, 24))
    assert found.place(Location("MIC-VEN-010")).span.start == Position(2, 5)


def test_a_file_that_is_no_yaml_defines_nothing_and_is_listed() -> None:
    found = loaded(MICRO, HEAD + "purpose: Fase 1: início\n")

    assert found.unparsed == (MICRO,)
    assert found.definitions == ()
    assert [one_line(problem) for problem in found.problems] == [("PM001", "colon", 6, 16)]


def test_loading_gives_the_garbage_collector_back_as_it_was() -> None:
    import gc

    gc.enable()
    loaded(MICRO, HEAD)

    assert gc.isenabled()
