"""PM105 to PM109 beyond the examples of their pages."""

from collections.abc import Callable, Mapping

import pytest

from processmap.diagnostics import Finding
from processmap.rules.nearest import guess

LinesOf = Callable[[Mapping[str, bytes | str]], list[str]]
FindingsOf = Callable[[Mapping[str, bytes | str]], tuple[Finding, ...]]

_MICRO = "processes/vendas/MIC-VEN-030.yaml"
_HEAD = "kind: micro\nid: MIC-VEN-030\nname: Trocar cesta\nmacro: MAC-VEN\nowner: ROL-GER-VEN\n"
_PLANNED = "doc: {status: planned}\n"


def test_a_slip_of_the_pen_comes_with_a_fix_that_replaces_the_id_alone(findings_of: FindingsOf) -> None:
    text = _HEAD.replace("ROL-GER-VEN", '"ROL-GER-VENN"  # gerente') + _PLANNED

    (finding,) = findings_of({_MICRO: text})

    assert finding.hint is not None
    assert dict(finding.hint.parameters)["nearest"].startswith("ROL-GER-VEN")
    assert finding.fix is not None
    edit = finding.fix.edit
    assert (
        text[: edit.start] + edit.replacement + text[edit.end :]
        == _HEAD.replace("ROL-GER-VEN", '"ROL-GER-VEN"  # gerente') + _PLANNED
    )


def test_an_id_with_another_number_is_offered_but_never_put_in() -> None:
    found = guess("MIC-VEN-040", ["MIC-VEN-010", "MIC-VEN-020", "SYS-CRM"])

    assert found.candidates == ("MIC-VEN-020", "MIC-VEN-010")
    assert found.certain is None


def test_two_ids_equally_near_are_offered_and_none_is_put_in() -> None:
    assert guess("ROL-GER-VEM", ["ROL-GER-VEN", "ROL-GER-VET"]).certain is None


def test_a_file_that_is_no_yaml_causes_no_dangling_references(lines_of: LinesOf) -> None:
    lines = lines_of({"processes/vendas/MIC-VEN-020.yaml": 'kind: micro\nid: "MIC-VEN-020\n'})

    assert [line.split()[2] for line in lines] == ["PM001"]


def test_a_catalogue_that_cannot_be_read_causes_no_dangling_references(lines_of: LinesOf) -> None:
    lines = lines_of({"processes/catalog/documents.yaml": b"# too large\n" * 200_000})

    assert [line.split()[2] for line in lines] == ["PM008"]


def test_an_element_that_breaks_the_schema_still_uses_what_it_names(lines_of: LinesOf) -> None:
    lines = lines_of(
        {
            "processes/catalog/systems-erp.yaml": "systems:\n  - {id: SYS-ERP, name: ERP, type: erp}\n",
            _MICRO: _HEAD + "colour: blue\nsteps:\n  - {id: T20, task: Lançar, lane: ROL-VENDEDOR, system: SYS-ERP}\n",
        }
    )

    assert [line.split()[2] for line in lines] == ["PM101"]


def test_a_plan_may_name_another_plan(lines_of: LinesOf) -> None:
    macro = "kind: macro\nid: MAC-POS\nname: Cuidar do cliente\nclass: core\narea: ARE-VEN\nowner: ROL-GER-VEN\n"
    micro = _HEAD.replace("MAC-VEN", "MAC-POS") + _PLANNED

    lines = lines_of(
        {"processes/pos/MAC-POS.yaml": f"{macro}order: 20\npurpose: Ouvir o cliente.\n{_PLANNED}", _MICRO: micro}
    )

    assert lines == []


@pytest.mark.parametrize("status", ["draft", "in_validation", "validated", "published"])
def test_a_dangling_reference_is_an_error_in_every_state(lines_of: LinesOf, status: str) -> None:
    catalogue = f"documents:\n  - {{id: DOC-NOVO, name: Novo, type: other, owner: ROL-X-Y, status: {status}}}\n"

    lines = lines_of({"processes/catalog/documents-novos.yaml": catalogue})

    assert "processes/catalog/documents-novos.yaml:2:52: error PM106" in "\n".join(lines)


def test_what_is_retired_is_not_checked_and_not_missed(lines_of: LinesOf) -> None:
    catalogue = "documents:\n  - {id: DOC-VELHO, name: Velho, type: other, owner: ROL-X-Y, status: retired}\n"

    assert lines_of({"processes/catalog/documents-velhos.yaml": catalogue}) == []


def test_a_mention_by_something_retired_does_not_count_as_use(lines_of: LinesOf) -> None:
    catalogue = "documents:\n  - {id: DOC-VELHO, name: Velho, type: other, form: FRM-VEN-002, status: retired}\n"
    form = "kind: form\nid: FRM-VEN-002\nname: Troca\nchannel: web\nfields:\n  - {name: a, label: A, type: text}\n"

    lines = lines_of({"processes/catalog/documents-velhos.yaml": catalogue, "processes/forms/FRM-VEN-002.yaml": form})

    assert lines == [
        (
            "processes/forms/FRM-VEN-002.yaml:2:5: warning PM109 "
            "FRM-VEN-002 (Troca) is used nowhere: nothing in the map refers to it."
        )
    ]


def test_every_further_definition_of_an_id_is_reported_against_the_first(findings_of: FindingsOf) -> None:
    catalogue = "externals:\n  - {id: EXT-CLIENTE, name: Cliente B}\n  - {id: EXT-CLIENTE, name: Cliente C}\n"

    findings = findings_of({"processes/catalog/parceiros.yaml": catalogue})

    assert [(f.code, f.place.path, f.place.span.start.line) for f in findings] == [
        ("PM105", "processes/catalog/parceiros.yaml", 2),
        ("PM105", "processes/catalog/parceiros.yaml", 3),
    ]
    assert {f.related[0].place.path for f in findings} == {"processes/catalog/externals.yaml"}


def test_parts_of_itos_and_forms_have_ids_of_their_own(lines_of: LinesOf) -> None:
    form = (
        "kind: form\nid: FRM-VEN-001\nname: Pedido registrado\nchannel: web\nowner: ROL-GER-VEN\nfields:\n"
        "  - {name: desconto, label: Desconto, type: percent}\n  - {name: desconto, label: Desconto 2, type: percent}\n"
    )

    assert lines_of({"processes/forms/FRM-VEN-001.yaml": form}) == [
        (
            "processes/forms/FRM-VEN-001.yaml:8:12: error PM105 desconto stands twice in FRM-VEN-001 "
            '(Pedido registrado): for "Desconto 2" here and for "Desconto" further up.'
        )
    ]


def test_an_output_of_a_policy_and_a_field_of_a_form_must_exist(lines_of: LinesOf) -> None:
    policies = (
        "policies:\n  - id: POL-VEN-002\n    name: Trocas\n    type: guideline\n"
        "    inputs:\n      valor: {field: FRM-VEN-001.valor, domain: 0..10}\n"
    )
    steps = (
        "policies: [POL-VEN-002]\nsteps:\n"
        "  - {id: S10, start: Cliente pede troca, lane: ROL-VENDEDOR, from: [EXT-CLIENTE]}\n"
        "  - id: G20\n    choice: Quem autoriza?\n    decision: POL-VEN-001/poder\n"
        "    paths:\n      - {when: A, to: E90}\n      - {when: B, to: E99}\n"
        "  - {id: E90, end: Feita}\n  - {id: E99, end: Recusada}\n"
    )

    assert lines_of({"processes/catalog/policies-trocas.yaml": policies, _MICRO: _HEAD + steps}) == [
        (
            'processes/catalog/policies-trocas.yaml:6:22: error PM106 POL-VEN-002 (Trocas) names field "valor" of '
            'FRM-VEN-001 (Pedido registrado) under "field", but this form has no such field.'
        ),
        (
            "processes/vendas/MIC-VEN-030.yaml:11:15: error PM106 MIC-VEN-030/G20 (Quem autoriza?) names output "
            '"poder" of POL-VEN-001 (Alçadas de desconto) under "decision", but this policy has no such output.'
        ),
    ]
