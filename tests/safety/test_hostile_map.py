"""The map of payloads is what it is meant to be: complete, and read as it was written."""

from pathlib import Path

from tests.safety.hostile_map import WORD, write_hostile_map
from tests.safety.payloads import PAYLOADS

from processmap.loading import load, read_sources
from processmap.model.kinds import CATALOGUES, FILE_KINDS
from processmap.model.micro import Micro
from processmap.model.organisation import Role
from processmap.model.steps import STEP_MODELS, StartStep
from processmap.values.ids import Kind


def test_there_are_many_payloads_and_none_twice() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


def test_every_kind_of_element_and_of_step_is_read(tmp_path: Path) -> None:
    makers = write_hostile_map(tmp_path)
    elements = load(read_sources(tmp_path)).elements
    kinds = [kind for kind, _model in FILE_KINDS.values()] + [catalogue.kind for catalogue in CATALOGUES.values()]

    assert sorted(kinds) == sorted(Kind)
    assert [id_ for maker in makers for kind in Kind if elements[id_ := maker.id(kind)].model is None] == []
    micro = elements["MIC-V0"].model
    assert isinstance(micro, Micro)
    assert [type(step) for step in micro.steps] == list(STEP_MODELS.values())


def test_every_payload_stands_in_every_text_and_comes_through_unchanged(tmp_path: Path) -> None:
    makers = write_hostile_map(tmp_path)
    elements = load(read_sources(tmp_path)).elements
    names, starts = [], []
    for maker in makers:
        role, micro = elements[maker.id(Kind.ROLE)].model, elements[maker.id(Kind.MICRO)].model
        assert isinstance(role, Role)
        assert isinstance(micro, Micro)
        assert isinstance(micro.steps[0], StartStep)
        names += role.name.split(f" {WORD} ")
        starts += micro.steps[0].start.split(f" {WORD} ")

    assert set(names) == set(starts) == set(PAYLOADS)
