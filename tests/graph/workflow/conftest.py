"""Graphs of the public fixtures, random graphs from a seed, and a token simulator that shares no code with ours."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from processmap.graph.workflow import Firing, Join, Net, Split, net

FOLDER = Path(__file__).parents[2] / "fixtures" / "soundness"
_JOINS = {"and": Join.ALL, "or": Join.ALL}
_SPLITS = {"xor": Split.ONE, "or": Split.SOME}


@dataclass(frozen=True)
class Labelled:
    name: str
    net: Net
    is_sound: bool


@dataclass
class Simulator:
    """Tokens on the arrows of a graph, moved as it is told; whatever is not allowed is an assertion that fails."""

    graph: Net
    entry: int
    tokens: set[int] = field(default_factory=set)
    waited_for: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tokens = {self.entry}

    def replay(self, firings: tuple[Firing, ...]) -> tuple[int, ...]:
        """Plays a run and returns the arrows to which its last firing brings a second token."""
        for number, firing in enumerate(firings):
            twice = self.fire(firing)
            if twice:
                assert number == len(firings) - 1, "a second token before the end of the run"
                return twice
        return ()

    def fire(self, firing: Firing) -> tuple[int, ...]:
        assert self.may_take(firing.node, set(firing.consumed)), f"{firing} cannot happen with {sorted(self.tokens)}"
        assert self.may_put(firing.node, firing.produced), f"{firing} cannot put tokens there"
        rest = self.tokens - set(firing.consumed)
        twice = tuple(arrow for arrow in firing.produced if arrow in rest)
        if twice:
            return twice
        self.tokens = rest | set(firing.produced)
        if self.graph.joins[firing.node] is Join.ALL:
            self.waited_for -= set(self.graph.ins[firing.node])
        if firing.node in self.graph.cancelling:
            self.tokens = set()
        self._open(firing.node, firing.produced)
        return ()

    def is_stuck(self) -> bool:
        return not self.is_over() and not any(self._is_enabled(node) for node in range(len(self.graph.joins)))

    def is_over(self) -> bool:
        return all(self.graph.targets[arrow] < 0 for arrow in self.tokens)

    def may_take(self, node: int, arrows: set[int]) -> bool:
        if not arrows or not arrows <= self.tokens & set(self.graph.ins[node]):
            return False
        if self.graph.joins[node] is Join.ANY:
            return len(arrows) == 1
        held = self.tokens & set(self.graph.ins[node])
        return arrows == held and not (self._expected(node) - held)

    def may_put(self, node: int, arrows: tuple[int, ...]) -> bool:
        outs = self.graph.outs[node]
        if node in self.graph.cancelling:
            return arrows == ()
        if not set(arrows) <= set(outs) or len(set(arrows)) != len(arrows) or not arrows:
            return False
        match self.graph.splits[node]:
            case Split.ONE:
                return len(arrows) == 1
            case Split.ALL:
                return len(arrows) == len(outs)
            case Split.SOME:
                return True
            case Split.FIRST:
                return outs[0] in arrows

    def _is_enabled(self, node: int) -> bool:
        held = self.tokens & set(self.graph.ins[node])
        if self.graph.joins[node] is Join.ANY:
            return bool(held)
        return self.may_take(node, held)

    def _expected(self, node: int) -> set[int]:
        held = self.tokens - set(self.graph.ins[node])
        mine = self.tokens & set(self.graph.ins[node])
        paths = [self._ways(token, set(), {node}) for token in held]
        coming = {way for path in paths if not path & mine for way in path}
        return {
            arrow
            for arrow in self.graph.ins[node]
            if not self._is_optional(arrow) or arrow in self.waited_for or arrow in coming
        }

    def _branches(self) -> set[int]:
        found = set()
        for node, outs in enumerate(self.graph.outs):
            if len(outs) > 1 and self._begins_with(self.entry, node):
                if self.graph.splits[node] is Split.SOME:
                    found |= set(outs)
                elif self.graph.splits[node] is Split.FIRST:
                    found |= set(outs[1:])
        return found

    def _begins_with(self, arrow: int, node: int) -> bool:
        return any(self.graph.targets[way] == node for way in self._ways(arrow, set(), set()))

    def _is_optional(self, way_in: int) -> bool:
        closable = set()
        for node, outs in enumerate(self.graph.outs):
            if not self._branches() & set(outs):
                continue
            join = self.graph.targets[way_in]
            leading = {out for out in outs if way_in in self._ways(out, set(), {node, join})}
            besides = set(self.graph.ins[join]) - {way_in}
            if not besides & self._ways(self.entry, leading, set()):
                continue
            may_be_left_out = len(leading) < len(outs)
            if self.graph.splits[node] is Split.FIRST:
                may_be_left_out = outs[0] not in leading
            if may_be_left_out:
                closable |= leading
        return bool(closable) and way_in not in self._ways(self.entry, closable, set())

    def _open(self, node: int, produced: tuple[int, ...]) -> None:
        mine = self._branches() & set(self.graph.outs[node])
        if not mine:
            return
        for join, ways_in in enumerate(self.graph.ins):
            if self.graph.joins[join] is Join.ALL and len(ways_in) > 1:
                for way in filter(self._is_optional, ways_in):
                    leading = {out for out in self.graph.outs[node] if way in self._ways(out, set(), {node, join})}
                    if leading & set(produced) & mine:
                        self.waited_for.add(way)
                    elif leading and not leading & set(produced):
                        self.waited_for.discard(way)

    def _ways(self, arrow: int, without: set[int], stops: set[int]) -> set[int]:
        seen, fresh = {arrow}, {arrow}
        while fresh:
            nodes = {self.graph.targets[way] for way in fresh} - stops - {-1}
            fresh = {way for node in nodes for way in self.graph.outs[node]} - seen - without
            seen |= fresh
        return seen


def read_fixture(path: Path) -> Labelled:
    data = json.loads(path.read_text(encoding="utf-8"))
    number = {name: index for index, name in enumerate(data["nodes"])}
    kinds = [node["kind"] for node in data["nodes"].values()]
    graph = net(
        [_JOINS.get(kind, Join.ANY) for kind in kinds],
        [_SPLITS.get(kind, Split.ALL) for kind in kinds],
        [(number[source], number[target]) for source, target, _ in data["edges"]],
        starts=[index for index, kind in enumerate(kinds) if kind == "start"],
    )
    return Labelled(path.stem, graph, data["verdict"] == "sound")


def random_graph(seed: int) -> Net:
    """A graph of up to twelve nodes, grown from blocks so that sound ones are among them; half are then disturbed."""
    chance = random.Random(seed)
    size = chance.randint(3, 12)
    optional = chance.random() < 0.4
    joins, splits = [Join.ANY], [Split.ONE]
    arrows: list[tuple[int, int]] = [(0, 1)]
    ends = {1}
    joins.append(Join.ANY)
    splits.append(Split.ONE)

    def node(join: Join, split: Split) -> int:
        joins.append(join)
        splits.append(split)
        return len(joins) - 1

    while len(joins) < size:
        place = chance.randrange(len(arrows))
        source, target = arrows[place]
        kind = chance.choice(["series", "choice", "parallel", "loop", "some" if optional else "choice", "way", "end"])
        if kind in ("choice", "parallel", "some") and len(joins) + 2 <= size:
            split = {"choice": Split.ONE, "parallel": Split.ALL, "some": chance.choice([Split.SOME, Split.FIRST])}[kind]
            opening = node(Join.ANY, split)
            closing = node(Join.ANY if kind == "choice" else Join.ALL, Split.ONE)
            arrows[place] = (source, opening)
            arrows += [(opening, closing), (opening, closing), (closing, target)]
        elif kind == "loop" and len(joins) + 2 <= size:
            opening, closing = node(Join.ANY, Split.ONE), node(Join.ANY, Split.ONE)
            arrows[place] = (source, opening)
            arrows += [(opening, closing), (closing, opening), (closing, target)]
        elif kind == "way" and source not in ends:
            arrows.append((source, chance.randrange(1, len(joins))))
        elif kind == "end":
            ends.add(node(Join.ANY, Split.ONE))
            arrows.append((source, len(joins) - 1))
        else:
            middle = node(Join.ANY, Split.ONE)
            arrows[place] = (source, middle)
            arrows.append((middle, target))
    if chance.random() < 0.5:
        _disturb(chance, joins, splits, arrows, ends, optional=optional)
    stops = [end for end in sorted(ends) if chance.random() < 0.15]
    arrows = [(source, target) for source, target in arrows if source not in ends]
    return net(joins, splits, arrows, starts=[0], cancelling=stops)


def _disturb(
    chance: random.Random,
    joins: list[Join],
    splits: list[Split],
    arrows: list[tuple[int, int]],
    ends: set[int],
    *,
    optional: bool,
) -> None:
    for _ in range(chance.randint(1, 2)):
        change = chance.choice(["join", "split", "target"])
        number = chance.randrange(1, len(joins))
        if change == "join":
            joins[number] = Join.ALL if joins[number] is Join.ANY else Join.ANY
        elif change == "split" and number not in ends:
            splits[number] = chance.choice(list(Split) if optional else [Split.ONE, Split.ALL])
        elif change == "target":
            place = chance.randrange(1, len(arrows))
            arrows[place] = (arrows[place][0], number)


@pytest.fixture(scope="session")
def labelled_graphs() -> tuple[Labelled, ...]:
    return tuple(read_fixture(path) for path in sorted(FOLDER.glob("*.json")))


@pytest.fixture(scope="session")
def random_graphs() -> Callable[[int], Iterator[tuple[int, Net]]]:
    """Graphs by seed, from 0 on."""
    return lambda count: ((seed, random_graph(seed)) for seed in range(count))


@pytest.fixture(scope="session")
def simulator() -> type[Simulator]:
    return Simulator
