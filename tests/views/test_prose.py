from tests.views.small_maps import linker_of, micro

from processmap.views.pieces import Bullets, Cell, Code, LineBreak, Paragraph, Prose, Ref, Run, WebLink
from processmap.views.prose import plain

LINKER = linker_of(micro("MIC-A-010", "  - {id: S10, start: Asked}\n  - {id: T20, task: Do it, lane: ROL-A-1}\n"))


def prose(text: str | None) -> Cell:
    return LINKER.prose(text)


def one_line(*runs: Run) -> Cell:
    return (Prose((Paragraph(runs),)),)


def test_no_text_gives_nothing() -> None:
    assert prose(None) == prose("") == prose(" \n ") == ()


def test_words_stay_words() -> None:
    for text in (
        "Plain.",
        "- 5% off",
        "2026. The year",
        "# no heading",
        "a & b < c",
        "<b>no tag</b>",
        "C:\\dir",
        "---",
    ):
        assert prose(text) == (text,)
        assert plain(text) == text


def test_emphasis_strong_and_code() -> None:
    assert prose("a *b* **c _d_** `e*`") == one_line(
        Run("a "),
        Run("b", is_emphatic=True),
        Run(" "),
        Run("c ", is_strong=True),
        Run("d", is_strong=True, is_emphatic=True),
        Run(" "),
        Run(Code("e*")),
    )


def test_a_sign_that_means_nothing_is_text() -> None:
    assert prose("3 * 4 * 5 and field_name_x [sic]") == one_line(Run("3 * 4 * 5 and field_name_x [sic]"))


def test_a_backslash_hides_a_sign_and_stands_otherwise() -> None:
    assert prose(r"\*a\* \\server\dir \[b](https://c)") == one_line(Run(r"*a* \\server\dir [b](https://c)"))


def test_lines_and_paragraphs() -> None:
    assert prose("a\nb\n\nc\n") == (Prose((Paragraph((Run("a"), Run(LineBreak()), Run("b"))), Paragraph((Run("c"),)))),)


def test_lists() -> None:
    inner = Bullets(((Paragraph((Run("deep"),)),),))
    assert prose("Do:\n\n3. one\n4. *two*\n   - deep\n") == (
        Prose(
            (
                Paragraph((Run("Do:"),)),
                Bullets(
                    ((Paragraph((Run("one"),)),), (Paragraph((Run("two", is_emphatic=True),)), inner)),
                    start=3,
                ),
            )
        ),
    )


def test_a_link_to_an_element_is_relative_and_says_what_the_author_says() -> None:
    assert prose("See [the work](MIC-A-010/T20).") == one_line(
        Run("See "),
        Run(Ref("MIC-A-010/T20", "the work", "#t20", "micro", detail="MIC-A-010/T20")),
        Run("."),
    )


def test_a_link_to_an_element_without_words_takes_its_name() -> None:
    assert prose("[](ROL-A-1)") == one_line(
        Run(Ref("ROL-A-1", "Seller", "../role/ROL-A-1.html", "role", detail="ROL-A-1"))
    )


def test_a_link_to_nothing_is_broken_in_place() -> None:
    for missing, kind in (("ITO-X-001", "ito"), ("MIC-A-010/T99", "micro"), ("XYZ-1", "")):
        assert prose(f"[it]({missing})") == one_line(Run(Ref(missing, "it", None, kind, is_broken=True)))


def test_web_and_mail_links() -> None:
    for target in ("https://example.com/a?b=c#d", "http://example.com", "HTTPS://example.com", "mailto:a@example.com"):
        assert prose(f"[it]({target})") == one_line(Run(WebLink("it", target)))
    assert prose('[](https://example.com "more")') == one_line(
        Run(WebLink("https://example.com", "https://example.com", "more"))
    )


def test_other_links_show_as_they_were_written() -> None:
    for target in (
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "java\\script:alert(1)",
        "javascript&colon;alert(1)",
        "<javascript:alert(1)>",
        "<java\tscript:alert(1)>",
        "\u0001javascript:alert(1)",
        "\u200bhttps://example.com",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.com",
        "/\\example.com",
        "https:example.com",
        "https:///example.com",
        "https://good.example@example.com",
        "https:\\\\example.com",
        "https://a\\b",
        "page.html",
        "#top",
        "T20",
    ):
        source = f"[it]({target})"
        cell = prose(source)
        assert cell == one_line(Run(source)), target


def test_images_headings_tables_and_html_show_as_they_were_written() -> None:
    for text in ("![a](https://example.com/b.png)", "<b>*</b>", "# a_b", "<a href='https://x'>[</a>"):
        assert prose(text) == one_line(Run(text))
    lines = ("# a", "***", "|a|", "|-|", "> b", "&lt;", "<p>", "~~~")
    (written,) = prose("\n".join(lines))
    assert isinstance(written, Prose)
    (paragraph,) = written.blocks
    assert isinstance(paragraph, Paragraph)
    assert [run.piece for run in paragraph.runs if run.piece != LineBreak()] == list(lines)


def test_marks_are_never_nested_and_lists_not_without_end() -> None:
    many = "*" * 3000 + "a" + "*" * 3000
    assert prose(many) == one_line(Run("a", is_strong=True))
    deep = "- " * 50 + "a\nb"
    assert prose(deep) == one_line(Run(deep))


def test_plain_says_the_words_without_the_marks() -> None:
    text = "See **all** of [this](MIC-A-010), `x`:\n\n- one\n- two\n  lines\n\n[web](https://example.com)"
    assert plain(text) == "See all of this, x: one · two lines web"
    assert plain(None) == ""
