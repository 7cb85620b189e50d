"""What is taken out of pages, style sheets and scripts, and what is not."""

import pytest

from processmap.app.squeezing import squeezed_page, squeezed_script, squeezed_sheet

PAGE = "<div>\n\n    <p>a b\n      c</p>  \n<pre>x\n\n  y</pre>\n  <script>1\n  2</script>\n</div>"
SHEET = """/*! Licence */
/* A remark; with { signs */
.a :is(.b, .c) > p {
  width: calc(100% - 2px);  /* one more */
  content: "a:  { b";
  --x: 1;
}
@media (min-width: 60em) and (hover) { .a:hover { color: red } }
"""
SCRIPT = """// A remark.
(() => {
  /** What it does. */
  const text = `one
    two // three
  `;

  call("http://x"); // said here
})();
"""


def test_a_page_is_without_indents_but_code_keeps_its_lines():
    assert squeezed_page(PAGE) == "<div>\n<p>a b\nc</p>\n<pre>x\n\n  y</pre>\n<script>1\n  2</script>\n</div>"


def test_a_sheet_keeps_licences_strings_and_the_room_that_means_something():
    assert squeezed_sheet(SHEET) == (
        '/*! Licence */ .a :is(.b,.c) > p{width:calc(100% - 2px);content:"a:  { b";--x:1;}'
        "@media (min-width:60em) and (hover){.a:hover{color:red}}\n"
    )


def test_a_script_keeps_its_statements_and_its_texts():
    assert squeezed_script(SCRIPT) == (
        '(() => {\nconst text = `one\n    two // three\n  `;\ncall("http://x"); // said here\n})();\n'
    )


@pytest.mark.parametrize(
    ("squeezed", "text"), [(squeezed_page, PAGE), (squeezed_sheet, SHEET), (squeezed_script, SCRIPT)]
)
def test_a_second_time_changes_nothing(squeezed, text):
    assert squeezed(squeezed(text)) == squeezed(text)
