"""The longest way against the enumeration of every way, on small random flows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from processmap.graph import flow_of
from processmap.model.micro import Micro
from processmap.timing.longest import Search
from processmap.timing.network import network_of

_HEAD = {"kind": "micro", "id": "MIC-A-010", "name": "Atender", "macro": "MAC-A", "owner": "ROL-A"}


@dataclass(frozen=True)
class Drawn:
    """A flow of choices: for each its targets, of which those that go back carry a bound."""

    paths: tuple[tuple[tuple[int, int | None], ...], ...]
    """For each choice the number of the step that each path leads to, with the bound of one that goes back."""
    weights: tuple[int, ...]
    """Time of each choice."""


def _flows(*, back: bool) -> st.SearchStrategy[Drawn]:
    @st.composite
    def drawn(draw: Callable[..., int]) -> Drawn:
        size = draw(st.integers(2, 6))
        paths = []
        for node in range(size):
            skipping = [(draw(st.integers(node + 1, size)), None)] if draw(st.booleans()) else []
            forward = [
                (node + 1, None),
                *skipping,
            ]  # Every way back closes a loop, since each choice leads to the next.
            returning = [(draw(st.integers(0, node)), draw(st.integers(0, 2)))] if back and draw(st.booleans()) else []
            paths.append((*forward, *returning))
        return Drawn(tuple(paths), tuple(draw(st.integers(0, 9)) for _ in range(size)))

    return drawn()


def _search(drawn: Drawn) -> Search:
    size = len(drawn.paths)
    names = [f"G{10 + node}" for node in range(size)] + ["E90"]
    steps: list[dict[str, object]] = [{"id": "S10", "start": "Chegou", "lane": "ROL-A"}]
    for node, paths in enumerate(drawn.paths):
        written = [{"when": f"P{number}", "to": names[target]} for number, (target, _) in enumerate(paths)]
        for path, (_, bound) in zip(written, paths, strict=True):
            if bound is not None:
                path["rework"] = {"max": str(bound), "then": "E90", "why": "Erro"}  # type: ignore[assignment]
        steps.append({"id": names[node], "choice": "Qual?", "paths": written})
    steps.append({"id": "E90", "end": "Feito"})
    flow = flow_of(Micro.model_validate(yaml.load(yaml.safe_dump(_HEAD | {"steps": steps}), yaml.BaseLoader)))
    weights = [0 if arrow.source == "S10" else drawn.weights[int(arrow.source[1:]) - 10] for arrow in flow.arrows]
    return Search(network_of(flow), weights, {size + 1: 0})


def _lengths(drawn: Drawn, node: int, left: dict[tuple[int, int], int], *, loops: bool) -> Iterator[int]:
    """The length of every way from a choice to the end; `left` says how often each path back may still be taken."""
    if node == len(drawn.paths):
        yield 0
        return
    own = drawn.weights[node]
    for number, (target, bound) in enumerate(drawn.paths[node]):
        key = (node, number)
        if bound is None:
            yield from (own + rest for rest in _lengths(drawn, target, left, loops=loops))
        elif left.get(key, bound) == 0:
            yield own  # The bound is used up, and the case goes to the end.
        elif loops:
            less = left | {key: left.get(key, bound) - 1}
            yield from (own + rest for rest in _lengths(drawn, target, less, loops=loops))


def _total(search: Search, rounds: Sequence[object]) -> int:
    return sum(sum(search.weights[n] for n in round_.arrows) * round_.times for round_ in rounds)  # type: ignore[attr-defined]


@settings(deadline=None)
@given(_flows(back=False))
def test_the_longest_way_without_loops_is_that_of_the_enumeration(drawn: Drawn) -> None:
    search = _search(drawn)
    expected = max(_lengths(drawn, 0, {}, loops=False))

    assert search.once(0) == expected
    assert search.used_up(0) == expected
    assert search.at_most(0) == expected
    assert _total(search, search.once_way(0)) == expected


@settings(deadline=None, max_examples=60)
@given(_flows(back=True).filter(lambda drawn: sum(b or 0 for paths in drawn.paths for _, b in paths) <= 5))
def test_the_longest_way_with_loops_used_up_is_that_of_the_enumeration(drawn: Drawn) -> None:
    search = _search(drawn)

    assert search.once(0) == max(_lengths(drawn, 0, {}, loops=False))
    assert search.used_up(0) == max(_lengths(drawn, 0, {}, loops=True))
    assert search.at_most(0) >= search.used_up(0)
    assert _total(search, search.used_up_way(0)) == search.used_up(0)
