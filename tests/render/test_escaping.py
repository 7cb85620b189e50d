import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from processmap.render.escaping import css_text, front_matter_text, heading_text, page_text

SIGNS = "*a* _b_ |c| <d> [e](f) # {: #g } ~~h~~ `i` \\j & 1. - + 14:00 {{ k }} ![l](m) ==n== ^o^"


def test_signs_of_markdown_in_a_heading_appear_literally() -> None:
    html = markdown.markdown(f"## {heading_text(SIGNS)}", extensions=["attr_list", "tables"])

    assert "<em>" not in html
    assert "<code>" not in html
    assert "<a" not in html
    assert "&#42;a&#42;" in html


@pytest.mark.parametrize("text", ["NO", "14:00", "007", "1.10", "on:"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    assert page_text(text) == text


def test_text_in_a_page_cannot_open_a_fence_or_a_tag() -> None:
    assert page_text("a\n```\n<b>\n~~~") == "a &#96;&#96;&#96; &lt;b&gt; &#126;&#126;&#126;"


def test_front_matter_is_one_quoted_line() -> None:
    assert front_matter_text('a: "b"\n<c>') == '"a: &quot;b&quot; &lt;c&gt;"'


def test_a_text_in_a_style_element_can_neither_end_its_string_nor_the_element() -> None:
    assert css_text('R&D\n "</style>') == r"R\000026D\000020\000022\00003c\00002fstyle\00003e"


UNSEEN = "a\x00\x01\x1b\x7f\x80\x9f\ufeff\ufffe\uffff\ud800b"


def test_control_signs_are_left_out() -> None:
    assert page_text(UNSEEN) == heading_text(UNSEEN) == css_text(UNSEEN) == "ab"


@given(st.text())
@example(UNSEEN)
def test_a_front_matter_is_yaml_whatever_the_title(text: str) -> None:
    assert isinstance(yaml.safe_load(f"title: {front_matter_text(text)}")["title"], str)
