"""Every link of every page, picture and search entry leads somewhere, on large, small and brand-new maps."""

from pathlib import Path

import pytest
from tests.browser.conftest import TODAY, built_once
from tests.site.built_map import run_python
from tests.site.links import broken_links

from processmap.i18n import Language


def test_no_link_of_the_flagship_is_broken(flagship_root: Path) -> None:
    assert "\n".join(broken_links(flagship_root / "site")) == ""


def test_no_link_of_the_sample_map_is_broken(sample_root: Path) -> None:
    assert "\n".join(broken_links(sample_root / "site")) == ""


@pytest.mark.parametrize("language", list(Language))
def test_no_link_of_a_new_map_is_broken(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, language: Language
) -> None:
    def build(root: Path) -> None:
        root.mkdir()
        for command in (("new", ".", "--language", language.value), ("build",)):
            done = run_python(root, "-m", "processmap", *command, "--today", TODAY)
            assert done.returncode == 0, done.stderr

    root = built_once(tmp_path_factory, worker_id, f"new-{language.value}", build)

    assert "\n".join(broken_links(root / "site")) == ""


def test_a_broken_link_is_told_with_its_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="b.svg#x">1</a><a href="b.svg#y">2</a><a href="c.html">3</a><p id="z"><a href="#z">4</a>',
        encoding="utf-8",
    )
    (tmp_path / "b.svg").write_text('<svg><a id="x" xlink:href="a.html#w">1</a></svg>', encoding="utf-8")
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text('{"docs": [{"location": "d.html"}]}', encoding="utf-8")

    assert broken_links(tmp_path) == ["a.html: b.svg#y", "a.html: c.html", "b.svg: a.html#w", "index.html: d.html"]
