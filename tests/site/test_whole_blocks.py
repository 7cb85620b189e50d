"""Markdown passes over whole blocks of HTML, and the page is the same but for blank lines."""

import pytest
from markdown import Markdown

from processmap.docsite.whole_blocks import WholeBlocks, ids_of, is_whole, whole_elements


def rendered(text: str, *extensions: object) -> str:
    return "".join(Markdown(extensions=["md_in_html", "attr_list", "fenced_code", *extensions]).convert(text).split())


@pytest.mark.parametrize(
    "text",
    [
        '<div class="pm-a"><p>one</p><br><img src="x"/></div>\n\nand *words*\n\n<p class="pm-b">two</p>',
        '<section class="pm-a">\n\n<p class="pm-b">in it</p>\n\n</section>',
        '<section class="pm-a">\n<div>\n\n<p>in it</p>\n\n</div>\n\n<h2>more</h2>\n\n</section>\n\n*words*',
        '<section class="pm-a">\n\n<div markdown>\n\n*words*\n\n</div>\n\n</section>',
        '<div class="pm-a" markdown>\n\n*words*\n\n<p class="pm-b">one</p>\n\n</div>',
        '```html\n<div class="pm-a">\n\n<p class="pm-b">code</p>\n\n</div>\n```',
        '    <p class="pm-b">indented code</p>',
        '<div class="pm-a"><p>left open</div>\n\n*words*',
        '<svg class="pm-a"><path d="M0"/></svg>\n\n<p class="pm-b">1 &lt; 2 &amp; 3</p>',
    ],
)
def test_a_page_is_the_same_but_for_blank_lines(text: str) -> None:
    assert rendered(text, WholeBlocks()) == rendered(text)


@pytest.mark.parametrize(
    ("block", "whole"),
    [
        ('<div class="pm-a"><p>one</p></div>', True),
        ('<p class="pm-a">one<br>two<img src="x"></p>', True),
        ('<div class="pm-a">', False),
        ('<div class="pm-a" markdown="1">*one*</div>', False),
        ('<div class="other">one</div>', False),
        ('<p class="pm-a">one</p> and more', False),
        ('<p class="pm-a"><!-- one --></p>', False),
        ('<p class="pm-a"><!--one--></p>', True),
    ],
)
def test_only_what_is_plainly_whole_is_passed_over(block: str, whole: bool) -> None:
    assert is_whole(block) is whole


def test_the_blocks_of_an_element_with_blank_lines_in_it_are_one() -> None:
    element = ('<div class="pm-a">\n<p>one</p>', "<p>two</p>", "</div>")
    left_open = ('<div class="pm-b">', "<p>three</p>")
    joined = "\n\n".join(element)
    assert [*whole_elements(("# Title", *element, "Words", *left_open))] == ["# Title", joined, "Words", *left_open]


def test_the_ids_of_a_page_are_known() -> None:
    assert ids_of('<tr id="t20"><td data-id="x" id="a10">') == {"t20", "a10"}
