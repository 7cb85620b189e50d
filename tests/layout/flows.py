"""Four flows that a layout must master, in a short notation: straight, a sale, a long sale, and full of loops.

A line is a node (`kind id lane text`; for data objects the host stands for the lane) or a chain of edges
(`a -> b -> c | condition`).
"""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from processmap.views.diagram import Diagram, Edge, EdgeKind, Lane, Node, NodeKind

_KINDS = {
    "s": NodeKind.START,
    "e": NodeKind.END,
    "t": NodeKind.PROCESS,
    "ut": NodeKind.TASK_USER,
    "sv": NodeKind.TASK_SYSTEM,
    "u": NodeKind.CALL,
    "x": NodeKind.EXCLUSIVE,
    "p": NodeKind.PARALLEL,
    "o": NodeKind.INCLUSIVE,
    "d": NodeKind.DATA,
    "ti": NodeKind.WAIT_TIMER,
    "mi": NodeKind.WAIT_MESSAGE,
}


def read_flow(name: str, title: str, lanes: dict[str, str], text: str) -> Diagram:
    lines = [line.strip() for line in text.strip().splitlines()]
    nodes: dict[str, Node] = {}
    pairs: list[tuple[str, str, str, EdgeKind]] = []
    for line in lines:
        if "->" in line:
            chain, _, label = (part.strip() for part in line.partition("|"))
            ways = [name.strip() for name in chain.split("->")]
            pairs += [(a, b, label, EdgeKind.SEQUENCE) for a, b in pairwise(ways)]
        else:
            kind, node, place, label = [*line.split(None, 3), ""][:4]
            lane, host = (nodes[place].lane, place) if kind == "d" else (place, None)
            nodes[node] = Node(node, _KINDS[kind], lane, label, host)
    pairs += [(node.host, node.id, "", EdgeKind.ASSOCIATION) for node in nodes.values() if node.host]
    return Diagram(
        name,
        title,
        "",
        tuple(Lane(lane, label) for lane, label in lanes.items()),
        tuple(nodes.values()),
        _edges(pairs),
    )


def _edges(pairs: list[tuple[str, str, str, EdgeKind]]) -> tuple[Edge, ...]:
    count: Counter[str] = Counter()
    edges = []
    for source, target, label, kind in pairs:
        name = f"{source}__{target}"
        count[name] += 1
        suffix = "" if count[name] == 1 else f"_{count[name]}"
        edges.append(Edge(name + suffix, source, target, label, kind))
    return tuple(edges)


def with_one_more_task(diagram: Diagram, *, at: int) -> Diagram:
    """Puts a task into an edge, where its author would: right after the source."""
    edge = diagram.edges[at]
    place = [node.id for node in diagram.nodes].index(edge.source)
    source = diagram.nodes[place]
    task = Node("inserted", NodeKind.TASK_USER, source.lane, "Passo novo")
    new = (replace(edge, target="inserted"), Edge("inserted__on", "inserted", edge.target))
    return replace(
        diagram,
        nodes=(*diagram.nodes[: place + 1], task, *diagram.nodes[place + 1 :]),
        edges=(*diagram.edges[:at], *new, *diagram.edges[at + 1 :]),
    )


F1 = read_flow(
    "f1",
    "Atualização cadastral",
    {"EX": "Executivo de Contas", "BO": "Backoffice"},
    """
    s s1 EX Pedido do cliente
    t a EX Registrar solicitação
    t b EX Conferir documentos
    t c BO Validar dados na Receita
    t d BO Atualizar cadastro
    t e EX Informar cliente
    t g EX Encerrar chamado
    e z EX Cadastro atualizado
    s1 -> a -> b -> c -> d -> e -> g -> z
    """,
)

F2 = read_flow(
    "f2",
    "Venda PME: do lead ao cliente ativo",
    {
        "SDR": "Pré-vendas (SDR)",
        "GC": "Gerência Comercial",
        "EX": "Executivo de Contas PME",
        "JUR": "Jurídico e Crédito",
        "BO": "Backoffice",
    },
    """
    s s1 SDR Lead recebido
    ut qual SDR Qualificar lead
    x x1 SDR Lead qualificado?
    e zd SDR Lead descartado
    ut diag EX Realizar diagnóstico de benefícios
    ut prop EX Elaborar proposta comercial
    x x2 EX Desconto acima da alçada?
    ut apr GC Aprovar desconto
    ut apres EX Apresentar proposta
    x x3 EX Cliente aceitou?
    p p1 EX
    sv cred JUR Analisar crédito
    ut ctr JUR Elaborar contrato
    p p2 EX
    ut ass EX Coletar assinatura digital
    ut cad BO Cadastrar contrato no sistema
    u imp BO Implantar benefício
    e z BO Cliente ativo
    d dprop prop Proposta
    d dctr ctr Contrato
    s1 -> qual -> x1
    x1 -> diag | Sim
    x1 -> zd | Não
    diag -> prop -> x2
    x2 -> apr | Sim
    x2 -> apres | Não
    apr -> apres
    apres -> x3
    x3 -> p1 | Sim
    x3 -> prop | Não, renegociar
    p1 -> cred
    p1 -> ctr
    cred -> p2
    ctr -> p2
    p2 -> ass -> cad -> imp -> z
    """,
)

F3 = read_flow(
    "f3",
    "Venda consultiva de ponta a ponta",
    {
        "CLI": "Cliente",
        "MKT": "Marketing",
        "SDR": "Pré-vendas",
        "EX": "Executivo de Contas",
        "GC": "Gerência Comercial",
        "JUR": "Jurídico e Tributos",
        "FIN": "Faturamento",
        "ATD": "Atendimento e Pós-vendas",
    },
    """
    s s1 MKT Campanha mensal iniciada
    t m1 MKT Segmentar base por região
    t m2 MKT Disparar campanha
    t c1 CLI Responder campanha
    sv r1 SDR Registrar lead no CRM
    t r2 SDR Qualificar lead
    x x1 SDR Perfil PME?
    e z1 SDR Lead descartado
    t r3 SDR Agendar reunião
    t c2 CLI Confirmar reunião
    t e1 EX Preparar visita
    t e2 EX Realizar diagnóstico
    x x2 EX Oportunidade viável?
    e z2 EX Oportunidade perdida
    o o1 EX Análises necessárias
    t j1 JUR Analisar tributos
    t f1 FIN Simular faturamento
    t g1 GC Avaliar condição especial
    o o2 EX
    t e3 EX Montar proposta
    x x3 EX Acima da alçada?
    t g2 GC Aprovar desconto
    x x4 GC Aprovado?
    t e4 EX Apresentar proposta
    t c3 CLI Avaliar proposta
    x x5 CLI Aceita?
    t e5 EX Registrar aceite
    p p1 EX
    t j2 JUR Elaborar contrato
    t f2 FIN Abrir conta de faturamento
    t a1 ATD Preparar boas-vindas
    t j3 JUR Validar documentos
    x x6 JUR Documentos completos?
    t c4 CLI Enviar documentos
    p p2 EX
    t c5 CLI Assinar contrato
    mi i1 EX Contrato assinado
    t b1 FIN Cadastrar vidas
    t b2 FIN Emitir primeira fatura
    u a2 ATD Implantar benefício
    t c6 CLI Receber cartões
    t a3 ATD Ligar em 30 dias
    x x7 ATD Satisfeito?
    t a4 ATD Tratar reclamação
    e z ATD Cliente ativo
    s1 -> m1 -> m2 -> c1 -> r1 -> r2 -> x1
    x1 -> z1 | Não
    x1 -> r3 | Sim
    r3 -> c2 -> e1 -> e2 -> x2
    x2 -> z2 | Não
    x2 -> o1 | Sim
    o1 -> j1 | Tributos
    o1 -> f1 | Fatura
    o1 -> g1 | Condição
    j1 -> o2
    f1 -> o2
    g1 -> o2
    o2 -> e3 -> x3
    x3 -> g2 | Sim
    x3 -> e4 | Não
    g2 -> x4
    x4 -> e4 | Sim
    x4 -> e3 | Não
    e4 -> c3 -> x5
    x5 -> e5 | Sim
    x5 -> e3 | Revisar
    e5 -> p1
    p1 -> j2
    p1 -> f2
    p1 -> a1
    j2 -> j3 -> x6
    x6 -> c4 | Não
    c4 -> j3
    x6 -> p2 | Sim
    f2 -> p2
    a1 -> p2
    p2 -> c5 -> i1 -> b1 -> b2 -> a2 -> c6 -> a3 -> x7
    x7 -> z | Sim
    x7 -> a4 | Não
    a4 -> a3
    """,
)

F4 = read_flow(
    "f4",
    "Caso difícil: retrabalho e saltos",
    {"A": "Área A", "B": "Área B", "C": "Área C", "D": "Área D"},
    """
    s s1 A Início
    t a1 A Receber pedido
    x x1 A Completo?
    t b1 B Solicitar complemento
    t a2 A Classificar pedido
    x x2 A Tipo de pedido?
    t b2 B Tratar padrão
    t c1 C Tratar especial
    t d1 D Tratar urgente
    x x3 C Precisa de parecer?
    t d2 D Emitir parecer
    t c2 C Consolidar análise
    t b3 B Precificar
    x x4 B Margem adequada?
    t a3 A Negociar com cliente
    x x5 A Acordo?
    t d3 D Registrar exceção
    ti i1 B Aguardar 2 dias
    t b4 B Formalizar
    x x6 B Erro?
    t c3 C Auditar
    e z1 A Cancelado
    e z2 B Concluído
    t b5 B Arquivar com número de protocolo e comprovante de recebimento
    s1 -> a1 -> x1
    x1 -> a2 | Sim
    x1 -> b1 | Não
    b1 -> a1
    a2 -> x2
    x2 -> b2 | Padrão
    x2 -> c1 | Especial
    x2 -> d1 | Urgente
    x2 -> b4 | Renovação automática
    b2 -> b3
    c1 -> x3
    x3 -> d2 | Sim
    x3 -> c2 | Não
    d2 -> c2 -> b3
    d1 -> d3
    b3 -> x4
    x4 -> a3 | Sim
    x4 -> c1 | Reanalisar
    x4 -> a2 | Reclassificar
    a3 -> x5
    x5 -> i1 | Sim
    x5 -> z1 | Não
    x5 -> b3 | Repreçar
    i1 -> b4 -> x6
    d3 -> b4
    x6 -> b4 | Repetir
    x6 -> a1 | Refazer
    x6 -> c3 | Não
    c3 -> b5 -> z2
    d1 -> c3
    """,
)

ALL = (F1, F2, F3, F4)
