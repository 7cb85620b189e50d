"""Flows grown at random from a seed: branches, joins, loops, jumps, attached events, several starts, empty lanes,
tasks that follow themselves, twins of edges, long words, data objects and notes."""

import random

from processmap.views.diagram import Diagram, Edge, EdgeKind, Lane, Node, NodeKind

_WORDS = (
    *("Registrar", "Conferir", "Elaborar", "Aprovar", "Enviar", "Validar", "Emitir", "Analisar", "Cadastrar"),
    *("contrato", "proposta", "cliente", "documentos", "desconto", "fatura", "pedido", "benefício", "cadastral"),
    *("comercial", "jurídico"),
)
_LONG = "Interoperabilidadedosbenefíciosflexíveisdoconvêniocorporativo"
_TASKS = (NodeKind.TASK_USER, NodeKind.TASK_SYSTEM, NodeKind.APPROVAL, NodeKind.HANDOFF, NodeKind.CALL)
_WAITS = (NodeKind.WAIT_TIMER, NodeKind.WAIT_MESSAGE)
_SPLITS = (NodeKind.EXCLUSIVE, NodeKind.EXCLUSIVE, NodeKind.PARALLEL, NodeKind.INCLUSIVE)
_CONDITIONS = ("Sim", "Não", "Acima da alçada", "Renovar", "Especial")


def random_flow(seed: int, size: int | None = None) -> Diagram:
    """Grows a flow of about `size` nodes (6 to 40 when not given); the same for the same seed."""
    grower = _Grower(random.Random(seed), size)
    grower.grow()
    return Diagram(
        f"r{seed}", f"Fluxo {seed}", "", tuple(grower.lanes), tuple(grower.nodes.values()), tuple(grower.edges)
    )


class _Grower:
    def __init__(self, chance: random.Random, size: int | None) -> None:
        self.chance = chance
        self.size = size or chance.randint(6, 40)
        count = chance.randint(1, 7)
        self.lanes = [Lane(f"L{n}", self.text(1, 3)) for n in range(count)]
        self.used = self.lanes[:-1] if count > 2 and chance.random() < 0.15 else self.lanes
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []

    def grow(self) -> None:
        start = self.add(NodeKind.START, self.used[0].id)
        last, lane = self.block(start, self.used[0].id, self.size)
        self.join(last, self.add(NodeKind.END, lane))
        for extra in (self.jump, self.exception, self.second_start, self.repeat, self.twin):
            extra()

    def text(self, low: int, high: int) -> str:
        return " ".join(self.chance.sample(_WORDS, self.chance.randint(low, high))).capitalize()

    def add(self, kind: NodeKind, lane: str, host: str | None = None) -> str:
        name = f"n{len(self.nodes) + 1}"
        label = "" if kind is NodeKind.PARALLEL else self.text(1, 5)
        if kind in (NodeKind.EXCLUSIVE, NodeKind.INCLUSIVE):
            label = self.text(1, 3) + "?"
        if kind in _TASKS and self.chance.random() < 0.02:
            label = _LONG
        detail = self.text(1, 3) if kind in _TASKS and self.chance.random() < 0.2 else ""
        self.nodes[name] = Node(name, kind, lane, label, host, detail)
        return name

    def join(self, source: str, target: str, label: str = "", kind: EdgeKind = EdgeKind.SEQUENCE) -> None:
        self.edges.append(Edge(f"{source}__{target}_{len(self.edges)}", source, target, label, kind))

    def lane(self, current: str) -> str:
        return current if self.chance.random() < 0.6 else self.chance.choice(self.used).id

    def block(self, current: str, lane: str, budget: int) -> tuple[str, str]:
        while budget > 0 and len(self.nodes) < self.size:
            way = self.chance.random()
            if way < 0.62:
                lane = self.lane(lane)
                current = self.step(current, lane)
                budget -= 1
            elif way < 0.9:
                current = self.split(current, lane)
                budget -= 2
            else:
                current = self.check(current, lane)
                budget -= 2
        return current, lane

    def step(self, current: str, lane: str) -> str:
        task = self.add(self.chance.choice((*_TASKS, *_TASKS, *_WAITS)), lane)
        self.join(current, task)
        for kind, share in ((NodeKind.DATA, 0.12), (NodeKind.NOTE, 0.05)):
            if self.chance.random() < share:
                self.join(task, self.add(kind, lane, task), kind=EdgeKind.ASSOCIATION)
        return task

    def split(self, current: str, lane: str) -> str:
        kind = self.chance.choice(_SPLITS)
        gateway = self.add(kind, lane)
        self.join(current, gateway)
        ends, last = [], lane
        for _ in range(self.chance.choice((2, 2, 2, 3, 4))):
            own = self.lane(lane)
            task = self.add(NodeKind.TASK_USER, own)
            self.join(gateway, task, "" if kind is NodeKind.PARALLEL else self.chance.choice(_CONDITIONS))
            end, last = self.block(task, own, self.chance.randint(0, 3))
            ends.append(end)
        if kind is NodeKind.EXCLUSIVE and self.chance.random() < 0.35:
            self.join(ends.pop(), self.add(NodeKind.END, last))
        meeting = self.add(NodeKind.JOIN_ANY if self.chance.random() < 0.5 else NodeKind.TASK_USER, lane)
        for end in ends:
            self.join(end, meeting)
        return meeting

    def check(self, current: str, lane: str) -> str:
        gateway = self.add(NodeKind.EXCLUSIVE, lane)
        self.join(current, gateway)
        tasks = self.tasks()
        if tasks:
            self.join(gateway, self.chance.choice(tasks), "Refazer")
        task = self.add(NodeKind.TASK_USER, lane)
        self.join(gateway, task, "Ok")
        return task

    def tasks(self) -> list[str]:
        return [node.id for node in self.nodes.values() if node.kind in _TASKS]

    def gateways(self) -> list[str]:
        return [node.id for node in self.nodes.values() if node.kind is NodeKind.EXCLUSIVE]

    def jump(self) -> None:
        for _ in range(self.chance.randint(0, 2)):
            if self.gateways() and self.tasks():
                self.join(self.chance.choice(self.gateways()), self.chance.choice(self.tasks()), "Salto")

    def exception(self) -> None:
        for _ in range(self.chance.choice((0, 0, 1, 2, 3))):
            if not self.tasks():
                return
            host = self.chance.choice(self.tasks())
            kind = self.chance.choice((NodeKind.EXCEPTION, *_WAITS))
            event = self.add(kind, self.nodes[host].lane, host)
            target = self.chance.choice(self.tasks()) if self.chance.random() < 0.4 else ""
            self.join(event, target or self.add(NodeKind.END, self.lane(self.nodes[host].lane)))

    def second_start(self) -> None:
        if self.tasks() and self.chance.random() < 0.2:
            task = self.chance.choice(self.tasks())
            self.join(self.add(NodeKind.START_MESSAGE, self.lane(self.nodes[task].lane)), task)

    def repeat(self) -> None:
        if self.tasks() and self.chance.random() < 0.1:
            task = self.chance.choice(self.tasks())
            self.join(task, task)

    def twin(self) -> None:
        if self.chance.random() < 0.05:
            edge = self.chance.choice([edge for edge in self.edges if edge.kind is EdgeKind.SEQUENCE])
            self.join(edge.source, edge.target)
