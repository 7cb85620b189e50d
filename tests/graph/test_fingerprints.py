"""A fingerprint changes with the meaning and with nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from processmap.graph import MapGraph
from processmap.graph.fingerprints import fingerprint, fingerprints
from processmap.loading import from_text, load, read_sources
from processmap.model.kinds import CATALOGUES
from processmap.model.micro import Micro
from processmap.model.policies import Policy

FIXTURES = Path(__file__).parents[1] / "graph" / "fixtures"
BASE_MAP = Path(__file__).parents[1] / "rules" / "base_map"
TEXTS = {name: (FIXTURES / f"{name}.yaml").read_text(encoding="utf-8") for name in ("MIC-COM-020", "MIC-FAT-020")}


def tree(name: str) -> Any:
    return yaml.load(TEXTS[name], yaml.BaseLoader)


def of(given_tree: Any) -> str:
    return fingerprint(Micro.model_validate(given_tree))


def of_text(text: str) -> str:
    loaded = load([from_text("processes/MIC-A-010.yaml", text)])
    assert loaded.problems == ()
    return fingerprints(MapGraph(loaded))["MIC-A-010"]


def shuffled(value: Any, random: Any) -> Any:
    if isinstance(value, dict):
        items = list(value.items())
        random.shuffle(items)
        return {key: shuffled(item, random) for key, item in items}
    return [shuffled(item, random) for item in value] if isinstance(value, list) else value


def scalars(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, str):
        yield way, value
    else:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from scalars(item, (*way, key))


def replaced(value: Any, way: tuple[Any, ...], new: str) -> Any:
    if not way:
        return new
    copy = value.copy()
    copy[way[0]] = replaced(value[way[0]], way[1:], new)
    return copy


def other(text: str) -> str:
    """Another value of the same form: another number, word of the same list, id or text."""
    words = {"false": "true", "true": "false", "all": "any", "month": "week", "micro": "micro"}
    if text in words:
        return words[text]
    if re.fullmatch(r"\d\d:\d\d", text):
        return "09:15"
    digits = re.search(r"\d", text)
    if digits:
        return text[: digits.start()] + str((int(digits[0]) + 1) % 10 or 1) + text[digits.end() :]
    return text + ("X" if text.isupper() else " outro")


LEFT_OUT = {"doc", "lanes"}
MEANINGFUL = [
    pytest.param(name, way, text, id=f"{name}:{'.'.join(map(str, way))}")
    for name in TEXTS
    for way, text in scalars(tree(name))
    if way[0] not in LEFT_OUT and way != ("kind",)
]


def test_a_fingerprint_is_the_scheme_and_sixteen_hex_digits() -> None:
    assert re.fullmatch(r"1:[0-9a-f]{16}", of(tree("MIC-COM-020")))


def test_the_fingerprint_of_a_small_micro_stays_the_same_for_ever() -> None:
    small = {"kind": "micro", "id": "MIC-A-010", "name": "Atender", "macro": "MAC-A", "owner": "ROL-A"}

    assert of(small) == "1:9d31d6f3541a99a7"


@given(
    st.sampled_from(sorted(TEXTS)),
    st.randoms(use_true_random=False),
    st.sampled_from(["'", '"', None]),
    st.integers(20, 200),
)
def test_writing_the_same_in_another_way_changes_nothing(name: str, random: Any, quote: str | None, width: int) -> None:
    text = yaml.dump(
        shuffled(tree(name), random), sort_keys=False, allow_unicode=True, default_style=quote, width=width, indent=4
    )

    assert of(yaml.load("# comentário\n" + text + "\n# fim\n", yaml.BaseLoader)) == of(tree(name))


@pytest.mark.parametrize(("name", "way", "text"), MEANINGFUL)
def test_another_value_is_another_fingerprint(name: str, way: tuple[Any, ...], text: str) -> None:
    changed = replaced(tree(name), way, other(text))

    assert of(changed) != of(tree(name))


@pytest.mark.parametrize(
    ("way", "same"),
    [
        (("end_to_end", "max"), "40 du"),
        (("end_to_end", "max"), "40,0  bd"),
        (("steps", 1, "time", "work"), "2.0 h"),
        (("steps", 2, "paths", 0, "share"), "70,00 %"),
        (("steps", 0, "volume"), "420 / month"),
        (("name",), "  Negociar   e\ncontratar PME "),
        (("steps", 11, "end"), "Oportunidade  perdida"),
    ],
)
def test_another_spelling_of_the_same_value_changes_nothing(way: tuple[Any, ...], same: str) -> None:
    assert of(replaced(tree("MIC-COM-020"), way, same)) == of(tree("MIC-COM-020"))


def test_composed_and_decomposed_letters_are_the_same() -> None:
    composed, decomposed = "Negocia\u00e7\u00e3o", "Negociac\u0327a\u0303o"

    assert of(tree("MIC-COM-020") | {"name": composed}) == of(tree("MIC-COM-020") | {"name": decomposed})


@pytest.mark.parametrize("key", sorted(LEFT_OUT))
def test_document_control_and_lane_order_do_not_count(key: str) -> None:
    without = {name: value for name, value in tree("MIC-COM-020").items() if name != key}

    assert of(without) == of(tree("MIC-COM-020"))


def test_a_default_that_is_written_out_does_not_count() -> None:
    written = replaced(tree("MIC-FAT-020"), ("steps", 1), tree("MIC-FAT-020")["steps"][1] | {"automatic": "false"})

    assert of(written) == of(tree("MIC-FAT-020"))


def test_the_order_of_steps_counts() -> None:
    turned = tree("MIC-COM-020")
    turned["steps"].reverse()

    assert of(turned) != of(tree("MIC-COM-020"))


def test_a_comment_in_the_file_changes_nothing() -> None:
    text = "kind: micro\nid: MIC-A-010\nname: Atender\nmacro: MAC-A\nowner: ROL-A\n"

    assert of_text(text.replace("Atender", "'Atender'  # do balcão")) == of_text(text)


@pytest.mark.parametrize(
    ("one", "another"),
    [("any", ["any"]), ("10%..20%", ["10%..20%"]), (["a, b"], ["a", "b"]), ("over 1..2", "1..2"), ("1..2", "1%..2%")],
)
def test_cells_that_print_alike_are_told_apart(one: Any, another: Any) -> None:
    def policy(cell: Any) -> Policy:
        head = {"id": "POL-A", "name": "Alçada", "type": "policy", "inputs": {"x": {"domain": "0..100"}}}
        return Policy.model_validate(head | {"rows": [{"x": cell}]})

    assert fingerprint(policy(one)) != fingerprint(policy(another))


def test_a_single_value_in_a_list_is_that_value() -> None:
    def policy(cell: Any) -> Policy:
        return Policy.model_validate({"id": "POL-A", "name": "Alçada", "type": "policy", "rows": [{"x": cell}]})

    assert fingerprint(policy(["Gerente"])) == fingerprint(policy("Gerente"))


def test_an_empty_list_that_has_to_be_complete_is_not_an_unset_one() -> None:
    from processmap.model.macro import Macro

    head = {
        "kind": "macro",
        "id": "MAC-A",
        "name": "Vender",
        "class": "core",
        "area": "ARE-A",
        "owner": "ROL-A",
        "order": "1",
        "purpose": "Vender",
    }

    assert fingerprint(Macro.model_validate(head | {"suppliers": []})) != fingerprint(Macro.model_validate(head))


def test_every_element_of_a_map_has_a_fingerprint() -> None:
    loaded = load(read_sources(BASE_MAP))
    found = fingerprints(MapGraph(loaded))

    assert list(found) == list(loaded.elements)
    assert len(set(found.values())) == len(found)


def test_every_kind_of_entry_has_values_that_can_be_fingerprinted() -> None:
    loaded = load(read_sources(Path(__file__).parents[2]))
    kinds = {element.kind for element in loaded.elements.values() if element.model}

    assert {catalogue.kind for catalogue in CATALOGUES.values()} <= kinds
    assert set(fingerprints(MapGraph(loaded))) == {e.id for e in loaded.elements.values() if e.model}
