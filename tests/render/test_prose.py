"""Long texts as HTML: whatever an author writes, only the small set of tags comes out, and no word is lost."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.views.small_maps import linker_of, micro

from processmap.i18n import Language, load_texts
from processmap.render.environment import site_environment
from processmap.views.prose import plain

TEMPLATES = Path(__file__).parents[2] / "templates"
LINKER = linker_of(micro("MIC-A-010", "  - {id: S10, start: Asked}\n  - {id: T20, task: Do it, lane: ROL-A-1}\n"))
CELL = (
    site_environment(TEMPLATES, None, load_texts("site", Language.ENGLISH))
    .from_string('{% import "site/parts/pieces.html.jinja" as p %}{{ p.cell(text) }}')
    .render
)
ALLOWED = {
    "span": {"class", "title"},
    "div": {"class"},
    "p": set(),
    "br": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "strong": set(),
    "em": set(),
    "code": set(),
    "a": {"class", "href", "rel", "title"},
}
PIECES = (
    *"*_`[]()<>!\\\"'&;:/-+#.1 \n\r\t{}%=|~^$\x00\x02\x03\u202e\u2028é",
    "**",
    "](",
    "\n- ",
    "\n1. ",
    "\n\n",
    "](https://a.example",
    "](ROL-A-1)",
    "](MIC-A-010/T20)",
    "](javascript:alert(1))",
    "<script>",
    "<img src=x onerror=alert(1)>",
    "&lt;",
    "word",
)


class Html(HTMLParser):
    """Tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def html_of(text: str) -> Html:
    return Html(CELL(text=LINKER.prose(text)))


def letters(text: str) -> Iterator[str]:
    return (character for character in text if character.isalpha())


texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@settings(deadline=None, max_examples=250)
@given(texts)
@example('[a](https://a.example "\'><script>")')
@example("- a\n\n  b\n- ")
@example("[![a](x)](https://a.example)")
def test_only_the_small_set_of_tags_comes_out(text: str) -> None:
    html = html_of(text)

    assert html.open == []
    for tag, attributes in html.tags:
        assert set(attributes) <= ALLOWED[tag]
        href = attributes.get("href")
        if href is not None and not href.startswith(("../role/ROL-A-1.html", "#t20")):
            assert href.lower().startswith(("http://", "https://", "mailto:"))
            assert attributes["rel"] == "noopener noreferrer"


@settings(deadline=None, max_examples=250)
@given(texts.filter(lambda text: "](" not in text))
def test_no_letter_is_lost_and_none_is_invented(text: str) -> None:
    assert list(letters(html_of(text).text)) == list(letters(text))
    assert list(letters(plain(text))) == list(letters(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b", '<span class="pm-word">a &lt; b</span>'),
        ("a *b*\nc", '<span class="pm-word">a <em>b</em><br>c</span>'),
        (
            "[w](https://a.example)",
            '<span class="pm-word"><a class="pm-web" href="https://a.example" rel="noopener noreferrer">w</a></span>',
        ),
        (
            "Do:\n\n2. **one**\n3. two\n   - deep",
            (
                '<div class="pm-prose"><p>Do:</p><ol start="2"><li><strong>one</strong></li>'
                "<li>two<ul><li>deep</li></ul></li></ol></div>"
            ),
        ),
        (
            "See [it](ITO-X-1).",
            (
                '<span class="pm-word">See <span class="pm-broken" title="not in the map">it'
                '<span class="pm-broken__word"> · not in the map</span></span>.</span>'
            ),
        ),
    ],
)
def test_prose_as_html(text: str, html: str) -> None:
    assert CELL(text=LINKER.prose(text)) == html
