"""PM4 beyond the examples of its pages: who is named, what is left alone, and how strict a contract of two sides is."""

from collections.abc import Callable

import pytest

from processmap.diagnostics import Finding

LinesOf = Callable[..., list[str]]
FindingsOf = Callable[..., tuple[Finding, ...]]

_FOLDER = "processes/vendas/"
_SENDER, _RECEIVER = f"{_FOLDER}MIC-VEN-030.yaml", f"{_FOLDER}MIC-VEN-040.yaml"
_HANDOFF = "sends: [FRM-VEN-001], returns: [DOC-RECIBO], ola: SLA-ENT-001"
_START = "from: [MIC-VEN-030], receives: [FRM-VEN-001]"


def _sender(handoff: str = _HANDOFF, *, target: str = "MIC-VEN-040", doc: str = "published", head: str = "") -> str:
    return (
        f"kind: micro\nid: MIC-VEN-030\nname: Trocar cesta\nmacro: MAC-VEN\nowner: ROL-GER-VEN\n{head}"
        f"doc: {{status: {doc}}}\nsteps:\n"
        "  - {id: S10, start: Cliente pede troca, lane: ROL-VENDEDOR, from: [EXT-CLIENTE]}\n"
        "  - {id: T20, task: Registrar troca, lane: ROL-VENDEDOR, out: [FRM-VEN-001]}\n"
        f"  - {{id: H30, handoff: Pedir recolhimento, lane: ROL-VENDEDOR, to_process: {target}, {handoff}}}\n"
        "  - {id: E90, end: Troca combinada}\n"
    )


def _receiver(
    start: str = _START, *, end: str = ", returns: [DOC-RECIBO]", doc: str = "published", more: str = ""
) -> str:
    return (
        "kind: micro\nid: MIC-VEN-040\nname: Recolher cesta\nmacro: MAC-VEN\nowner: ROL-GER-ENT\n"
        f"doc: {{status: {doc}}}\nsteps:\n"
        f"  - {{id: S10, start: Recolhimento pedido, lane: ROL-ENTREGADOR, {start}}}\n"
        "  - {id: T20, task: Recolher cesta, lane: ROL-ENTREGADOR, out: [DOC-RECIBO]}\n"
        f"  - {{id: E90, end: Cesta recolhida{end}}}\n{more}"
    )


def _pair(sender: str, receiver: str) -> dict[str, str]:
    return {_SENDER: sender, _RECEIVER: receiver}


def _short(lines: list[str]) -> list[str]:
    return [" ".join(line.removeprefix(_FOLDER).split()[:3]) for line in lines]


def test_a_hand_off_that_both_sides_know_has_no_finding(lines_of: LinesOf) -> None:
    assert lines_of(_pair(_sender(), _receiver()), "0124") == []


@pytest.mark.parametrize(
    ("sender", "receiver", "severity"),
    [
        ("published", "published", "error"),
        ("draft", "published", "warning"),
        ("published", "in_validation", "warning"),
        ("published", "draft", "warning"),
    ],
)
def test_the_less_advanced_side_decides_how_strict_a_contract_is(
    lines_of: LinesOf, sender: str, receiver: str, severity: str
) -> None:
    files = _pair(_sender(doc=sender), _receiver(end="", doc=receiver))

    assert _short(lines_of(files, "4")) == [f"MIC-VEN-030.yaml:10:121: {severity} PM403"]


@pytest.mark.parametrize("status", ["planned", "retired"])
def test_nothing_is_asked_of_a_process_that_is_not_in_use(lines_of: LinesOf, status: str) -> None:
    assert lines_of(_pair(_sender(), _receiver(end="", doc=status)), "4") == []


def test_both_places_of_a_one_sided_hand_off_are_shown(findings_of: FindingsOf) -> None:
    found = findings_of(_pair(_sender(), _receiver("receives: [FRM-VEN-001]")))

    (finding,) = [finding for finding in found if finding.code == "PM401"]

    assert finding.element == "MIC-VEN-030/H30"
    assert [(related.place.path, related.place.span.start.line) for related in finding.related] == [(_RECEIVER, 8)]


def test_a_sender_that_picks_the_wrong_start_is_told_the_right_one(lines_of: LinesOf) -> None:
    other = "  - {id: S15, start: Outro, lane: ROL-ENTREGADOR, from: [EXT-CLIENTE], receives: [FRM-VEN-001], to: T20}\n"
    files = _pair(_sender(target="MIC-VEN-040/S15"), _receiver(more=other))

    assert lines_of(files, "4") == [
        (
            f"{_SENDER}:10:76: error PM401 MIC-VEN-030/H30 (Pedir recolhimento) hands FRM-VEN-001 (Pedido "
            "registrado) over to MIC-VEN-040/S15 (Outro), but it is MIC-VEN-040/S10 (Recolhimento pedido) that expects "
            "the sender."
        )
    ]


@pytest.mark.parametrize(
    ("target", "code"), [("MIC-VEN-049", "PM106"), ("MIC-VEN-040/S99", "PM106"), ("MIC-VEN-040/T20", "PM107")]
)
def test_a_target_that_is_no_start_is_one_finding(lines_of: LinesOf, target: str, code: str) -> None:
    assert [line.split()[2] for line in lines_of(_pair(_sender(target=target), _receiver()), "14")] == [code]


def test_a_document_that_the_start_forgets_to_receive_is_not_missing_as_well(lines_of: LinesOf) -> None:
    needing = _receiver("from: [MIC-VEN-030]").replace("out: [DOC-RECIBO]", "in: [FRM-VEN-001], out: [DOC-RECIBO]")

    assert _short(lines_of(_pair(_sender(), needing), "4")) == ["MIC-VEN-030.yaml:10:89: error PM402"]


def test_if_all_senders_agree_the_start_is_wrong(lines_of: LinesOf) -> None:
    second = _sender().replace("MIC-VEN-030", "MIC-VEN-050")
    receiver = _receiver("from: [MIC-VEN-030, MIC-VEN-050], receives: [DOC-PEDIDO]")
    files = _pair(_sender(), receiver) | {f"{_FOLDER}MIC-VEN-050.yaml": second}

    assert lines_of(files, "4") == [
        (
            f"{_RECEIVER}:8:99: error PM402 MIC-VEN-030/H30 (Pedir recolhimento), MIC-VEN-050/H30 "
            "(Pedir recolhimento) hands over FRM-VEN-001 (Pedido registrado), but "
            "MIC-VEN-040/S10 (Recolhimento pedido) counts on DOC-PEDIDO (Pedido do cliente)."
        )
    ]


def test_what_is_given_back_has_to_be_taken(lines_of: LinesOf) -> None:
    files = _pair(_sender(), _receiver(end=", returns: [DOC-RECIBO, FRM-VEN-001]"))

    assert lines_of(files, "4") == [
        (
            f"{_SENDER}:10:120: error PM402 MIC-VEN-040/E90 (Cesta recolhida) gives back FRM-VEN-001 "
            "(Pedido registrado), which MIC-VEN-030/H30 (Pedir recolhimento) does not take back."
        )
    ]


def test_an_end_cannot_give_back_what_nobody_made(lines_of: LinesOf) -> None:
    receiver = _receiver().replace(", out: [DOC-RECIBO]", "")

    assert lines_of(_pair(_sender(), receiver), "4") == [
        (
            f"{_RECEIVER}:10:47: error PM403 MIC-VEN-040/E90 (Cesta recolhida) gives back DOC-RECIBO "
            "(Recibo de entrega), but nothing on the way to it makes it."
        )
    ]


def test_a_promise_to_clients_is_no_ola(lines_of: LinesOf) -> None:
    files = _pair(_sender(_HANDOFF.replace("SLA-ENT-001", "SLA-VEN-001")), _receiver())

    assert _short(lines_of(files, "4")) == ["MIC-VEN-030.yaml:10:139: error PM404"]


def test_a_standing_document_is_read_and_not_taken_in(findings_of: FindingsOf) -> None:
    documents = "documents:\n  - {id: DOC-TABELA, name: Tabela, type: list, standing: true}\n"
    sender = _sender().replace("out: [FRM-VEN-001]", "in: [DOC-TABELA], out: [FRM-VEN-001]")
    found = findings_of(_pair(sender, _receiver()) | {"processes/catalog/documents-tabela.yaml": documents})

    (finding,) = [finding for finding in found if finding.code == "PM405"]

    assert finding.hint is not None
    assert finding.hint.key == "PM405.hint_standing"
    read = sender.replace("in: [DOC-TABELA]", "reads: [DOC-TABELA]")
    after = findings_of(_pair(read, _receiver()) | {"processes/catalog/documents-tabela.yaml": documents})
    assert [finding.code for finding in after if finding.code[2] == "4"] == []


def test_a_document_that_nobody_makes_is_reported_once_with_its_readers(findings_of: FindingsOf) -> None:
    documents = "documents:\n  - {id: DOC-NORMA, name: Norma, type: rule}\n"
    sender = _sender().replace("out: [FRM-VEN-001]", "reads: [DOC-NORMA], out: [FRM-VEN-001]")
    receiver = _receiver().replace("out: [DOC-RECIBO]", "reads: [DOC-NORMA], out: [DOC-RECIBO]")
    found = findings_of(_pair(sender, receiver) | {"processes/catalog/documents-norma.yaml": documents})

    (finding,) = [finding for finding in found if finding.code == "PM405"]

    assert finding.element == "MIC-VEN-030/T20"
    assert [related.place.path for related in finding.related] == [_RECEIVER, "processes/catalog/documents-norma.yaml"]


def test_a_draft_flow_on_paper_is_work_in_progress(lines_of: LinesOf) -> None:
    systems = "systems:\n  - {id: SYS-CADERNO, name: Caderno, type: spreadsheet}\n"
    files = {"processes/catalog/systems-papel.yaml": systems}
    on_paper = _sender().replace("out: [FRM-VEN-001]", "system: SYS-CADERNO, out: [FRM-VEN-001]")
    draft = on_paper.replace("status: published", "status: draft")

    assert _short(lines_of(files | _pair(on_paper, _receiver()), "4")) == ["MIC-VEN-030.yaml:9:66: warning PM412"]
    assert lines_of(files | _pair(draft, _receiver()), "4") == []


def test_a_macro_whose_micros_cannot_be_read_is_not_called_empty(lines_of: LinesOf) -> None:
    macro = (
        "kind: macro\nid: MAC-POS\nname: Cuidar do cliente\nclass: support\narea: ARE-VEN\nowner: ROL-GER-VEN\n"
        "order: 20\npurpose: Manter o cliente.\n"
    )
    broken = "kind: micro\nid: MIC-POS-010\nname: Ligar\nmacro: MAC-POS\n"
    files = {"processes/pos/MAC-POS.yaml": macro}

    assert [line.split()[2] for line in lines_of(files, "4")] == ["PM409"]
    assert lines_of(files | {"processes/pos/MIC-POS-010.yaml": broken}, "4") == []


def test_a_hub_of_the_value_chain_is_named_with_what_hangs_on_it(lines_of: LinesOf) -> None:
    files = {}
    for number in (50, 60, 70):
        files[f"{_FOLDER}MIC-VEN-0{number}.yaml"] = (
            f"kind: micro\nid: MIC-VEN-0{number}\nname: Vender {number}\nmacro: MAC-VEN\nowner: ROL-GER-VEN\nsteps:\n"
            "  - {id: S10, start: Cliente chega, lane: ROL-VENDEDOR, from: [EXT-CLIENTE]}\n"
            "  - {id: E90, end: Venda feita, to_process: MIC-VEN-030}\n"
        )
    starts = "from: [MIC-VEN-050, MIC-VEN-060, MIC-VEN-070]"
    files |= _pair(_sender().replace("from: [EXT-CLIENTE]", starts), _receiver())

    assert lines_of(files, "4") == [
        (
            f"{_SENDER}:2:5: info PM413 The value chain hangs on MIC-VEN-030 (Trocar cesta): without it the 4 other "
            "processes fall into 4 parts, and 100% of their connections are lost."
        )
    ]


def test_a_person_with_a_stand_in_is_no_single_point(lines_of: LinesOf, base_map: dict[str, bytes]) -> None:
    roles = base_map["itos/roles.yaml"].decode()
    alone = roles.replace("reports_to: ROL-GER-VEN, level", "reports_to: ROL-GER-VEN, headcount: 1, level")
    ito = base_map["itos/ITO-VEN-001.yaml"].decode().replace("role: ROL-V", "backup: ROL-GER-VEN\nrole: ROL-V")

    assert [line.split()[2] for line in lines_of({"itos/roles.yaml": alone}, "4")] == ["PM413"]
    assert lines_of({"itos/roles.yaml": alone, "itos/ITO-VEN-001.yaml": ito}, "4") == []


def _ring(keys: str, rest: str = "") -> dict[str, str]:
    """Two processes, each of which hands over to the other."""
    back = f"  - {{id: H15, handoff: Avisar vendas, lane: ROL-ENTREGADOR, to_process: MIC-VEN-030, {keys}}}\n"
    sender = _sender(f"{keys}{rest}").replace("from: [EXT-CLIENTE]", "from: [MIC-VEN-040]")
    receiver = _receiver("from: [MIC-VEN-030]", end="").replace("  - {id: T20", f"{back}  - {{id: T20")
    return _pair(sender, receiver)


def test_a_ring_that_nobody_leaves_goes_on_for_ever(lines_of: LinesOf) -> None:
    assert lines_of(_ring("ola: SLA-ENT-001"), "4") == [
        (
            f"{_SENDER}:10:76: warning PM407 A case of MIC-VEN-030 (Trocar cesta) leads to another one without end, "
            "since no process on the ring ends without handing on: MIC-VEN-030/H30 → MIC-VEN-040/H15 → MIC-VEN-030/H30."
        )
    ]


def test_a_hand_off_with_rework_bounds_its_ring(lines_of: LinesOf) -> None:
    bound = ", to: E90, rework: {max: 2, then: E90, why: Falta o endereço}"

    assert lines_of(_ring("ola: SLA-ENT-001", bound), "4") == []


def test_only_some_ways_to_an_end_make_what_it_gives_back(lines_of: LinesOf) -> None:
    choice = "  - {id: G15, choice: Cesta perdida, paths: [{when: Sim, to: E90}, {when: Não, to: T20}]}\n"
    receiver = _receiver().replace("  - {id: T20", f"{choice}  - {{id: T20")

    assert lines_of(_pair(_sender(), receiver), "4") == [
        (
            f"{_RECEIVER}:11:47: info PM403 MIC-VEN-040/E90 (Cesta recolhida) gives back DOC-RECIBO (Recibo de "
            "entrega), but on the way S10 → G15 → E90 nothing makes it."
        )
    ]


def test_a_side_that_names_no_documents_is_shown_as_such(findings_of: FindingsOf) -> None:
    found = findings_of(_pair(_sender(), _receiver("from: [MIC-VEN-030]")))

    (finding,) = [finding for finding in found if finding.code == "PM402"]

    assert finding.message.key == "PM402.extra"
    assert [related.message.key for related in finding.related] == ["PM402.nothing_receives"]
