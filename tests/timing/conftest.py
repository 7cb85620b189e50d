"""The times of small maps."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from processmap.graph import MapGraph
from processmap.loading import from_text, load
from processmap.timing import Times

EXAMPLES = Path(__file__).parents[1] / "graph" / "fixtures"
_MAP = """
kind: map
client: Cliente
title: Mapa
calendars:
  comercial:
    hours: {from: "08:00", to: "18:00", pause: ["12:00", "14:00"]}
    weekdays: [monday, tuesday, wednesday, thursday, friday]
    holidays: BR
"""
_HEAD = "kind: micro\nid: {id}\nname: Atender\nmacro: MAC-A\nowner: ROL-A\nsteps:\n"

TimesOf = Callable[..., Times]


@pytest.fixture
def times_of() -> TimesOf:
    """Reads micros, given as their steps by id or as whole files by path, and SLAs."""

    def make(micros: dict[str, str], slas: str = "") -> Times:
        files = {"processes/map.yaml": _MAP}
        for name, text in micros.items():
            steps = textwrap.indent(textwrap.dedent(text).strip("\n"), "  ")
            whole = text if name.endswith(".yaml") else _HEAD.format(id=name) + steps + "\n"
            files[f"processes/a/{name.removesuffix('.yaml')}.yaml"] = whole
        if slas:
            files["processes/catalog/slas.yaml"] = "slas:\n" + textwrap.indent(textwrap.dedent(slas).strip("\n"), "  ")
        loaded = load([from_text(path, text) for path, text in files.items()])
        assert loaded.problems == ()
        return Times(MapGraph(loaded))

    return make
