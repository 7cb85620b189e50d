"""The brand's colours stay readable, and a company without a logo has a mark."""

import pytest

from processmap.render.brand import brand_style, contrast, initials, monogram, readable, text_on


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("ground", "ink"), [("#0b5d4e", "#ffffff"), ("#e07a1f", "#000000"), ("#ffee00", "#000000")])
def test_text_on_a_colour_is_black_or_white_whichever_reads_better(ground: str, ink: str) -> None:
    assert text_on(ground) == ink


@pytest.mark.parametrize("ground", ["#f5f7f9", "#1a2532"])
@pytest.mark.parametrize("colour", ["#0b5d4e", "#e07a1f", "#ffee00", "#000000", "#ffffff", "#808080"])
def test_any_colour_becomes_readable_on_light_and_dark_pages(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= 4.5


def test_a_colour_that_reads_well_stays_as_it_is() -> None:
    assert readable("#0b5d4e", "#f5f7f9") == "#0b5d4e"


@pytest.mark.parametrize(
    ("client", "letters"),
    [
        ("Benefícios Exemplo S.A.", "BE"),
        ("Casa do Café Ltda", "CC"),
        ("Torrefação", "T"),
        ("Óleo e Gás", "ÓG"),
        ("—", "?"),
    ],
)
def test_initials_leave_out_legal_forms_and_small_words(client: str, letters: str) -> None:
    assert initials(client) == letters


def test_the_mark_takes_the_brands_colour_and_a_text_that_reads_on_it() -> None:
    mark = monogram("Sample & Sons", {"primary": "#ffee00"})

    assert 'fill="#ffee00"' in mark
    assert 'fill="#000000"' in mark
    assert ">SS</text>" in mark


def test_the_style_sheet_names_every_colour_and_has_a_light_and_a_dark_part() -> None:
    sheet = brand_style({"primary": "#0b5d4e", "deep_blue": "#001122"})

    assert "--pm-brand-primary: #0b5d4e;" in sheet
    assert "--pm-brand-deep-blue: #001122;" in sheet
    assert sheet.count("--pm-brand-ink:") == 2
