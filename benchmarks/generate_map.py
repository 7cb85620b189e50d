"""Writes a map of any size, the same for the same size: what the benchmarks measure.

The process files look like those of a consultant: some 90 lines, decisions, approvals, a bounded loop, a parallel block,
waits, and a hand-off to the next process whose start says the same from its side. One macro per twenty micros.

    python benchmarks/generate_map.py FOLDER 1000
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MICROS_PER_MACRO = 20
MACROS_PER_CHAIN = 10
"""Hand-offs run on from macro to macro, and begin anew after this many."""

_OBJECTS = ("pedido", "contrato", "cadastro", "proposta", "fatura", "chamado", "reembolso", "credenciamento")
_VERBS = ("Analisar", "Negociar", "Registrar", "Renovar", "Conferir", "Tratar", "Encerrar", "Liberar")


@dataclass(frozen=True)
class Macro:
    number: int
    micros: int

    @property
    def code(self) -> str:
        return f"A{self.number:03d}"

    def micro(self, index: int) -> str:
        return f"MIC-{self.code}-{index + 1:02d}0"


def generate_map(root: Path, files: int) -> int:
    """Writes a map with so many process files (macros and micros); returns how many files there are in all."""
    contents = dict(map_files(files))
    for path, text in contents.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return len(contents)


def map_files(files: int) -> Iterator[tuple[str, str]]:
    """Yields path and text of every file of such a map."""
    macros = list(_macros(max(files, 2)))
    yield "processes/map.yaml", _settings(macros)
    yield "processes/catalog/externals.yaml", "externals:\n  - {id: EXT-CLIENTE, name: Cliente}\n"
    yield "processes/catalog/systems.yaml", _SYSTEMS
    yield "itos/roles.yaml", "roles:\n" + _ROLE_AT_THE_TOP + "".join(map(_roles, macros))
    yield "processes/catalog/areas.yaml", "areas:\n" + _AREA_AT_THE_TOP + "".join(map(_area, macros))
    yield "processes/catalog/forums.yaml", _FORUM + "".join(_agenda(macro) for macro in macros[:4])
    for position, macro in enumerate(macros):
        yield from _macro_files(macros, position, macro)


def _macros(files: int) -> Iterator[Macro]:
    number = 0
    while files > 0:
        number += 1
        micros = max(min(files - 1, MICROS_PER_MACRO), 1)
        yield Macro(number, micros)
        files -= micros + 1


def _macro_files(macros: list[Macro], position: int, macro: Macro) -> Iterator[tuple[str, str]]:
    code, folder = macro.code, f"processes/{macro.code.lower()}"
    yield f"{folder}/MAC-{code}.yaml", _MACRO.format(code=code, order=macro.number * 10)
    for index in range(macro.micros):
        yield f"{folder}/{macro.micro(index)}.yaml", _micro(macros, position, index)
    yield f"processes/catalog/documents-{code}.yaml", "documents:\n" + "".join(_documents(macro))
    yield f"processes/catalog/slas-{code}.yaml", _slas(macros, position)
    yield f"processes/catalog/kpis-{code}.yaml", _KPI.format(code=code, micro=macro.micro(0))
    yield f"processes/catalog/policies-{code}.yaml", _POLICY.format(code=code)
    yield f"processes/catalog/controls-{code}.yaml", _CONTROL.format(code=code)
    yield f"processes/forms/FRM-{code}-001.yaml", _FORM.format(code=code)
    yield f"itos/ITO-{code}-001.yaml", _ITO.format(code=code, activities="".join(_activities(macros, position)))


def _neighbour(macros: list[Macro], position: int, index: int, step: int) -> str | None:
    """The micro after (1) or before (-1) another one in its chain."""
    macro = macros[position]
    if 0 <= index + step < macro.micros:
        return macro.micro(index + step)
    other = position + step
    if not 0 <= other < len(macros) or other // MACROS_PER_CHAIN != position // MACROS_PER_CHAIN:
        return None
    return macros[other].micro(0 if step > 0 else macros[other].micros - 1)


def _micro(macros: list[Macro], position: int, index: int) -> str:
    macro = macros[position]
    micro, before = macro.micro(index), _neighbour(macros, position, index, -1)
    after = _neighbour(macros, position, index, 1)
    handoff = ""
    if after:
        ola = f"SLA-{after[4:8]}-002"
        handoff = _HANDOFF.format(code=macro.code, after=after, document=_document(after), ola=ola)
    return _MICRO.format(
        code=macro.code,
        micro=micro,
        name=f"{_VERBS[index % 8]} {_OBJECTS[(index * 3 + macro.number) % 8]} {index + 1}",
        order=(index + 1) * 10,
        sender=before or "EXT-CLIENTE",
        channel="" if before else "\n    channel: portal",
        received=_document(micro),
        made=f"DOC-{micro[4:]}-DOS",
        volume=100 + (index * 37 + macro.number * 11) % 400,
        handoff=handoff,
    )


def _document(micro: str) -> str:
    return f"DOC-{micro[4:]}-PED"


def _documents(macro: Macro) -> Iterator[str]:
    yield f"  - {{id: DOC-{macro.code}-TABELA, name: Tabela da área {macro.number}, type: tabela, standing: true}}\n"
    for index in range(macro.micros):
        number = macro.micro(index)[4:]
        yield f"  - {{id: DOC-{number}-PED, name: Pedido {number}, type: pedido, owner: ROL-{macro.code}-GER}}\n"
        yield f"  - {{id: DOC-{number}-DOS, name: Dossiê {number}, type: dossiê, record: true}}\n"


def _activities(macros: list[Macro], position: int) -> Iterator[str]:
    macro = macros[position]
    for index in range(macro.micros):
        micro = macro.micro(index)
        more = f", {micro}/T85" if _neighbour(macros, position, index, 1) else ""
        yield _ACTIVITY.format(number=(index + 1) * 10, micro=micro, more=more)


def _slas(macros: list[Macro], position: int) -> str:
    macro = macros[position]
    before = _neighbour(macros, position, 0, -1)
    starts = [f"{macro.micro(index)}/H90" for index in range(macro.micros - 1)]
    starts = ([f"{before}/H90"] if before else []) + starts
    entry = _SLA.format(code=macro.code, first=macro.micro(0), last=macro.micro(macro.micros - 1))
    ola = _OLA.format(
        code=macro.code,
        starts=", ".join(starts),
        stops=", ".join(f"{macro.micro(index)}/E98" for index in range(macro.micros)),
    )
    return "slas:\n" + entry + (ola if starts else "")


def _settings(macros: list[Macro]) -> str:
    return _MAP.format(areas=", ".join(["ARE-GERAL", *(f"ARE-{macro.code}" for macro in macros)]))


def _roles(macro: Macro) -> str:
    return _ROLES.format(code=macro.code, number=macro.number)


def _area(macro: Macro) -> str:
    return f"  - {{id: ARE-{macro.code}, name: Área {macro.number}, commercial: false, parent: ARE-GERAL}}\n"


def _agenda(macro: Macro) -> str:
    return f"      - {{topic: Área {macro.number}, minutes: 10, kpi: KPI-{macro.code}-001}}\n"


_MAP = """\
kind: map
client: Empresa Gerada
title: Mapa gerado para medir
language: pt-BR
areas: [{areas}]
calendars:
  comercial:
    hours: {{from: 08:00, to: 18:00, pause: [12:00, 13:00]}}
    weekdays: [monday, tuesday, wednesday, thursday, friday]
    holidays: BR-SP
"""

_SYSTEMS = """\
systems:
  - {id: SYS-CRM, name: CRM, type: crm, owner: ROL-DIR-GERAL}
  - {id: SYS-ERP, name: ERP, type: erp, owner: ROL-DIR-GERAL}
"""

_AREA_AT_THE_TOP = "  - {id: ARE-GERAL, name: Direção, commercial: false}\n"
_ROLE_AT_THE_TOP = "  - {id: ROL-DIR-GERAL, name: Diretor geral, area: ARE-GERAL, level: executive}\n"

_ROLES = """\
  - {{id: ROL-{code}-GER, name: Gerente {number}, area: ARE-{code}, reports_to: ROL-DIR-GERAL, level: manager}}
  - {{id: ROL-{code}-ANA, name: Analista {number}, area: ARE-{code}, reports_to: ROL-{code}-GER, level: operational}}
"""

_FORUM = """\
forums:
  - id: FOR-GERAL
    name: Reunião mensal de resultados
    cadence: {every: month, day: 5 bd, time: 09:00, length: 2 h}
    chair: ROL-DIR-GERAL
    agenda:
"""

_MACRO = """\
kind: macro
id: MAC-{code}
name: Conduzir área {code}
class: core
area: ARE-{code}
owner: ROL-{code}-GER
order: {order}
purpose: Levar cada pedido da entrada à conclusão, sem retrabalho.
kpis: [KPI-{code}-001, KPI-{code}-002]
doc: {{rev: "01", status: in_validation, author: Consultor, reviewer: ROL-{code}-GER}}
"""

_MICRO = """\
kind: micro
id: {micro}
name: {name}
macro: MAC-{code}
order: {order}
owner: ROL-{code}-GER
result: Pedido concluído e entregue a quem segue
end_to_end: {{max: 60 bd, sla: SLA-{code}-001}}
lanes: [EXT-CLIENTE, ROL-{code}-ANA, ROL-{code}-GER]
steps:
  - id: S10
    start: Pedido recebido
    lane: ROL-{code}-ANA
    from: [{sender}]
    receives: [{received}]{channel}
    volume: {volume}/month

  - id: T20
    task: Montar análise
    lane: ROL-{code}-ANA
    in: [{received}]
    reads: [DOC-{code}-TABELA]          # documento permanente, ninguém o entrega neste fluxo
    out: [FRM-{code}-001]
    system: SYS-CRM
    time: {{work: 2 h, max: 1 bd}}

  - id: G30
    choice: Quem tem alçada para decidir?
    decision: POL-{code}-001/alcada     # os rótulos abaixo são as saídas da tabela
    paths:
      - {{when: Analista, to: T50, share: 70%}}
      - {{when: Gerente, to: A40, share: 28%}}
      - when: Recusado
        to: T20
        share: 2%
        rework: {{max: 1, then: E99, why: Pedido fora da política}}

  - id: A40
    approval: Gerente aprova a análise?
    approvers: [ROL-{code}-GER]
    in: [FRM-{code}-001]
    system: SYS-CRM
    time: {{work: 20 min, max: 1 bd}}
    control: CTL-{code}-001
    paths:
      - {{when: Aprovado, to: T50, share: 85%}}
      - when: Rejeitado
        to: T20
        share: 15%
        rework: {{max: 2, then: E99, why: Refazer dentro da alçada}}

  - id: T50
    task: Apresentar resultado ao cliente
    lane: ROL-{code}-ANA
    in: [FRM-{code}-001]
    system: SYS-CRM
    time: {{work: 1 h, max: 2 bd}}

  - id: W60
    wait: O que o cliente respondeu?
    from: EXT-CLIENTE
    pauses: [SLA-{code}-001]
    paths:
      - {{when: Aceitou, to: P65, share: 75%}}
      - {{when: Recusou, to: E99, share: 15%}}
      - {{after: 5 bd, to: E99, share: 10%}}

  - id: P65
    parallel: Preparar conclusão
    paths:
      - {{to: T70}}
      - {{to: T75}}

  - id: T70
    task: Conferir cadastro no sistema
    lane: ROL-{code}-ANA
    system: SYS-ERP
    time: {{work: 30 min, max: 1 bd}}
    to: J80

  - id: T75
    task: Registrar documentos do pedido
    lane: ROL-{code}-ANA
    in: [FRM-{code}-001]
    out: [{made}]
    system: SYS-ERP
    time: {{work: 15 min, max: 1 bd}}
    to: J80

  - {{id: J80, join: all}}
{handoff}
  - {{id: E98, end: Pedido concluído}}
  - {{id: E99, end: Pedido encerrado sem acordo}}
kpis: [KPI-{code}-001]
doc: {{rev: "01", status: in_validation, author: Consultor, reviewer: ROL-{code}-GER}}
"""

_HANDOFF = """
  - id: T85
    task: Preparar pedido para a próxima etapa
    lane: ROL-{code}-ANA
    out: [{document}]
    system: SYS-ERP
    time: {{work: 15 min, max: 1 bd}}

  - id: H90
    handoff: Solicitar continuação
    lane: ROL-{code}-ANA
    to_process: {after}/S10
    sends: [{document}]
    ola: {ola}
    to: E98
"""

_SLA = """\
  - id: SLA-{code}-001
    name: Pedido concluído em 90 dias úteis
    type: client
    clock: {{start: [{first}/S10], stop: [{last}/E98, {last}/E99]}}
    target: 90 bd
    calendar: comercial
    owner: ROL-{code}-GER
    escalation:
      - {{after: 75%, inform: [ROL-DIR-GERAL]}}
"""

_OLA = """\

  - id: SLA-{code}-002
    name: Continuação em 60 dias úteis
    type: internal
    clock:
      start: [{starts}]
      stop: [{stops}]
    target: 60 bd
    calendar: comercial
    owner: ROL-{code}-GER
    escalation:
      - {{after: 75%, inform: [ROL-{code}-GER]}}
"""

_KPI = """\
kpis:
  - id: KPI-{code}-001
    name: Pedidos concluídos na área
    type: outcome
    adds: sum
    unit: count
    question: Quantos pedidos chegam ao fim por mês?
    formula: concluidos
    terms: {{concluidos: count {micro}/E98}}
    better: up
    target: {{value: 90, floor: 80}}
    every: month
    owner: ROL-{code}-GER
    shown_in: [FOR-GERAL]

  - id: KPI-{code}-002
    name: Tempo até a conclusão
    type: time
    unit: bd
    question: Quanto tempo o cliente espera?
    formula: tempo
    terms: {{tempo: duration {micro}/S10..{micro}/E98}}
    better: down
    target: {{value: 10, floor: 20}}
    every: month
    owner: ROL-{code}-GER
    shown_in: [FOR-GERAL]
"""

_POLICY = """\
policies:
  - id: POL-{code}-001
    name: Alçadas da área {code}
    type: policy
    owner: ROL-{code}-GER
    inputs:
      desconto: {{field: FRM-{code}-001.desconto, domain: 0%..100%}}
    outputs:
      alcada: [Analista, Gerente, Recusado]
    rows:
      - {{desconto: 0%..5%, alcada: Analista}}
      - {{desconto: over 5%..20%, alcada: Gerente}}
      - {{desconto: over 20%..100%, alcada: Recusado}}
"""

_CONTROL = """\
controls:
  - id: CTL-{code}-001
    name: Aprovação conforme alçada
    risk: Desconto concedido sem alçada
    policy: POL-{code}-001
    evidence: Registro da aprovação no CRM
    frequency: each case
    owner: ROL-{code}-GER
"""

_FORM = """\
kind: form
id: FRM-{code}-001
name: Análise do pedido {code}
channel: web
owner: ROL-{code}-GER
fields:
  - {{name: desconto, label: Desconto pedido, type: percent, required: true}}
  - {{name: valor, label: Valor do pedido, type: money, required: true}}
"""

_ITO = """\
kind: ito
id: ITO-{code}-001
name: Analista da área {code}
role: ROL-{code}-ANA
mission: Conduzir cada pedido até a conclusão.
activities:
{activities}doc: {{rev: "01", status: in_validation, author: Consultor, reviewer: ROL-{code}-GER}}
"""

_ACTIVITY = """\
  - id: A{number}
    name: Conduzir pedido {number}
    does: [{micro}/T20, {micro}/T50, {micro}/T70, {micro}/T75{more}]
    by: Até 1 dia útil após o recebimento
    steps:
      - Abrir o pedido no CRM e conferir os dados do cliente.
      - Preencher a análise e anexar os documentos.
    done_when: Pedido salvo com status atualizado.
"""


def main() -> None:
    folder, files = Path(sys.argv[1]), int(sys.argv[2])
    print(f"{generate_map(folder, files)} files below {folder}")


if __name__ == "__main__":
    main()
