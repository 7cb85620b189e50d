"""Widths and line breaks of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processmap.layout.swimlane.sizes import header_lines, least_lane_height, node_size
from processmap.layout.text import text_width, wrap
from processmap.views.diagram import Node, NodeKind

_TEXTS = st.text(alphabet="abcdefghijlmnoçãéíõúWM -1", max_size=80)


def test_width_is_that_of_helvetica_with_room_for_wider_fonts() -> None:
    assert text_width("ij", 10) == pytest.approx(2 * 2.22 * 1.15)
    assert text_width("ij", 10, bold=True) == pytest.approx(2 * 2.22 * 1.15 * 1.07)


def test_accents_do_not_widen_and_unknown_characters_have_a_usual_width() -> None:
    assert text_width("ação") == text_width("acao")
    assert text_width("ж", 10) == pytest.approx(6.9)
    assert text_width("漢", 10) == pytest.approx(11.5)


def test_lines_are_about_equally_long() -> None:
    assert wrap("um dois três quatro", 100) == ("um dois", "três quatro")


def test_long_word_is_cut_with_a_hyphen_and_no_stump_is_left() -> None:
    lines = wrap("contrapropostas", 80, 11)

    assert lines == ("contrapropos-", "tas")
    assert wrap("", 80) == ()


@given(_TEXTS, st.integers(min_value=60, max_value=160))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")
    assert all(text_width(line) <= width for line in lines)


def test_lane_name_stands_on_two_lines_at_most() -> None:
    assert header_lines("Executivo de Contas PME") == ("Executivo de", "Contas PME")
    assert header_lines("Backoffice") == ("Backoffice",)
    assert header_lines("") == ()


def test_lane_name_without_end_is_shortened() -> None:
    lines = header_lines("Superintendência " * 6)

    assert len(lines) == 2
    assert all(line.endswith("…") for line in lines)
    assert least_lane_height("Superintendência " * 6) <= 240


def test_activity_grows_with_its_text_its_marker_and_its_detail() -> None:
    plain = Node("t", NodeKind.PROCESS, "a", "Um texto que toma três linhas de uma caixa")
    call = Node("t", NodeKind.CALL, "a", "Um texto que toma três linhas de uma caixa", detail="Sistema de contratos")

    assert node_size(Node("t", NodeKind.TASK_USER, "a", "Curto")) == (122, 60)
    assert node_size(plain) == (122, 60)
    assert node_size(call)[1] >= 14 + 3 * 15 + 13 + 16
