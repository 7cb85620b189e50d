"""Writes a map of any size for benchmarks: the same bytes for the same number of files.

Each process file is a micro of about eighty lines in the style of the flagship. Twenty micros share a macro; each hands
over to the next one under an OLA, with both sides written. The map is clean under the rules.
"""

import sys
from pathlib import Path

MICROS_PER_MACRO = 20
ROLES = 12
DOCUMENTS = 40
SYSTEMS = 8


def generate_map(root: Path, files: int) -> None:
    """Writes a map with a number of micro files into an empty folder; macros and catalogues come on top."""
    macros = (files + MICROS_PER_MACRO - 1) // MICROS_PER_MACRO
    catalogues = root / "processes" / "catalog"
    catalogues.mkdir(parents=True)
    (root / "itos").mkdir()
    (root / "processes" / "map.yaml").write_text(MAP, encoding="utf-8")
    (root / "itos" / "roles.yaml").write_text(roles(files), encoding="utf-8")
    for role in range(min(ROLES, files + 1)):
        (root / "itos" / f"ITO-R{role:02d}.yaml").write_text(ito(role, files), encoding="utf-8")
    fixed = {"areas": AREAS, "externals": EXTERNALS, "kpis": KPIS, "forums": FORUMS}
    for name, text in {**fixed, "systems": systems(), "documents": documents()}.items():
        (catalogues / f"{name}.yaml").write_text(text, encoding="utf-8")
    (catalogues / "slas.yaml").write_text(slas(), encoding="utf-8")
    (catalogues / "validations.yaml").write_text(validations(files), encoding="utf-8")
    for macro in range(macros):
        folder = root / "processes" / f"m{macro:04d}"
        folder.mkdir()
        (folder / f"MAC-{macro:04d}.yaml").write_text(MACRO.format(macro=macro), encoding="utf-8")
        for number in range(macro * MICROS_PER_MACRO, min(files, (macro + 1) * MICROS_PER_MACRO)):
            (folder / f"{micro_id(number)}.yaml").write_text(micro(number, files), encoding="utf-8")


def micro_id(number: int) -> str:
    return f"MIC-{number // MICROS_PER_MACRO:04d}-{number % MICROS_PER_MACRO + 1:02d}0"


def micro(number: int, files: int) -> str:
    role, other = f"ROL-R{number % ROLES:02d}", f"ROL-R{(number + 1) % ROLES:02d}"
    is_first, is_last = number == 0, number == files - 1
    received, made, sent = (f"DOC-D{(number * 3 + offset) % DOCUMENTS:02d}" for offset in (0, 1, 3))
    start = "from: [EXT-PME]" if is_first else f"from: [{micro_id(number - 1)}/E90]"
    end = f"to_process: {micro_id(number + 1)}/S10\n    sends: [{sent}]\n    ola: SLA-001"
    return MICRO.format(
        id=micro_id(number),
        macro=number // MICROS_PER_MACRO,
        order=(number % MICROS_PER_MACRO + 1) * 10,
        role=role,
        other=other,
        start=start,
        received=received,
        made=made,
        sent=sent,
        system=f"SYS-S{number % SYSTEMS}",
        end="delivers_to: [EXT-PME]" if is_last else end,
        number=number,
    )


def ito(role: int, files: int) -> str:
    """One instruction per role: an activity for each sort of task, which does it in every micro of the role."""
    own = [micro_id(number) for number in range(files) if number % ROLES == role]
    others = [micro_id(number) for number in range(files) if (number + 1) % ROLES == role]
    done = [*((task, own) for task in ("T20", "T40", "T70")), ("T60", others)]
    activities = "\n".join(
        ACTIVITY.format(number=index * 10, does=", ".join(f"{micro}/{task}" for micro in micros))
        for index, (task, micros) in enumerate(done, start=1)
        if micros
    )
    return ITO.format(role=role, activities=activities)


def validations(files: int) -> str:
    """One record per role, about every micro in which it has a lane."""
    entries = []
    for role in range(ROLES):
        own = [micro_id(number) for number in range(files) if role in (number % ROLES, (number + 1) % ROLES)]
        entries.append(VALIDATION.format(number=role + 1, role=role, elements=", ".join(own)))
    return "validations:\n" + "\n".join(entries)


def roles(files: int) -> str:
    entries = [
        f"  - id: ROL-R{index:02d}\n    name: Papel {index}\n    area: ARE-{'ABC'[index % 3]}\n    level: specialist\n"
        f"    headcount: {files + 100}\n    capacity: 40 h\n"
        for index in range(ROLES)
    ]
    return "roles:\n" + "\n".join(entries)


def systems() -> str:
    return "systems:\n" + "\n".join(
        f"  - id: SYS-S{index}\n    name: Sistema {index}\n    type: other\n" for index in range(SYSTEMS)
    )


def documents() -> str:
    return "documents:\n" + "\n".join(
        f"  - id: DOC-D{index:02d}\n    name: Documento {index}\n    type: registro\n    retention: 5 years\n"
        "    standing: true\n"
        for index in range(DOCUMENTS)
    )


def slas() -> str:
    return (
        "slas:\n  - id: SLA-001\n    name: Prazo entre áreas\n    type: internal\n    target: 20 bd\n"
        "    clock: {start: [MIC-0000-010/S10], stop: [MIC-0000-010/E90]}\n    owner: ROL-R00\n"
        "    escalation:\n      - {after: 75%, inform: [ROL-R01]}\n"
    )


VALIDATION = """  - id: VAL-{number:03d}
    elements: [{elements}]
    roles: [ROL-R{role:02d}]
    date: 2026-04-28
    verdict: approved
"""

MAP = """kind: map
client: Cliente gerado
title: Mapa gerado
language: pt-BR
areas: [ARE-A, ARE-B, ARE-C]
"""

AREAS = """areas:
  - id: ARE-A
    name: Área A
    commercial: true

  - id: ARE-B
    name: Área B
    commercial: false

  - id: ARE-C
    name: Área C
    commercial: false
"""

KPIS = """kpis:
  - id: KPI-001
    name: Pedidos tratados
    type: outcome
    adds: sum
    unit: count
    formula: tratados
    terms: {tratados: count MIC-0000-010/E90}
    better: up
    owner: ROL-R00
    shown_in: [FOR-001]
"""

FORUMS = """forums:
  - id: FOR-001
    name: Reunião semanal
    cadence: {every: week, weekday: monday, time: "09:00", length: 1 h}
    chair: ROL-R00
    members: [ROL-R01, ROL-R02]
    agenda:
      - {topic: Pedidos da semana, minutes: 30, kpi: KPI-001}
"""

EXTERNALS = """externals:
  - id: EXT-PME
    name: Empresa cliente
"""

ITO = """kind: ito
id: ITO-R{role:02d}
name: Papel {role}
role: ROL-R{role:02d}
activities:
{activities}
doc: {{rev: "01", status: published, effective: 2026-05-06, next_review: 2027-05-06,
  author: Consultor, reviewer: ROL-R00, approver: ROL-R01}}
"""

ACTIVITY = """  - id: A{number}
    name: Fazer a tarefa {number}
    does: [{does}]
    steps:
      - Abrir o caso no sistema.
      - Registrar o que foi feito.
    done_when: Caso registrado no sistema.
"""

MACRO = """kind: macro
id: MAC-{macro:04d}
name: Conduzir o grupo {macro}
class: core
area: ARE-A
owner: ROL-R00
order: {macro}
purpose: Levar os casos do grupo {macro} do começo ao fim.
kpis: [KPI-001]
doc: {{rev: "01", status: published, effective: 2026-05-06, next_review: 2027-05-06,
  author: Consultor, reviewer: ROL-R00, approver: ROL-R01}}
"""

MICRO = """kind: micro
id: {id}
name: Tratar pedido {number}
macro: MAC-{macro:04d}
order: {order}
owner: {role}
result: Pedido tratado e entregue adiante
end_to_end: {{max: 20 bd}}
lanes: [EXT-PME, {role}, {other}]
steps:
  - id: S10
    start: Pedido recebido
    lane: {role}
    {start}
    receives: [{received}]
    volume: 120/month

  - id: T20
    task: Conferir o pedido
    lane: {role}
    in: [{received}]
    out: [{made}]
    system: {system}
    time: {{work: 20 min, max: 1 bd}}

  - id: G30
    choice: O pedido está completo?
    paths:
      - {{when: Sim, to: P50, share: 80%}}
      - when: Não
        to: T40
        share: 20%

  - id: T40
    task: Completar os dados com o cliente
    lane: {role}
    in: [{made}]
    system: {system}
    time: {{work: 30 min, max: 2 bd}}
    to: T20
    rework: {{max: 2, then: E99, why: Dados que faltam}}

  - id: P50
    parallel: Preparar a resposta
    paths:
      - {{to: T60}}
      - {{to: T70}}

  - id: T60
    task: Calcular os valores
    lane: {other}
    in: [{made}]
    out: [{sent}]
    system: {system}
    time: {{work: 1 h, max: 1 bd}}
    to: J75

  - id: T70
    task: Avisar o cliente
    lane: {role}
    in: [{made}]
    delivers_to: [EXT-PME]
    system: {system}
    time: {{work: 10 min, max: 4 h}}
    to: J75

  - {{id: J75, join: all}}

  - id: A80
    approval: A resposta pode seguir?
    approvers: [{role}]
    in: [{sent}]
    system: {system}
    time: {{work: 15 min, max: 1 bd}}
    paths:
      - {{when: Aprovada, to: E90, share: 90%}}
      - when: Rejeitada
        to: P50
        share: 10%
        rework: {{max: 1, then: E99, why: Cálculo a refazer}}

  - id: E90
    end: Pedido tratado
    {end}

  - {{id: E99, end: Pedido encerrado sem resposta}}
doc: {{rev: "01", status: published, effective: 2026-05-06, next_review: 2027-05-06,
  author: Consultor, reviewer: {other}, approver: ROL-R01}}
"""

if __name__ == "__main__":
    generate_map(Path(sys.argv[1]), int(sys.argv[2]))
